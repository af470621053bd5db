/** The panel that puts a person's care into another counselor's hands from a day on. */
import type { setCounselor } from '../../modules/placements/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { backTo, inForce } from './back.ts';
import { ChoicesUnread } from './ChoicesUnread.tsx';
import type { PanelProps } from './panel-props.ts';
import { dayText } from './texts.ts';
import { useChoices } from './use-choices.ts';

export function ChangeCounselor({ act, episode, today, close, done }: PanelProps & { act: Act<typeof setCounselor> }) {
  const { say, language } = useWords();
  const counselors = useChoices(episode.site.id)?.counselors ?? [];
  const { values, set } = useFields({ counselorId: String(inForce(episode.counselors, today)?.staffId ?? ''), from: today });
  const params = { episodeId: episode.episodeId };
  const submit = async (): Promise<void> => {
    const from = values.from as CivilDate;
    const changed = await act.carryOut({ params, body: { version: episode.version, counselorId: values.counselorId, from } });
    if (changed === null) return;
    const back = backTo(episode.counselors, from);
    close();
    done(say('place.counselor-changed', { day: dayText(language, from, today) }), back === null ? null : () => {
      void act.carryOut({ params, body: { version: changed.version, counselorId: back.staffId, from } });
    });
  };
  const known = counselors.some((one) => one.staffId === values.counselorId);
  return (
    <SidePanel title={say('place.change-counselor')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('move.counselor.act')}>
        <ChoicesUnread siteId={episode.site.id} />
        <ChoiceField label={say('move.counselor')} value={known ? values.counselorId : ''} set={set('counselorId')} required
          options={[...(known ? [] : [{ value: '', label: say('move.counselor.none') }]), ...counselors.map((one) => ({ value: String(one.staffId), label: one.name }))]} />
        <TextField label={say('move.from')} type="date" value={values.from} set={set('from')} required />
      </ActForm>
    </SidePanel>
  );
}
