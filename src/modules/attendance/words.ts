/** The nouns of attendance: stays, minutes, and how a person stands toward a session. */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const attendanceId = uuid.brand<'AttendanceId'>();
export type AttendanceId = z.infer<typeof attendanceId>;

/** How a person stands toward a session now: the seat alphabet of the design (2.3). Computed, never stored. */
export const STANDINGS = ['expected', 'here', 'late', 'left-early', 'missing', 'excused', 'absent', 'make-up'] as const;
export const standing = z.enum(STANDINGS);
export type Standing = z.infer<typeof standing>;

/** The three kinds of minutes that are never mixed (W1). */
export const minutesOfSession = z.object({
  scheduled: z.number().int().nonnegative(),
  attended: z.number().int().nonnegative(),
  clinical: z.number().int().nonnegative(),
});
export type MinutesOfSession = z.infer<typeof minutesOfSession>;

/** Where a row of the ledger stands (W6): documented once its note is signed, provisional from stamp-out or session end. */
export const LEDGER_STANDINGS = ['documented', 'provisional', 'running', 'booked', 'missed', 'canceled'] as const;
export const ledgerStanding = z.enum(LEDGER_STANDINGS);
export type LedgerStanding = z.infer<typeof ledgerStanding>;

/** The version of the rule that turns stays into minutes; it is kept with every signed note (W6). */
export const MINUTES_RULE = 'minutes-1';

/** Why somebody did not come; whether that is excused is said beside it (W17). */
export const ABSENCE_REASONS = ['ill', 'court', 'work', 'child-care', 'transport', 'appointment', 'holiday', 'other', 'unknown'] as const;
export const absenceReason = z.enum(ABSENCE_REASONS);
export type AbsenceReason = z.infer<typeof absenceReason>;
