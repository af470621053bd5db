/** Hours rules side by side: what each asks for, who says so, since when, and whether it was compared with its source. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { readHoursRules } from '../../boards/program/hours-settings.contract.ts';
import { endHoursRule, switchHoursRule } from '../../modules/program/hours-rules.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { RulePanel } from './RulePanel.tsx';
import { RulesTable } from './RulesTable.tsx';
import type { RuleRow } from './rule-words.ts';
import { SettingsPage } from './SettingsPage.tsx';
import frame from './program.module.css';
import styles from './rules.module.css';

type Rules = z.output<typeof readHoursRules['output']>;
type Open = { what: 'add' } | { what: 'follow' | 'end'; rule: RuleRow } | null;

const REFRESH = ['hours-rules.read', 'paths.read', 'hours-ledger.read'];

function EndPanel({ rule, today, close, ended }: { rule: RuleRow; today: CivilDate; close: () => void; ended: (version: number) => void }) {
  const { say } = useWords();
  const { values, set } = useFields({ lastOn: rule.validTo ?? (today > rule.validFrom ? today : rule.validFrom) });
  const act = useAct(endHoursRule, REFRESH);
  const submit = async (): Promise<void> => {
    const got = await act.carryOut({ params: { ruleId: rule.id }, body: { version: rule.version, ends: true, lastOn: values.lastOn } });
    if (got !== null) ended(got.version);
  };
  return (
    <SidePanel title={say('rule.end', { name: rule.name })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('rule.end.act')}>
        <p>{say('rule.end.say')}</p>
        <TextField label={say('rule.end.last')} type="date" required earliest={rule.validFrom} value={values.lastOn} set={(date) => set('lastOn')(date as CivilDate)} />
      </ActForm>
    </SidePanel>
  );
}

function RulesRead({ data }: { data: Rules }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const [open, setOpen] = useState<Open>(null);
  const ending = useAct(endHoursRule, REFRESH);
  const switching = useAct(switchHoursRule, REFRESH);
  const { toast, done } = useUndo();
  const close = (): void => setOpen(null);
  const floors = data.rules.filter((rule) => rule.purpose === 'floor' && rule.standing !== 'past');
  const tests = data.rules.filter((rule) => rule.purpose === 'test' && rule.standing !== 'past');
  const past = data.rules.filter((rule) => rule.standing === 'past');
  const on = tests.filter((rule) => rule.isOn && rule.standing === 'in-force').length;
  const unverified = [...floors, ...tests].filter((rule) => rule.isOn && !rule.isVerified).length;

  const turn = async (rule: Pick<RuleRow, 'id' | 'version' | 'name'>, isOn: boolean): Promise<void> => {
    const got = await switching.carryOut({ params: { ruleId: rule.id }, body: { version: rule.version, isOn } });
    if (got !== null) done(say(isOn ? 'rule.switched-on' : 'rule.switched-off', { name: rule.name }), () => { void turn({ ...rule, version: got.version }, !isOn); });
  };
  const end = (rule: RuleRow, version: number, lastOn: CivilDate | null, takesOut = false) => ending.carryOut({ params: { ruleId: rule.id }, body: { version, ends: takesOut, lastOn } });
  const added = (id: string, name: string): void => {
    close();
    done(say('rule.added', { name }), () => { void ending.carryOut({ params: { ruleId: id as RuleRow['id'] }, body: { version: 0, ends: true, lastOn: null } }); });
  };
  const followed = (rule: RuleRow, id: string): void => {
    close();
    done(say('rule.followed', { name: rule.name }), () => {
      void (async () => {
        const out = await ending.carryOut({ params: { ruleId: id as RuleRow['id'] }, body: { version: 0, ends: true, lastOn: null } });
        if (out !== null) await end(rule, rule.version + 1, rule.validTo);
      })();
    });
  };
  const acts = { turn: (rule: RuleRow) => { void turn(rule, !rule.isOn); }, follow: (rule: RuleRow) => setOpen({ what: 'follow', rule }), end: (rule: RuleRow) => setOpen({ what: 'end', rule }) };
  return (
    <>
      <p className={frame.say}><Rich text={say('rules.opening', { on, tests: tests.length })} /> {unverified > 0 && <Rich text={say('rules.unverified', { rules: unverified })} />}</p>
      {mayChange && <p className={styles.add}><button type="button" className="btn go" onClick={() => setOpen({ what: 'add' })}>{say('rule.add')}</button></p>}
      {switching.answer !== null && <RefusalNotice answer={switching.answer} />}
      {ending.answer !== null && <RefusalNotice answer={ending.answer} />}
      <RulesTable title={say('rules.floors')} detail={say('rules.floors.say')} rules={floors} acts={mayChange ? acts : null} />
      <RulesTable title={say('rules.tests')} detail={say('rules.tests.say')} rules={tests} acts={mayChange ? acts : null} />
      {past.length > 0 && <details className={styles.fold}><summary>{say('rules.past', { rules: past.length })}</summary><RulesTable title={say('rules.past.title')} detail={say('rules.past.say')} rules={past} acts={null} /></details>}
      {open?.what === 'add' && <RulePanel today={data.today} follows={null} close={close} saved={(id, form) => added(id, form.name)} />}
      {open?.what === 'follow' && <RulePanel key={open.rule.id} today={data.today} follows={open.rule} close={close} saved={(id) => followed(open.rule, id)} />}
      {open?.what === 'end' && (
        <EndPanel key={open.rule.id} rule={open.rule} today={data.today} close={close} ended={(version) => {
          close();
          done(say('rule.ended', { name: open.rule.name }), () => { void end(open.rule, version, open.rule.validTo); });
        }} />
      )}
      {toast}
    </>
  );
}

export function HoursPage() {
  const { say } = useWords();
  const mayRead = useMe().may('settings.read');
  const rules = useQuery({ ...reading(readHoursRules, {}), enabled: mayRead });
  return (
    <SettingsPage page="program.hours">
      {rules.data === undefined && (rules.error === null
        ? <Waiting said={say('waiting')}><p className={frame.say}><Blank width={420} height={18} /></p><Blank width="100%" height={240} /></Waiting>
        : <UnreadNotice error={rules.error} again={() => { void rules.refetch(); }} />)}
      {rules.data !== undefined && <RulesRead data={rules.data} />}
    </SettingsPage>
  );
}
