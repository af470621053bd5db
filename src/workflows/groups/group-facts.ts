/** What every act on groups must know first: whether all that it names is there, belongs together and is current, and who holds which credential. */
import type { Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Refused } from '../../platform/outcome.ts';
import { holdsCredential, listCredentialsOf } from '../../modules/people/index.ts';
import { areCurrent, timesCollide, timesFit } from '../../modules/schedules/index.ts';
import type { WeeklyTime } from '../../modules/schedules/words.ts';

type Said = { siteId: string; programId: string; trackId: string | null; curriculumId: string | null; roomIds: readonly (string | null)[]; staffIds: readonly (string | null)[] };

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Whether the site is the asker's, and everything named is current and of this site and program. */
export async function isWhole({ tx, actor }: Pick<Exchange, 'tx' | 'actor'>, said: Said): Promise<boolean> {
  if (!actor.placeIds.includes(said.siteId)) return false;
  const { siteId, programId, trackId, curriculumId } = said;
  return await areCurrent(tx, actor.orgId, { siteId, programId, trackId, curriculumId, roomIds: present(said.roomIds), staffIds: present(said.staffIds) });
}

/** Whether every leader of these times holds what the group asks for on a day. */
export async function leadersHold({ tx, actor }: Pick<Exchange, 'tx' | 'actor'>, times: readonly Pick<WeeklyTime, 'facilitatorId'>[], required: string, day: string): Promise<boolean> {
  const leaders = present(times.map((time) => time.facilitatorId));
  if (required === '' || leaders.length === 0) return true;
  const held = await listCredentialsOf(tx, actor.orgId, leaders);
  return leaders.every((leader) => holdsCredential(held.filter((one) => one.staffId === leader), required, day));
}

/** A refusal when the times of a form overlap each other, run past midnight or have breaks outside them. */
export function refuseTimes(times: readonly WeeklyTime[]): Refused<'times-collide'> | null {
  return timesFit(times) && !timesCollide(times) ? null : refuse('times-collide');
}
