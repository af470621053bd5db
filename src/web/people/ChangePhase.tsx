/** The panel that moves a person to a phase of a path from a day on. */
import type { changePhase } from '../../modules/placements/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { Episode } from './back.ts';
import { phaseBackTo } from './back.ts';
import { ChoicesUnread } from './ChoicesUnread.tsx';
import type { PanelProps } from './panel-props.ts';
import { dayText } from './texts.ts';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';

type Path = NonNullable<Episode['path']>;

/** The path the person is on, also if it is offered to nobody new, and those of the program. */
function pathsOf(episode: Episode, choices: Choices | undefined): Path[] {
  const offered = choices?.programs.find((program) => program.programId === episode.programId)?.paths ?? [];
  return episode.path === null || offered.some((path) => path.pathVersionId === episode.path?.pathVersionId) ? offered : [episode.path, ...offered];
}

export function ChangePhase({ act, episode, today, close, done }: PanelProps & { act: Act<typeof changePhase> }) {
  const { say, language } = useWords();
  const choices = useChoices(episode.site.id);
  const paths = pathsOf(episode, choices);
  const next = episode.position === null ? 1 : Math.min(episode.position.phaseNo + 1, episode.path?.phases.length ?? 1);
  const { values, set, setValues } = useFields({ pathVersionId: String(episode.path?.pathVersionId ?? ''), phaseNo: String(next), from: today, reason: '' });
  const path = paths.find((one) => one.pathVersionId === values.pathVersionId) ?? paths[0];
  const params = { episodeId: episode.episodeId };
  const submit = async (): Promise<void> => {
    if (path === undefined) return;
    const from = values.from as CivilDate;
    const changed = await act.carryOut({ params, body: { version: episode.version, pathVersionId: path.pathVersionId, phaseNo: Number(values.phaseNo), from, reason: values.reason } });
    if (changed === null) return;
    const back = phaseBackTo(episode, from);
    close();
    done(say('place.phase-changed', { day: dayText(language, from, today) }), back === null ? null : () => {
      void act.carryOut({ params, body: { version: changed.version, pathVersionId: back.pathVersionId, phaseNo: back.phaseNo, from, reason: say('place.taken-back') } });
    });
  };
  return (
    <SidePanel title={say('place.change-phase')} close={close}>
      {choices !== undefined && path === undefined ? <p>{say('move.no-paths')}</p> : (
        <ActForm act={act} submit={() => { void submit(); }} label={say('move.phase.act')}>
          <ChoicesUnread siteId={episode.site.id} />
          <ChoiceField label={say('move.path')} value={path?.pathVersionId ?? ''} set={(pathVersionId) => setValues((now) => ({ ...now, pathVersionId, phaseNo: '1' }))} options={paths.map((one) => ({ value: one.pathVersionId, label: one.name }))} />
          <ChoiceField label={say('move.phase')} hint={say('move.phase.hint')} value={values.phaseNo} set={set('phaseNo')}
            options={(path?.phases ?? []).map((phase, index) => ({ value: String(index + 1), label: say('move.phase.option', { no: index + 1, name: phase.name, level: say(`care.${phase.level}`) }) }))} />
          <TextField label={say('move.from')} type="date" value={values.from} set={set('from')} required />
          <TextField label={say('move.reason')} value={values.reason} set={set('reason')} lines={3} max={500} />
        </ActForm>
      )}
    </SidePanel>
  );
}
