/** Every open task of a site and what became of those of the last days. */
import { Work } from '../kit/Work.tsx';

export function TasksPage() {
  return <Work>{null}</Work>;
}
