/** Whether somebody close to a person may sit in: only by the person's recorded permission, for this kind of session, when it begins. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

export type DatedPermission = {
  readonly sessionTypes: readonly string[];
  readonly givenOn: CivilDate;
  /** Last day on which it holds by itself. */
  readonly lastDay: CivilDate | null;
  /** When it was taken back; null while it stands. */
  readonly endedAt: Date | null;
};
export type AttendedSession = { readonly type: string; readonly startsAt: Date; /** Its local day. */ readonly day: CivilDate };

/**
 * Taken back, it holds for no session that begins from that moment on; who sat in at one that had begun before did so by permission, also when
 * that is written down later. The same goes for a contact that was taken off the list.
 */
export function maySitIn(permission: DatedPermission, contact: { readonly endedAt: Date | null }, { type, startsAt, day }: AttendedSession): boolean {
  const stood = ({ endedAt }: { readonly endedAt: Date | null }): boolean => endedAt === null || startsAt < endedAt;
  return stood(contact) && stood(permission) && permission.sessionTypes.includes(type) && permission.givenOn <= day && (permission.lastDay === null || day <= permission.lastDay);
}

/** As far back as a permission may be dated; what is older was about something else. */
const GIVEN_YEARS_BACK = 5;

export function earliestGiven(today: CivilDate): CivilDate {
  return `${Number(today.slice(0, 4)) - GIVEN_YEARS_BACK}${today.slice(4)}` as CivilDate;
}

/** Whether that can be the day on which a person gave a permission. */
export function decideGiven(givenOn: CivilDate, today: CivilDate, birthDate: CivilDate | null): Outcome<null, 'given-ahead' | 'given-before-birth' | 'given-long-ago'> {
  if (givenOn > today) return refuse('given-ahead');
  if (birthDate !== null && givenOn < birthDate) return refuse('given-before-birth');
  return givenOn < earliestGiven(today) ? refuse('given-long-ago') : { value: null };
}

/** Whether a permission that nobody took back holds no more by itself. */
export function hasRunOut(permission: Pick<DatedPermission, 'lastDay'>, today: CivilDate): boolean {
  return permission.lastDay !== null && permission.lastDay < today;
}
