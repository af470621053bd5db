/** People of a site, and one person. */
import { z } from 'zod';
import { read, search } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate, localTime, nearDate } from '../../values/civil-date.ts';
import { instant, plainLine, uuid } from '../../values/wire.ts';
import { contactKind, contactWay, healthKind, participantId } from '../../modules/people/words.ts';
import { dischargeReason } from '../../modules/placements/words.ts';
import { level, population } from '../../modules/program/words.ts';
import { seriesId, weekday } from '../../modules/schedules/words.ts';
import { sessionId } from '../../modules/sessions/words.ts';

const site = z.object({ id: uuid, name: z.string(), timeZone: z.string() });
const birthYear = z.number().int().nullable();

/** Legal family and given names as they are searched, without accents and case: whoever reads the list may know them (W20); rooms show the display name only. */
const alsoNamed = z.string();

export const listedPerson = z.object({
  participantId,
  episodeId: uuid,
  displayName: z.string(), alsoNamed,
  birthYear,
  programName: z.string(),
  trackName: z.string().nullable(),
  level: level.nullable(),
  admittedOn: civilDate,
  /** From 1 on the day of admission; null before it. */
  week: z.number().int().positive().nullable(),
  weeks: z.number().int().positive().nullable(),
  phaseName: z.string().nullable(),
  counselorName: z.string().nullable(),
  seats: z.number().int().nonnegative(),
});

export const readPeople = read({
  name: 'people.read-list',
  path: '/people',
  summary: 'Who is in the program at a site: program, track, level, week, phase, counselor; and who waits to be admitted.',
  may: 'people.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    asOf: instant,
    site,
    today: civilDate,
    people: z.array(listedPerson),
    /** The newest of those who were entered within a year and never had an episode; empty for those who neither enter nor admit people. */
    waiting: z.array(z.object({ participantId, displayName: z.string(), alsoNamed, birthYear, enteredAt: instant })),
    waitingMore: z.number().int().nonnegative(),
  }),
  discloses: (list) => [...list.people, ...list.waiting].map((person) => person.participantId),
});

const days = { startsOn: civilDate, endedOn: civilDate.nullable() };
const version = z.number().int().nonnegative();

export const shownPhase = z.object({
  ...days, pathVersionId: uuid, pathName: z.string(), phaseNo: z.number().int(), name: z.string(), level,
  /** Last day as the path plans it; null once the phase has ended. */
  plannedEnd: civilDate.nullable(),
  /** For those who read health lists; null for everybody else (W20). */
  reason: z.string().nullable(),
});

/** Why and when an episode ended, as long as that holds. */
export const shownDischarge = z.object({
  lastDay: civilDate, writtenOn: civilDate, byName: z.string(),
  /** For those who read health lists; null for everybody else (W20). */
  reason: dischargeReason.nullable(), detail: z.string().nullable(),
  /** Last day on which it can be taken back; null once that is over, and after a transfer. */
  undoUntil: civilDate.nullable(),
  /** Where a transfer led, null when it was none. */
  nextEpisodeId: uuid.nullable(),
});

export const shownEpisode = z.object({
  episodeId: uuid, version, site, programId: uuid, programName: z.string(), population,
  trackId: uuid.nullable(), trackName: z.string().nullable(), admittedOn: civilDate, endedOn: civilDate.nullable(), discharge: shownDischarge.nullable(),
  week: z.number().int().positive().nullable(),
  levels: z.array(z.object({ ...days, level })),
  /** The path of today's phase, or of the next one. */
  path: z.object({ pathVersionId: uuid, name: z.string(), weeks: z.number().int(), phases: z.array(z.object({ name: z.string(), weeks: z.number().int(), level })) }).nullable(),
  /** On that path: which phase, and how many weeks of the plan have begun; null where no phase is in force today. */
  position: z.object({ phaseNo: z.number().int(), week: z.number().int(), weekOfPhase: z.number().int() }).nullable(),
  phases: z.array(shownPhase),
  counselors: z.array(z.object({ ...days, staffId: uuid, name: z.string() })),
  seats: z.array(z.object({
    ...days, enrollmentId: uuid, seriesId, name: z.string(), seatNo: z.number().int(),
    times: z.array(z.object({ weekday, startsAt: localTime, minutes: z.number().int() })),
  })),
});

export const readPerson = read({
  name: 'people.read-person',
  path: '/people/:participantId',
  summary: 'One person: names, how to reach them, contacts, placements with level, phase, counselor and seats.',
  may: 'people.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({
    asOf: instant,
    today: civilDate,
    participantId, version,
    displayName: z.string(), legalGivenName: z.string(), legalFamilyName: z.string(), chosenName: z.string().nullable(), pronouns: z.string().nullable(),
    participantNumber: z.string(), birthDate: civilDate.nullable(), age: z.number().int().nonnegative().nullable(), language: z.string(),
    telephone: z.string(), email: z.string(), contactBy: contactWay, mayLeaveMessage: z.boolean(), contactNote: z.string(),
    /** Under 18, and no guardian on the list. */
    lacksGuardian: z.boolean(),
    contacts: z.array(z.object({ contactId: uuid, kind: contactKind, name: z.string(), relation: z.string(), telephone: z.string(), hasEnded: z.boolean() })),
    episodes: z.array(shownEpisode),
  }),
  discloses: (person) => [person.participantId],
});

export const readHealth = read({
  name: 'people.read-health',
  path: '/people/:participantId/health',
  summary: 'Allergies, current medication and substances of a person.',
  may: 'health.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({
    participantId,
    items: z.array(z.object({ healthItemId: uuid, kind: healthKind, label: z.string(), detail: z.string(), lastOn: civilDate.nullable(), hasEnded: z.boolean() })),
  }),
  discloses: (health) => [health.participantId],
});

/** What can be chosen when somebody is admitted or moved at a site; no participant is in it. */
export const readPlacementChoices = read({
  name: 'placements.read-choices',
  path: '/placement-choices',
  summary: 'Programs, tracks, paths and counselors of a site, for admitting or moving somebody.',
  may: 'placement.change' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    today: civilDate,
    programs: z.array(z.object({
      programId: uuid, name: z.string(), population, level, tracks: z.array(z.object({ trackId: uuid, name: z.string() })),
      paths: z.array(z.object({ pathId: uuid, pathVersionId: uuid, name: z.string(), weeks: z.number().int(), phases: z.array(z.object({ name: z.string(), weeks: z.number().int(), level })) })),
    })),
    counselors: z.array(z.object({ staffId: uuid, name: z.string() })),
  }),
  discloses: () => [],
});

const family = plainLine(120, 1);

/** Who left long ago is visible to nobody (W20): found only by what whoever asks already knows, to be admitted again. */
export const readFormer = search({
  name: 'people.find-former',
  path: '/former-people',
  summary: 'Who was here before and is in no program anymore, by the exact family name with the birth date, or by the exact number; three at most, never a list.',
  may: 'placement.change' satisfies Permission,
  body: z.object({ familyName: family.optional(), birthDate: civilDate.optional(), number: plainLine(64, 1).optional() })
    .refine((asked) => asked.number !== undefined || (asked.familyName !== undefined && asked.birthDate !== undefined), 'a family name with a birth date, or a number'),
  output: z.object({
    people: z.array(z.object({ participantId, displayName: z.string(), birthYear, age: z.number().int().nonnegative().nullable(), leftOn: civilDate, today: civilDate })).max(3),
  }),
  discloses: (found) => found.people.map((person) => person.participantId),
});

/** What a discharge on a day would end, and what it would leave to do: said before the button is pressed. */
export const readEnding = read({
  name: 'placements.read-ending',
  path: '/episodes/:episodeId/ending',
  summary: 'What a discharge on a last day would end, and what would be left to do.',
  may: 'placement.end' satisfies Permission,
  params: z.object({ episodeId: uuid }),
  query: z.object({ lastDay: nearDate }),
  output: z.object({
    participantId, episodeId: uuid,
    /** Last day on which the person was here; null for who never came. */
    lastHere: civilDate.nullable(),
    seats: z.array(z.object({ seriesId, name: z.string() })),
    bookings: z.number().int().nonnegative(),
    notes: z.array(z.object({ sessionId, name: z.string(), startedAt: instant, timeZone: z.string() })),
    tasksEnding: z.number().int().nonnegative(), tasksStaying: z.number().int().nonnegative(), dangerOpen: z.number().int().nonnegative(),
  }),
  discloses: (ending) => [ending.participantId],
});
