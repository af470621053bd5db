/** What canceling or moving a session would mean: whom it concerns, whose week falls under its floor, and how far each is from it. */
import type { z } from 'zod';
import type { readSessionPlan } from '../../boards/groups/groups.contract.ts';
import { hoursSaid, hoursText } from '../kit/times.ts';
import type { Said } from '../words/said.ts';

export type SessionPlan = z.output<typeof readSessionPlan['output']>;
export type Concerned = SessionPlan['people'][number];

/** Whether the week comes to less than its floor without this session; whoever is absent already loses nothing by it, and a week that is not whole never alarms (W5). */
export function isUnder(person: Pick<Concerned, 'minutesWithout' | 'floorMinutes' | 'floorIsProRata' | 'isAbsent'>): boolean {
  return !person.isAbsent && !person.floorIsProRata && person.floorMinutes !== null && person.minutesWithout < person.floorMinutes;
}

export function planSaid(people: readonly Concerned[]): Said[] {
  const expected = people.filter((person) => !person.isAbsent);
  const under = people.filter(isUnder).length;
  const said: Said[] = [{ id: 'plan.say', values: { people: expected.length } }];
  if (expected.length < people.length) said.push({ id: 'plan.say.absent', values: { people: people.length - expected.length } });
  if (under > 0) said.push({ id: 'plan.say.under', values: { people: under } });
  else if (expected.some((person) => !person.floorIsProRata && person.floorMinutes !== null)) said.push({ id: 'plan.say.none-under' });
  return said;
}

/** Nine hours, without it six; after a session was canceled there is only one number left to say. `proRata` says that the floor is that of some days only. */
export function hoursOfWeek(person: Concerned, proRata: (hours: string) => string): Said {
  const whole = person.floorMinutes === null ? '' : hoursSaid(person.floorMinutes);
  const floor = person.floorIsProRata ? proRata(whole) : whole;
  const values = { with: hoursText(person.minutesWith), without: hoursText(person.minutesWithout), floor };
  if (person.minutesWith === person.minutesWithout) return { id: person.floorMinutes === null ? 'plan.hours.only-no-floor' : 'plan.hours.only', values };
  return { id: person.floorMinutes === null ? 'plan.hours.no-floor' : 'plan.hours', values };
}

/** A number is shown only to whom it may be used: by telephone or text message. */
export function numberOf(person: Pick<Concerned, 'contactBy' | 'telephone'>): string | null {
  return (person.contactBy === 'phone' || person.contactBy === 'text') && person.telephone !== '' ? person.telephone : null;
}

/** What a telephone dials: digits and a leading plus. */
export function dialed(telephone: string): string {
  return `${telephone.trim().startsWith('+') ? '+' : ''}${telephone.replace(/\D/g, '')}`;
}

/** The last change decides whether something can be taken back. */
export function standsChanged(plan: Pick<SessionPlan, 'changes'>): 'canceled' | 'moved' | null {
  const [last] = plan.changes;
  return last?.kind === 'canceled' || last?.kind === 'moved' ? last.kind : null;
}
