/** The way to a person by their own rule: a call or a text, else in words why not (safe contact). */
import { useWords } from '../kit/words.tsx';
import { dialed, reachOf } from './task-said.ts';
import type { Task } from './task-said.ts';

export function ReachLink({ task }: { task: Task }) {
  const { say } = useWords();
  const reach = reachOf(task.reach);
  if (reach === null) return null;
  const [word, of] = reach.scheme === 'sms' ? ['task.text', 'task.text.of'] as const : ['task.call', 'task.call.of'] as const;
  return <a className="btn small" href={dialed(reach.scheme, reach.number)} aria-label={say(of, { name: task.displayName })}>{say(word)}</a>;
}

/** What to mind when reaching somebody; nothing where there is nothing to mind. */
export function ReachSaid({ reach }: { reach: Task['reach'] }) {
  const { say } = useWords();
  const said = [
    ...(reach.contactBy === 'mail' || reach.contactBy === 'none' ? [say(`task.no-call.${reach.contactBy}`)] : []),
    ...(reach.contactBy === 'phone' && reach.telephone !== '' && !reach.mayLeaveMessage ? [say('task.no-message')] : []), ...(reach.contactNote === '' ? [] : [reach.contactNote]),
  ];
  return said.length === 0 ? null : <span className="sm dim">{said.join(' · ')}</span>;
}
