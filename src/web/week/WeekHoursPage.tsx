/** The week’s hours of everybody at a site, those in trouble first. */
import { Work } from '../kit/Work.tsx';

export function WeekHoursPage() {
  return <Work>{null}</Work>;
}
