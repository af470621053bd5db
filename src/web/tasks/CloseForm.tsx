/** Closing a task: how it ended and what was done; danger ends in no other way (W18). */
import { closeTask } from '../../modules/tasks/contract.ts';
import { ENDS, mayTryAgain } from '../../modules/tasks/words.ts';
import type { TaskEnd } from '../../modules/tasks/words.ts';
import type { Offline, Refused } from '../call.ts';
import { ActForm, CheckField, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { whenOf } from './task-said.ts';
import type { Task, Telling } from './task-said.ts';
import { STALE } from './use-tasks.ts';

/** By whom it was closed meanwhile, where the refusal names somebody; what was typed stays until the page is read again. */
function ClosedBy({ answer, telling }: { answer: Refused | Offline | null; telling: Telling }) {
  if (answer === null || 'offline' in answer || answer.refused !== 'task-closed' || typeof answer.facts?.['at'] !== 'string') return null;
  return <p><b>{telling.say('task.closed.by', { name: String(answer.facts['by']), when: whenOf(telling, answer.facts['at']) })}</b></p>;
}

type Props = { task: Task; telling: Telling; /** `next`: when the next call is due. */ closed: (next: string | null) => void };

export function CloseForm({ task, telling, closed }: Props) {
  const { say } = useWords();
  const act = useAct(closeTask, STALE);
  const ends = ENDS[task.kind];
  // Nothing is chosen at first: how a danger ended is said on purpose.
  const { values, set } = useFields({ endedAs: '' as TaskEnd | '', done: '', triesAgain: true });
  const needsWords = task.kind === 'danger' || values.endedAs === 'other';
  const submit = async (): Promise<void> => {
    const { endedAs, done } = values;
    const triesAgain = values.triesAgain && mayTryAgain(task.kind, endedAs);
    if (endedAs === '') return;
    const got = await act.carryOut({ params: { taskId: task.id }, body: { ends: true, version: task.version, endedAs, done, ...(triesAgain ? { triesAgain } : {}) } });
    if (got !== null) closed(got.next?.dueAt ?? null);
  };
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('task.close.act')}>
      <ChoiceField<TaskEnd | ''> label={say('task.close.how')} required value={values.endedAs} set={set('endedAs')} options={[{ value: '', label: say('choose') }, ...ends.map((end) => ({ value: end, label: say(`ended.${end}`) }))]} />
      {mayTryAgain(task.kind, values.endedAs) && <CheckField label={say('task.close.again')} value={values.triesAgain} set={set('triesAgain')} />}
      <TextField label={say('task.close.done')} hint={say('task.close.done.hint')} value={values.done} set={set('done')} lines={3} max={2000} required={needsWords} />
      <ClosedBy answer={act.answer} telling={telling} />
    </ActForm>
  );
}
