/** A program is added or changed: for whom, what is treated, at which level people are admitted. */
import { addProgram, changeProgram } from '../../modules/program/ground.contract.ts';
import { LEVELS, POPULATIONS, SPECIALTIES } from '../../modules/program/words.ts';
import type { Level, Population, Specialty } from '../../modules/program/words.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import type { Say } from '../kit/words.tsx';
import type { ProgramRow } from './ground.ts';
import { Stands } from './Stands.tsx';
import { useSettingAct } from './use-setting-act.ts';

type Kind = { population: Population; specialty: Specialty; level: Level };
type Values = Kind & { name: string };
const FRESH: Values = { name: '', population: 'adults', specialty: 'substance-use', level: 'iop' };
const valuesOf = ({ name, population, specialty, level }: ProgramRow): Values => ({ name, population, specialty, level });

export function kindSaid(say: Say, { population, specialty, level }: Kind): string {
  return [say(`program.population.${population}`), say(`program.specialty.${specialty}`), say(`program.level.${level}`)].join(' · ');
}

export function ProgramPanel({ program, close }: { program: ProgramRow | null; close: () => void }) {
  const { say } = useWords();
  const { values, set, setValues } = useFields<Values>(program === null ? FRESH : valuesOf(program));
  const [adding, changing] = [useSettingAct(addProgram), useSettingAct(changeProgram)];
  const act = program === null ? adding : changing;
  const submit = async (): Promise<void> => {
    const got = program === null ? await adding.carryOut({ body: values }) : await changing.carryOut({ params: { programId: program.id }, body: { ...values, version: program.version } });
    if (got !== null) close();
  };
  return (
    <SidePanel title={program === null ? say('program.add') : say('program.change', { name: program.name })} close={close}>
      <ActForm act={act} label={say(program === null ? 'program.add.act' : 'program.keep')} submit={() => { void submit(); }}>
        <TextField label={say('ground.name')} required value={values.name} set={set('name')} max={120} />
        {program?.isKindFixed === true ? <p className="sm dim">{say('program.kind.stays', { kind: kindSaid(say, program) })}</p> : (
          <>
            <ChoiceField label={say('program.population')} value={values.population} set={set('population')} options={POPULATIONS.map((value) => ({ value, label: say(`program.population.${value}`) }))} />
            <ChoiceField label={say('program.specialty')} value={values.specialty} set={set('specialty')} options={SPECIALTIES.map((value) => ({ value, label: say(`program.specialty.${value}`) }))} />
            <ChoiceField label={say('program.level')} hint={say('program.kind.hint')} value={values.level} set={set('level')} options={LEVELS.map((value) => ({ value, label: say(`program.level.${value}`) }))} />
          </>
        )}
        {program !== null && <Stands answer={act.answer} stands={`${program.name}, ${kindSaid(say, program)}`} take={() => { setValues(valuesOf(program)); act.forget(); }} />}
      </ActForm>
    </SidePanel>
  );
}
