/** One task at the side: what and whose it is, taking it, handing it over, closing it, writing down a contact about it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { handOverTask, takeTask } from '../../modules/tasks/contract.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { ChoiceField } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { CloseForm } from './CloseForm.tsx';
import { ReachLink, ReachSaid } from './Reach.tsx';
import { dueOf, isDanger, titleOf, whenOf } from './task-said.ts';
import type { Task, Tasks, Telling } from './task-said.ts';
import { STALE } from './use-tasks.ts';
import styles from './tasks.module.css';

type Props = { task: Task; /** To whom it may be handed over. */ takers: Tasks['takers']; /** On the page of the person there is no way there to offer. */ onPerson?: boolean; telling: Telling; close: () => void; closed: (task: Task, next: string | null) => void; write: (task: Task) => void };

function Facts({ task, telling }: { task: Task; telling: Telling }) {
  const { say } = telling;
  const when = (instant: string): string => whenOf(telling, instant);
  return (
    <ul className={styles.facts}>
      {task.kind !== 'craving' && task.detail !== '' && <li className="voice">{task.detail}</li>}
      <li>{say('task.opened', { when: when(task.openedAt), by: task.openedBy })}</li>
      {task.marks.slice(1).map((mark) => <li key={`${mark.at} ${mark.by}`}>{say('task.marked-again', { when: when(mark.at), by: mark.by })}{mark.detail !== '' && mark.detail !== task.detail && <>: <span className="voice">{mark.detail}</span></>}</li>)}
      {task.session !== null && <li>{say('task.from', { session: task.session.name, when: when(task.session.startsAt) })}</li>}
      {task.otherSiteName !== null && <li>{say('task.at', { site: task.otherSiteName })}</li>}
      {task.closed === null && !(isDanger(task) && task.taken !== null) && <li className={task.isOverdue ? styles.late : undefined}>{dueOf(telling, task)}</li>}
      <li><b>{task.taken === null ? say('task.not-taken') : say('task.taken', { name: task.taken.name, when: when(task.taken.at) })}</b></li>
      {task.owners.map((owner) => <li key={owner.staffId}>{say('task.owner', { name: owner.name, because: say(`owned.${owner.because}`) })}</li>)}
      <li><ReachSaid reach={task.reach} /></li>
    </ul>
  );
}

/** To whom else: somebody who can act here today. */
function HandOver({ task, takers }: Pick<Props, 'task' | 'takers'>) {
  const { say } = useWords();
  const act = useAct(handOverTask, STALE);
  const others = takers.filter((one) => one.staffId !== task.taken?.staffId && !task.owners.some((owner) => owner.staffId === one.staffId && owner.because === 'handed-over'));
  const [to, setTo] = useState('');
  const staffId = others.some((one) => one.staffId === to) ? to : others[0]?.staffId;
  if (staffId === undefined) return null;
  return (
    <>
      {act.answer !== null && <RefusalNotice answer={act.answer} />}
      <div className={styles.line}>
        <ChoiceField label={say('task.hand-over.to')} value={staffId} set={setTo} options={others.map((one) => ({ value: one.staffId, label: one.name }))} />
        <button type="button" className="btn" onClick={() => { if (!act.busy) void act.carryOut({ params: { taskId: task.id }, body: { version: task.version, staffId: staffId as StaffId } }); }}>{say('task.hand-over.act')}</button>
      </div>
      <p className="sm dim">{say('task.hand-over.hint')}</p>
    </>
  );
}

function TakeButton({ task }: { task: Task }) {
  const { say } = useWords();
  const { staffId } = useMe();
  const act = useAct(takeTask, STALE);
  const isHeld = task.taken?.staffId === staffId;
  const word = task.taken === null ? 'task.take' : isHeld ? 'task.give-back' : 'task.take-over';
  const press = (): void => { if (!act.busy) void act.carryOut({ params: { taskId: task.id }, body: { version: task.version, takes: !isHeld } }); };
  return (
    <>
      {act.answer !== null && <RefusalNotice answer={act.answer} />}
      <button type="button" className={task.taken === null && task.kind === 'danger' ? `btn ${styles.fill}` : 'btn'} onClick={press}>{act.busy ? say('saving') : say(word)}</button>
    </>
  );
}

export function TaskPanel({ task, takers, onPerson = false, telling, close, closed, write }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const mayClose = may('task.close') && task.closed === null;
  return (
    <SidePanel title={titleOf(telling, task)} close={close}>
      <Facts task={task} telling={telling} />
      <div className={styles.panel}>
        <div className={styles.buttons}>
          {mayClose && <TakeButton task={task} />}
          <ReachLink task={task} />
          {may('contact.write') && task.closed === null && <button type="button" className="btn" onClick={() => write(task)}>{say('task.close.note')}</button>}
          {may('people.read') && !onPerson && <Link className="btn quiet" to="/people/$participantId" params={{ participantId: task.participantId }}>{say('task.person')}</Link>}
        </div>
        {mayClose && <HandOver task={task} takers={takers} />}
      </div>
      {mayClose && <CloseForm task={task} telling={telling} closed={(next) => closed(task, next)} />}
      {task.closed !== null && <><p><b>{say(`ended.${task.closed.endedAs}`)}.</b> {task.closed.done}</p><p className="sm dim">{say('task.closed.by', { name: task.closed.name, when: whenOf(telling, task.closed.at) })}</p></>}
    </SidePanel>
  );
}
