/** A figure of the day is written here, from a day on, for one site or for all. */
import { changeDayRule } from '../../modules/program/day-rules.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, CheckField, ChoiceField, NumberField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { DayRules, Figure, Rule } from './day-figures.ts';

export const STALE = ['day-rules.read', 'needs.read', 'today.read'];
export type Written = Pick<Figure, 'id' | 'siteId' | 'validFrom'> & { value: number };
type Props = { rules: DayRules; rule: Rule; close: () => void; written: (one: Written) => void };

export function DayRulePanel({ rules, rule, close, written }: Props) {
  const { say } = useWords();
  const act = useAct(changeDayRule, STALE);
  const now = rule.figures.find(({ standing, siteId }) => standing === 'in-force' && siteId === null);
  const { values, set } = useFields({ siteId: '', value: now?.value ?? rule.least as number | null, validFrom: rules.today as string, source: '', isVerified: false });
  const submit = async (): Promise<void> => {
    const siteId = rules.sites.find(({ id }) => id === values.siteId)?.id ?? null;
    const body = { siteId, rule: rule.rule, value: values.value ?? rule.least, validFrom: values.validFrom as CivilDate, source: values.source, isVerified: values.isVerified };
    const got = await act.carryOut({ body });
    if (got !== null) written({ id: got.dayRuleId, siteId, validFrom: body.validFrom, value: body.value });
  };
  return (
    <SidePanel title={say(`day-rule.${rule.rule}`)} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('day-rules.act')}>
        <p className="dim">{say(`day-rule.${rule.rule}.say`)}</p>
        {rules.sites.length > 1 && (
          <ChoiceField label={say('day-rules.for')} value={values.siteId} set={set('siteId')} options={[{ value: '', label: say('day-rules.all') }, ...rules.sites.map(({ id, name }) => ({ value: id as string, label: name }))]} />
        )}
        <Pair>
          <NumberField label={say(`day-rule.${rule.rule}.unit`)} hint={say('day-rules.bounds', { least: rule.least, most: rule.most })} required least={rule.least} most={rule.most} value={values.value} set={set('value')} />
          <TextField label={say('day-rules.from')} type="date" required earliest={rules.today} value={values.validFrom} set={set('validFrom')} />
        </Pair>
        <TextField label={say('rule.source')} hint={say('day-rules.source.hint')} required lines={3} max={500} value={values.source} set={set('source')} />
        <CheckField label={say('rule.verified')} value={values.isVerified} set={set('isVerified')} />
      </ActForm>
    </SidePanel>
  );
}
