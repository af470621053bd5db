/** The hours ledger of one person and one week: every figure opens the rows it came from. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { askedDay, civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { absenceReason, ledgerStanding, minutesOfSession } from '../../modules/attendance/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { RULE_BASES, RULE_PURPOSES } from '../../modules/program/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';

/** Why planned and clinical minutes differ; the page says it in a sentence. */
export const differences = z.enum(['came-late', 'left-early', 'was-away-between', 'break-left-out', 'ended-early', 'did-not-come', 'not-counted-for-floor']);

export const ledgerRow = z.object({
  sessionId,
  name: z.string(),
  type: sessionType,
  date: civilDate,
  startsAt: instant,
  endsAt: instant,
  stays: z.array(z.object({ arrivedAt: instant, leftAt: instant.nullable() })),
  minutes: minutesOfSession,
  /** Clinical minutes this row brings to the forecast: done, or still to be had. */
  expectedMinutes: z.number().int().nonnegative(),
  standing: ledgerStanding,
  countsForFloor: z.boolean(),
  differences: z.array(differences),
  note: z.object({ authorName: z.string(), signedAt: instant, minutesRule: z.string() }).nullable(),
  /**
   * The newest correction of the times (W14): `minutes` above are the corrected ones, `was` those that were signed, null where nothing was signed yet.
   * The reason is somebody's own words: null for whoever may not read notes (W20).
   */
  correction: z.object({ was: minutesOfSession.nullable(), minutesRule: z.string().nullable(), reason: z.string().nullable(), authorName: z.string(), recordedAt: instant }).nullable(),
  /** That somebody recorded the absence, and why. */
  absence: z.object({ reason: absenceReason.nullable(), isExcused: z.boolean(), detail: z.string().nullable() }).nullable(),
  isMakeUp: z.boolean(),
  /** Sat in beyond the seats there were (W10). */
  overCap: z.object({ reason: z.string().nullable() }).nullable(),
});

const figure = z.number().int().nonnegative();

/** What one rule says of the week: now, with what is booked, and what it asks for. */
export const hoursTest = z.object({
  ruleId: uuid, name: z.string(), saidBy: z.string(), purpose: z.enum(RULE_PURPOSES), basis: z.enum(RULE_BASES), source: z.string(), validFrom: civilDate, isVerified: z.boolean(),
  state: z.enum(['met', 'open', 'not-met', 'pro-rata']),
  /** Days of its week on which its level is in force. */
  daysInForce: z.number().int(),
  floorMinutesDay: z.number().int().nullable(),
  parts: z.array(z.object({
    kind: z.enum(['minutes', 'ceiling', 'days', 'day-minutes', 'services', 'gap', 'weeks']), now: figure, forecast: figure, wanted: figure, state: z.enum(['met', 'open', 'not-met']),
  })),
  /** The sessions it counts, some perhaps outside the week of the page where the rule's own week begins on another day. */
  rows: z.array(sessionId),
});

export const readHoursLedger = read({
  name: 'hours-ledger.read',
  path: '/people/:participantId/hours',
  summary: 'A person’s minutes in one week: planned, attended and clinical, with the forecast against the floor.',
  may: 'hours.read' satisfies Permission,
  params: z.object({ participantId }),
  query: z.object({ day: askedDay.optional() }),
  output: z.object({
    asOf: instant,
    participant: z.object({ id: participantId, displayName: z.string(), siteName: z.string(), timeZone: z.string() }),
    week: z.object({ starts: civilDate, ends: civilDate, today: civilDate }),
    /** Null where no level of care is in force in that week. */
    floor: z.object({
      minutes: z.number().int(), ruleName: z.string(), source: z.string(), validFrom: civilDate,
      /** Two levels, an admission or a discharge in the week: shown for the days of the level, and never an alarm (W5). */
      isProRata: z.boolean(), days: z.number().int(),
    }).nullable(),
    /** Days without sessions in the week: they lower what can be planned, not the floor (W5). */
    holidays: z.array(z.object({ date: civilDate, name: z.string() })),
    /** The floor and every test that is switched on, side by side (W4). */
    tests: z.array(hoursTest),
    done: minutesOfSession,
    documentedMinutes: z.number().int().nonnegative(),
    provisionalMinutes: z.number().int().nonnegative(),
    /** W7: counted so far plus scheduled to the end of the week. */
    forecastMinutes: z.number().int().nonnegative(),
    minutesRule: z.string(),
    rows: z.array(ledgerRow),
  }),
  discloses: (ledger) => [ledger.participant.id],
});
