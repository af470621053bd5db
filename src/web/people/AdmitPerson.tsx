/** The panel that admits a person: site, program, path, track, level, counselor, first day. */
import { admitPerson } from '../../modules/placements/contract.ts';
import { LEVELS } from '../../modules/program/words.ts';
import type { Level } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { ChoicesUnread } from './ChoicesUnread.tsx';
import type { Person } from './PersonHead.tsx';
import { STALE, useChoices } from './use-choices.ts';

const orNull = (value: string): string | null => (value === '' ? null : value);

type Props = { person: Pick<Person, 'participantId' | 'displayName' | 'age' | 'today'>; close: () => void; admitted?: (participantId: string) => void };

export function AdmitPerson({ person, close, admitted: then }: Props) {
  const { say } = useWords();
  const { sites } = useMe();
  const act = useAct(admitPerson, STALE);
  const { values, set, setValues } = useFields({ siteId: String(sites[0]?.id ?? ''), programId: '', pathId: '', trackId: '', level: '', counselorId: '', admittedOn: String(person.today) });
  const choices = useChoices(values.siteId);
  const programs = choices?.programs ?? [];
  // Somebody of sixteen belongs to a program for adolescents: there the floor is another, and so are the groups.
  const fitting = person.age === null ? null : person.age < 18 ? 'adolescents' : 'adults';
  const program = programs.find((one) => one.programId === values.programId) ?? programs.find((one) => one.population === fitting) ?? programs[0];
  const elsewhere = { pathId: '', trackId: '' };
  const submit = async (): Promise<void> => {
    if (program === undefined) return;
    const admitted = await act.carryOut({
      params: { participantId: person.participantId },
      body: {
        siteId: values.siteId, programId: program.programId, pathId: orNull(values.pathId), trackId: orNull(values.trackId), level: orNull(values.level) as Level | null,
        counselorId: orNull(values.counselorId), admittedOn: values.admittedOn as CivilDate,
      },
    });
    if (admitted === null) return;
    close();
    then?.(admitted.participantId);
  };
  return (
    <SidePanel title={say('admit.title', { name: person.displayName })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('admit.act')}>
        <ChoicesUnread siteId={values.siteId} />
        {sites.length > 1 && <ChoiceField label={say('admit.site')} value={values.siteId} set={(siteId) => setValues((now) => ({ ...now, ...elsewhere, siteId, counselorId: '' }))} options={sites.map((site) => ({ value: String(site.id), label: site.name }))} />}
        <ChoiceField label={say('admit.program')} value={program?.programId ?? ''} set={(programId) => setValues((now) => ({ ...now, ...elsewhere, programId }))} options={programs.map((one) => ({ value: String(one.programId), label: one.name }))} />
        {program !== undefined && fitting !== null && program.population !== fitting && <Notice tone="amber" sentence={say(`admit.population.${program.population}`, { name: person.displayName, age: person.age ?? 0 })} way={say('admit.population.way')} />}
        <TextField label={say('admit.day')} type="date" value={values.admittedOn} set={set('admittedOn')} required />
        <ChoiceField label={say('move.path')} value={values.pathId} set={set('pathId')} options={[{ value: '', label: say('move.path.none') }, ...(program?.paths ?? []).map((path) => ({ value: String(path.pathId), label: path.name }))]} />
        <ChoiceField label={say('move.level')} value={values.level} set={set('level')} options={[{ value: '', label: say('admit.level.own') }, ...LEVELS.map((level) => ({ value: String(level), label: say(`care.${level}`) }))]} />
        <ChoiceField label={say('move.track')} value={values.trackId} set={set('trackId')} options={[{ value: '', label: say('move.track.none') }, ...(program?.tracks ?? []).map((track) => ({ value: String(track.trackId), label: track.name }))]} />
        <ChoiceField label={say('move.counselor')} value={values.counselorId} set={set('counselorId')} options={[{ value: '', label: say('move.counselor.none') }, ...(choices?.counselors ?? []).map((one) => ({ value: String(one.staffId), label: one.name }))]} />
      </ActForm>
    </SidePanel>
  );
}
