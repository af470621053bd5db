/** The opening sentences of one group: seats, when the next is free, how often it meets, and whether it begins or ends. */
import type { CivilDate } from '../../values/civil-date.ts';
import type { Said } from '../words/said.ts';
import { countSeats, nextGiven, seatRowsOf } from './seat-rows.ts';
import type { GroupBoard } from './seat-rows.ts';
import { clinicalOf } from './week.ts';

/** Said of the same seats that stand below it; `day` and `hours` write dates and minutes as the page does. */
export function groupSaid({ group, today, seats, showsPeople }: Pick<GroupBoard, 'group' | 'today' | 'seats' | 'showsPeople'>, { day, hours }: { day: (date: CivilDate) => string; hours: (minutes: number) => string }): Said[] {
  if (group.endedOn !== null && group.endedOn < today) return [{ id: 'group.say.ended', values: { date: day(group.endedOn) } }];
  const current = group.times.filter((time) => time.startsOn <= today || group.startsOn > today);
  const from = group.countedOn;
  // Whoever may not see people is told the counts of the server.
  const { taken, coming } = showsPeople ? countSeats(seats, from) : { taken: group.seatsTaken, coming: 0 };
  const next = showsPeople ? nextGiven(seatRowsOf(group.capacity, seats, from)) : null;
  const free = showsPeople ? next?.from ?? null : group.nextFree;
  const said: Said[] = [{ id: 'group.say.seats', values: { taken, seats: group.capacity } }];
  if (coming > 0) said.push({ id: 'group.say.coming', values: { people: coming } });
  if (free === null) said.push({ id: 'group.say.no-free' });
  else said.push(free <= (group.startsOn <= today ? group.countedOn : today) ? { id: 'group.say.free-now' } : { id: 'group.say.free-from', values: { date: day(free) } });
  if (current.length > 0) said.push({ id: 'group.say.week', values: { times: current.length, hours: hours(clinicalOf(current).clinical) } });
  if (group.startsOn > today) said.push({ id: 'group.say.starts', values: { date: day(group.startsOn) } });
  if (group.endedOn !== null) said.push({ id: 'group.say.ends', values: { date: day(group.endedOn) } });
  return said;
}
