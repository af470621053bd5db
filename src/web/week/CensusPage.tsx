/** How many people are in the program, by level, phase and track. */
import { Work } from '../kit/Work.tsx';

export function CensusPage() {
  return <Work>{null}</Work>;
}
