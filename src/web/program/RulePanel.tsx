/** A rule is written here: new, or the figures that follow it from a day on. */
import { addHoursRule, replaceHoursRule } from '../../modules/program/hours-rules.contract.ts';
import { LEVELS, POPULATIONS, RULE_BASES, SERVICE_TYPES } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, CheckField, ChoiceField, ManyField, NumberField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { hoursSaid } from '../kit/times.ts';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { emptyRule, nextFigures, withUnit } from './rule-words.ts';
import type { RuleForm, RuleRow } from './rule-words.ts';

type Fields = ReturnType<typeof useFields<RuleForm>>;

function Identity({ values, set }: Fields) {
  const { say } = useWords();
  return (
    <>
      <ChoiceField label={say('rule.purpose')} value={values.purpose} set={set('purpose')} options={(['test', 'floor'] as const).map((value) => ({ value, label: say(`rule.purpose.${value}`) }))} />
      <Pair>
        <ChoiceField label={say('rule.level')} value={values.level} set={set('level')} options={LEVELS.map((value) => ({ value, label: say(`care.${value}`) }))} />
        <ChoiceField label={say('rule.population')} value={values.population} set={set('population')} options={POPULATIONS.map((value) => ({ value, label: say(`rule.population.${value}`) }))} />
      </Pair>
    </>
  );
}

function Figures({ values, set }: Fields) {
  const { say } = useWords();
  const hint = (minutes: number | null): string => (minutes === null ? say('rule.figure.none') : hoursSaid(minutes));
  return (
    <>
      <Pair>
        <NumberField label={say('rule.floor')} hint={hint(values.floorMinutesWeek)} value={values.floorMinutesWeek} set={set('floorMinutesWeek')} least={1} most={10_080} />
        <NumberField label={say('rule.ceiling')} hint={hint(values.ceilingMinutesWeek)} value={values.ceilingMinutesWeek} set={set('ceilingMinutesWeek')} least={1} most={10_080} />
        <NumberField label={say('rule.floor-day')} hint={hint(values.floorMinutesDay)} value={values.floorMinutesDay} set={set('floorMinutesDay')} least={1} most={1440} />
        <NumberField label={say('rule.days-week')} value={values.daysWeek} set={set('daysWeek')} least={1} most={7} />
        <NumberField label={say('rule.services-week')} value={values.servicesWeek} set={set('servicesWeek')} least={1} most={99} />
        <NumberField label={say('rule.longest-gap')} value={values.longestGapDays} set={set('longestGapDays')} least={1} most={60} />
        <NumberField label={say('rule.weeks-max')} value={values.weeksMax} set={set('weeksMax')} least={1} most={104} />
        <ChoiceField label={say('rule.week-starts')} value={String(values.weekStartsOn)} set={(day) => set('weekStartsOn')(Number(day) as RuleForm['weekStartsOn'])} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: say(`rule.weekday.${day as RuleForm['weekStartsOn']}`) }))} />
      </Pair>
      <ChoiceField label={say('rule.basis')} hint={say(`rule.basis.${values.basis}.hint`)} value={values.basis} set={set('basis')} options={RULE_BASES.map((value) => ({ value, label: say(`rule.basis.${value}`) }))} />
      <ManyField label={say('rule.types')} value={values.sessionTypes} set={set('sessionTypes')} options={SERVICE_TYPES.map((value) => ({ value, label: say(`groups.type.${value}`) }))} />
      <CheckField label={say('rule.present')} value={values.participantPresent} set={set('participantPresent')} />
    </>
  );
}

function Dated({ values, set }: Fields) {
  const { say } = useWords();
  return (
    <>
      <Pair>
        <TextField label={say('rule.from')} type="date" required value={values.validFrom} set={(date) => set('validFrom')(date as CivilDate)} />
        <TextField label={say('rule.to')} hint={say('rule.to.hint')} type="date" value={values.validTo ?? ''} set={(date) => set('validTo')(date === '' ? null : date as CivilDate)} />
      </Pair>
      <TextField label={say('rule.source')} hint={say('rule.source.hint')} required lines={3} max={500} value={values.source} set={set('source')} />
      <CheckField label={say('rule.verified')} value={values.isVerified} set={set('isVerified')} />
    </>
  );
}

type Props = { today: CivilDate; /** Null: a new rule. */ follows: RuleRow | null; close: () => void; saved: (id: string, form: RuleForm) => void };

export function RulePanel({ today, follows, close, saved }: Props) {
  const { say } = useWords();
  const fields = useFields<RuleForm>(follows === null ? emptyRule(today) : nextFigures(follows, today));
  const adding = useAct(addHoursRule, ['hours-rules.read', 'paths.read', 'hours-ledger.read']);
  const replacing = useAct(replaceHoursRule, ['hours-rules.read', 'paths.read', 'hours-ledger.read']);
  const act = follows === null ? adding : replacing;
  const { values, set } = fields;
  const submit = async (): Promise<void> => {
    const { purpose, level, population, ...figures } = withUnit(values);
    const got = follows === null
      ? await adding.carryOut({ body: { ...figures, purpose, level, population } })
      : await replacing.carryOut({ params: { ruleId: follows.id }, body: { ...figures, version: follows.version } });
    if (got !== null) saved(got.ruleId, values);
  };
  return (
    <SidePanel title={follows === null ? say('rule.add') : say('rule.follow', { name: follows.name })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={follows === null ? say('rule.add.act') : say('rule.follow.act')}>
        {follows === null && <Identity {...fields} />}
        <TextField label={say('rule.name')} required max={120} value={values.name} set={set('name')} />
        {values.purpose === 'test' && <TextField label={say('rule.said-by')} hint={say('rule.said-by.hint')} required max={120} value={values.saidBy} set={set('saidBy')} />}
        <Figures {...fields} />
        <Dated {...fields} />
      </ActForm>
    </SidePanel>
  );
}
