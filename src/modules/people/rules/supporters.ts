/** Whether somebody close to a person may sit in: only by the person's recorded permission, for this kind of session, on this day. */
import type { CivilDate } from '../../../values/civil-date.ts';

export type DatedPermission = {
  readonly sessionTypes: readonly string[];
  readonly givenOn: CivilDate;
  /** Last day on which it holds by itself. */
  readonly lastDay: CivilDate | null;
  /** Local day on which it was taken back; null while it stands. */
  readonly endedOn: CivilDate | null;
};

/**
 * Taken back, it holds from that day on no more; what was before stays as it was. A contact that is off the list brings nobody, whatever was
 * allowed: whoever ends a contact means the whole of it.
 */
export function maySitIn(permission: DatedPermission, contact: { readonly hasEnded: boolean }, sessionType: string, day: CivilDate): boolean {
  return !contact.hasEnded && permission.sessionTypes.includes(sessionType) && permission.givenOn <= day
    && (permission.lastDay === null || day <= permission.lastDay) && (permission.endedOn === null || day < permission.endedOn);
}

/** Whether a permission that nobody took back holds no more by itself. */
export function hasRunOut(permission: Pick<DatedPermission, 'lastDay'>, today: CivilDate): boolean {
  return permission.lastDay !== null && permission.lastDay < today;
}
