/** How somebody close to a person is called in a line, and when they came without the person. */
import type { Standing } from '../../modules/attendance/words.ts';

/** Elena Vale, sister. */
export function withRelation({ name, relation }: { name: string; relation: string }): string {
  return [name, relation].filter((part) => part !== '').join(', ');
}

/** Several of them, one after another. */
export function allWithRelation(people: readonly { name: string; relation: string }[]): string {
  return people.map(withRelation).join('; ');
}

/** Whether it is certain that the person did not come: recorded, or the session is over. */
export function didNotCome(standing: Standing, isOver: boolean): boolean {
  return standing === 'absent' || standing === 'excused' || (isOver && (standing === 'missing' || standing === 'expected'));
}

/** The reads that a visit makes stale. */
export const STALE_VISITS = ['attendance.read-visitors', 'group-room.read', 'today.read', 'people.read-supporters'];

/** The reads that a supporter or a permission makes stale. */
export const STALE_SUPPORTERS = ['people.read-supporters', 'people.read-person', 'attendance.read-visitors'];
