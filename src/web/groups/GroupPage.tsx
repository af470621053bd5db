/** One group: what it is, its weekly times, its seats, its sessions ahead. */
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';

export function GroupPage() {
  const { say } = useWords();
  return <Work><h1>{say('room.groups')}</h1></Work>;
}
