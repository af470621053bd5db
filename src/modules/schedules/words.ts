/** The nouns of schedules: groups, their weekly times, seats. */
import { z } from 'zod';
import { localTime } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';

export const seriesId = uuid.brand<'SeriesId'>();
export type SeriesId = z.infer<typeof seriesId>;

/** The most people a group seats (vision; W9). */
export const SEATS = 10;

/** Kinds of session (vision, "Schedule"). Which of them count for an hours test is a column of its rule (W4). */
export const SESSION_TYPES = ['group', 'individual', 'family', 'couple', 'medication-visit', 'peer-support'] as const;
export const sessionType = z.enum(SESSION_TYPES);
export type SessionType = z.infer<typeof sessionType>;

/** A break as planned: minutes after the start, and how long. */
export const plannedBreak = z.object({ startMinute: z.number().int().min(0).max(719), minutes: z.number().int().min(1).max(240) });
export type PlannedBreak = z.infer<typeof plannedBreak>;

export const weekday = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]);

/** Where to meet when not in a room: a secure web address, or empty. A page links to it, so nothing else may stand there. */
export const telehealthLink = plainText(500).regex(/^(https:\/\/[^\s"'<>]+)?$/, 'https://…, or empty');

/** One time of the week at which a group meets; Monday 1 to Sunday 7. A group may have several. */
export const weeklyTime = z.object({
  weekday,
  startsAtLocal: localTime,
  minutes: z.number().int().min(1).max(720),
  breaks: z.array(plannedBreak).max(12),
  roomId: uuid.nullable(),
  telehealthLink,
  facilitatorId: uuid.nullable(),
});
export type WeeklyTime = z.infer<typeof weeklyTime>;
