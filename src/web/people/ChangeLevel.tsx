/** The panel that changes the level of care from a day on, with the reason. */
import type { changeLevel } from '../../modules/placements/contract.ts';
import { LEVELS } from '../../modules/program/words.ts';
import type { Level } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { backTo, inForce } from './back.ts';
import type { PanelProps } from './panel-props.ts';
import { dayText } from './texts.ts';

export function ChangeLevel({ act, episode, today, close, done }: PanelProps & { act: Act<typeof changeLevel> }) {
  const { say, language } = useWords();
  const { values, set } = useFields({ level: (inForce(episode.levels, today)?.level ?? 'iop') as Level, from: today, reason: '' });
  const params = { episodeId: episode.episodeId };
  const submit = async (): Promise<void> => {
    const changed = await act.carryOut({ params, body: { version: episode.version, level: values.level, from: values.from as CivilDate, reason: values.reason } });
    if (changed === null) return;
    const back = backTo(episode.levels, values.from);
    close();
    done(say('place.level-changed', { day: dayText(language, values.from, today) }), back === null ? null : () => {
      void act.carryOut({ params, body: { version: changed.version, level: back.level, from: values.from as CivilDate, reason: say('place.taken-back') } });
    });
  };
  return (
    <SidePanel title={say('place.change-level')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('move.level.act')}>
        <ChoiceField label={say('move.level')} value={values.level} set={set('level')} options={LEVELS.map((level) => ({ value: level, label: say(`care.${level}`) }))} />
        <TextField label={say('move.from')} type="date" value={values.from} set={set('from')} required />
        <TextField label={say('move.reason')} value={values.reason} set={set('reason')} lines={3} max={500} required />
      </ActForm>
    </SidePanel>
  );
}
