/** The week’s hours of everybody at a site, sorted by who is in trouble, with what would mend it. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { askedDay, civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';

const minutes = z.number().int().nonnegative();

/** A session in which the person would sit to close the gap. */
const mendSession = z.object({ sessionId, name: z.string(), type: sessionType, startsAt: instant, endsAt: instant, minutes, freeSeats: minutes });

export const weekPerson = z.object({
  participantId,
  displayName: z.string(),
  programName: z.string(),
  trackId: uuid.nullable(),
  trackName: z.string().nullable(),
  counselorId: uuid.nullable(),
  counselorName: z.string().nullable(),
  /** Null where no level with a floor is in force in that week. */
  floor: z.object({ minutes, isProRata: z.boolean(), days: z.number().int() }).nullable(),
  doneMinutes: minutes,
  documentedMinutes: minutes,
  provisionalMinutes: minutes,
  bookedMinutes: minutes,
  forecastMinutes: minutes,
  /** How far the forecast stays under a whole floor; 0 where nothing is short, and in a week that is shown pro rata (W5). */
  gapMinutes: minutes,
  standing: z.enum(['short', 'open', 'met', 'pro-rata', 'no-floor']),
  /** What counts for the floor, by day of the person's own week. */
  days: z.array(z.object({ date: civilDate, done: minutes, unsigned: minutes, booked: minutes })),
  /** At most two; none although the week is short: no way is left in it. */
  ways: z.array(z.object({ minutes, sessions: z.array(mendSession).min(1) })),
});

export const readWeekHours = read({
  name: 'week-hours.read',
  path: '/boards/week-hours',
  summary: 'The week’s hours of everybody at a site: done, booked, short of the floor, and which free seats would mend it.',
  may: 'hours.read' satisfies Permission,
  query: z.object({ siteId: uuid, day: askedDay.optional() }),
  output: z.object({
    asOf: instant,
    site: z.object({ id: uuid, name: z.string(), timeZone: z.string() }),
    week: z.object({ starts: civilDate, ends: civilDate, today: civilDate }),
    /** The floor under which somebody is short, where it is the same for all of them, else that of most people; null without any. */
    floorMinutes: minutes.nullable(),
    holidays: z.array(z.object({ date: civilDate, name: z.string() })),
    people: z.array(weekPerson),
  }),
  discloses: (board) => board.people.map((person) => person.participantId),
  accounting: 'each-change',
});
