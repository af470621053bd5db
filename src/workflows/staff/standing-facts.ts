/** Whether a member of staff works here now, will from a day on, or does no more: what decides over codes and at the door. */
import type { Tx } from '../../platform/database.ts';
import type { Standing } from '../../platform/sign-in/index.ts';
import { findStaffActor, lockStaff } from '../../modules/people/index.ts';
import type { CivilDate } from '../../values/civil-date.ts';

/** The row is locked, so that a code is not handed out while the person's work is being ended. Null when there is no such row. */
export async function loadStanding(tx: Tx, orgId: string, staffId: string, now: Date): Promise<Standing | null> {
  const row = await lockStaff(tx, orgId, staffId);
  if (row === null) return null;
  const name = `${row.givenName} ${row.familyName}`;
  if (await findStaffActor(tx, orgId, staffId, now) !== null) return { state: 'working', name };
  // Asked once more at midnight before the first day: whoever is nobody even then has left.
  const onFirstDay = await findStaffActor(tx, orgId, staffId, new Date(`${row.startedOn}T00:00:00Z`));
  const isAhead = onFirstDay !== null && new Date(`${row.startedOn}T00:00:00Z`) > now;
  return isAhead ? { state: 'ahead', name, startsOn: row.startedOn as CivilDate } : { state: 'gone' };
}
