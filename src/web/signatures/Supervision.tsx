/** Whose notes wait for whose co-signature. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readSupervision } from '../../boards/notes/signatures.contract.ts';
import { setSupervisor } from '../../modules/notes/after.contract.ts';
import type { StaffId } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { dateText } from '../kit/times.ts';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import styles from './signatures.module.css';

type Known = ValueOf<typeof readSupervision>;
type Stretch = Known['rows'][number];
/** Who works here, and how often a colleague was changed, may be what another page was read with. */
const STALE = [readSupervision.name, 'staff.read'];

const on = (rows: readonly Stretch[], day: string): Stretch | undefined => rows.find((row) => row.startsOn <= day && (row.endedOn === null || row.endedOn >= day));

function History({ known }: { known: Known }) {
  const { say, language } = useWords();
  const dayOf = (date: string): string => `${dateText(language, date, 'month-day')}, ${date.slice(0, 4)}`;
  return (
    <Rows label={say('supervision.title')}>
      {known.rows.map((row) => (
        <Row key={row.startsOn} title={row.supervisor.name} ended={row.endedOn !== null && row.endedOn < known.today}
          detail={row.endedOn === null ? say('supervision.since', { day: dayOf(row.startsOn) }) : say('supervision.span', { from: dayOf(row.startsOn), to: dayOf(row.endedOn) })} />
      ))}
    </Rows>
  );
}

export function Supervision({ staffId, name }: { staffId: string; name: string }) {
  const { say } = useWords();
  const client = useQueryClient();
  const asked = useMemo(() => reading(readSupervision, { params: { staffId: staffId as StaffId } }), [staffId]);
  const known = useQuery(asked).data;
  const act = useAct(setSupervisor, STALE);
  const { toast, done } = useUndo();
  const [isOpen, setOpen] = useState(false);
  const { values, set, setValues } = useFields({ supervisorId: '', from: '' });
  if (known === undefined) return null;
  const open = (): void => {
    act.forget();
    setValues({ supervisorId: on(known.rows, known.today)?.supervisor.id ?? '', from: known.today });
    setOpen(true);
  };
  const carry = (supervisorId: string | null, from: string) => act.carryOut({
    params: { staffId: staffId as StaffId }, body: { version: client.getQueryData(asked.queryKey)?.version ?? known.version, supervisorId: supervisorId as StaffId | null, from: from as CivilDate },
  });
  const submit = async (): Promise<void> => {
    const [before, { from }] = [on(known.rows, values.from)?.supervisor.id ?? null, values];
    if (await carry(values.supervisorId === '' ? null : values.supervisorId, from) === null) return;
    setOpen(false);
    done(say('supervision.done', { name }), () => { void carry(before, from); });
  };
  return (
    <section className={styles.supervision} aria-labelledby="supervision">
      <div className="section"><h3 id="supervision">{say('supervision.title')}</h3><span className="grow" />{!isOpen && <button type="button" className="btn" onClick={open}>{say('supervision.change')}</button>}</div>
      {!isOpen && (known.rows.length === 0 ? <p className="dim">{say('supervision.none', { name })}</p> : <History known={known} />)}
      {isOpen && (
        <ActForm act={act} label={say('supervision.save')} submit={() => { void submit(); }} more={<button type="button" className="btn quiet" onClick={() => setOpen(false)}>{say('staff.keep')}</button>}>
          <ChoiceField label={say('supervision.who')} value={values.supervisorId} set={set('supervisorId')} options={[{ value: '', label: say('supervision.nobody') }, ...known.mayCoSign.map((one) => ({ value: one.id as string, label: [one.name, one.credential].filter((part) => part !== '').join(', ') }))]} />
          <TextField label={say('supervision.from')} hint={say('supervision.from.hint')} type="date" value={values.from} set={set('from')} earliest={known.today} required />
        </ActForm>
      )}
      {toast}
    </section>
  );
}
