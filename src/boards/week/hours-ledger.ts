/** One person's hours in one week: the same rows that notes, charges and reviews are read from. */
import { sql } from 'kysely';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { sumAccount } from '../../modules/attendance/index.ts';
import { MINUTES_RULE } from '../../modules/attendance/words.ts';
import { displayName } from '../../modules/people/index.ts';
import { boundsOf, dateIn } from '../../values/civil-date.ts';
import type { readHoursLedger as contract } from './hours-ledger.contract.ts';
import { listWeeks, toLine } from './hours-ledger-rows.ts';
import { floorOf, loadGrounds, loadServicesBefore, testsOf } from './hours-of-week.ts';
import { listPlaced } from './hours-placed.ts';

export const readHoursLedger: Answer<typeof contract> = async ({ tx, actor, now }, { params, query }) => {
  const person = params.participantId;
  const where = sql`e.participant_id = ${person} and e.site_id = any(${actor.placeIds}::uuid[])`;
  const [placed] = await listPlaced(tx, actor.orgId, where, { day: query.day ?? null, now });
  if (placed === undefined) return refuse('not-found');
  const zone = placed.timeZone;
  const today = dateIn(zone, now);
  const day = query.day ?? today;
  const ground = (await loadGrounds(tx, actor.orgId, placed.siteId, [placed], day)).get(placed.episodeId);
  if (ground === undefined) throw new Error('an episode without its rules');
  const { week } = ground;
  const reading = { ground, zone, now, readsText: actor.permissions.has('note.read') };
  const weeks = await listWeeks(tx, actor.orgId, [person], boundsOf(zone, ground.range));
  const lines = (weeks.get(person) ?? []).map((row) => toLine(row, reading));
  const own = lines.filter((line) => line.shown.date >= week.starts && line.shown.date <= week.ends);
  const before = await loadServicesBefore(tx, actor.orgId, { participantId: person, zone, ground });
  return { value: {
    asOf: now.toISOString(), participant: { id: person, displayName: displayName(placed), siteName: placed.siteName, timeZone: zone }, week: { ...week, today },
    floor: floorOf(ground, day), holidays: ground.holidays.filter((one) => one.date >= week.starts && one.date <= week.ends),
    tests: testsOf(ground, { services: lines.map((line) => line.service), before, today, day }),
    ...sumAccount(own), minutesRule: MINUTES_RULE, rows: own.map((line) => line.shown),
  } };
};
