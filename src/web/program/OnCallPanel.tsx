/** A span of days and weekdays for one person: what it comes to is said before the button is pressed. */
import type { StaffId } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, ManyField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { WEEKDAYS, dateOfWeekday, daysIn, joined } from './on-call.ts';
import type { OnCall, Weekday } from './on-call.ts';
import type { OnCallActs } from './use-on-call-acts.ts';
import styles from './on-call.module.css';

/** More than these are counted. */
const NAMED = 6;

/** The days that stand in the way, where the refusal names them. */
function RefusedDays({ acts }: { acts: OnCallActs }) {
  const { say, language } = useWords();
  const facts = acts.refused !== null && 'refused' in acts.refused ? acts.refused.facts?.['days'] : undefined;
  if (!Array.isArray(facts) || facts.length === 0) return null;
  const first = facts.slice(0, NAMED).map((day) => dateText(language, String(day), 'month-day'));
  return <p className={styles.days}>{joined(language, facts.length > NAMED ? [...first, say('on-call.say.more', { days: facts.length - NAMED })] : first)}</p>;
}

type Props = { span: { from: CivilDate; to: CivilDate; single: boolean }; board: OnCall; acts: OnCallActs; close: () => void };
type Values = { staffId: string; from: string; to: string; weekdays: `${Weekday}`[] };

export function OnCallPanel({ span, board, acts, close }: Props) {
  const { say, language } = useWords();
  const people = board.people.filter((one) => one.mayBeOnCall);
  const standing = board.days.find((day) => day.date === span.from)?.onCall ?? null;
  const { values, set } = useFields<Values>({
    staffId: people.find((one) => one.staffId === standing)?.staffId ?? people[0]?.staffId ?? '', from: span.from, to: span.to,
    weekdays: (span.single ? WEEKDAYS : WEEKDAYS.slice(0, 5)).map((weekday) => `${weekday}` as const),
  });
  const weekdays = values.weekdays.map(Number) as Weekday[];
  const days = daysIn(values.from, values.to, weekdays);
  const person = people.find((one) => one.staffId === values.staffId);
  const body = { from: values.from as CivilDate, to: values.to as CivilDate, weekdays };
  const wait = async (work: Promise<boolean>): Promise<void> => { if (await work) close(); };
  const said = days.length === 0 || person === undefined ? say('on-call.panel.no-day') : say('on-call.panel.days', { name: person.name, days: days.length });
  return (
    <SidePanel title={span.single ? dateText(language, span.from) : say('on-call.set')} close={close}>
      <ActForm act={{ busy: acts.busy, answer: acts.refused }} label={say('on-call.save')} submit={() => { void wait(acts.set({ ...body, staffId: values.staffId as StaffId }, person?.name ?? '')); }}
        more={<button type="button" className="btn quiet" onClick={() => { if (!acts.busy) void wait(acts.clear(body)); }}>{say('on-call.clear')}</button>}>
        <ChoiceField label={say('on-call.who')} value={values.staffId} set={set('staffId')} required
          options={people.map((one) => ({ value: one.staffId, label: one.credential === '' ? one.name : `${one.name}, ${one.credential}` }))} />
        <Pair>
          <TextField label={say('on-call.from')} type="date" value={values.from} set={set('from')} earliest={board.today} required />
          <TextField label={say('on-call.to')} type="date" value={values.to} set={set('to')} earliest={values.from} required />
        </Pair>
        <div className={styles.weekdays}>
          <ManyField label={say('on-call.weekdays')} value={values.weekdays} set={set('weekdays')} options={WEEKDAYS.map((weekday) => ({ value: `${weekday}` as const, label: dateText(language, dateOfWeekday(weekday), 'weekday') }))} />
        </div>
        <p role="status">{said}</p>
        <RefusedDays acts={acts} />
      </ActForm>
    </SidePanel>
  );
}
