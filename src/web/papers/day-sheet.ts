/** What a day sheet says across sessions: who is expected when, and who is expected in two places at once. */
import type { z } from 'zod';
import type { readDaySheet } from '../../boards/day/papers.contract.ts';

export type DaySheet = z.output<typeof readDaySheet['output']>;
export type DaySession = DaySheet['sessions'][number];
export type DayPerson = DaySession['people'][number];
type Session = Pick<DaySession, 'id' | 'name' | 'startsAt' | 'endsAt' | 'state'> & { people: readonly Pick<DayPerson, 'participantId' | 'displayName' | 'standing'>[] };

export function isOver(state: DaySession['state']): boolean {
  return state === 'ended' || state === 'signed';
}

/** Nobody is missing any more from a session that has ended: whoever is not there did not come. */
export function standingSaid(standing: DayPerson['standing'], over: boolean): DayPerson['standing'] {
  return over && standing === 'missing' ? 'absent' : standing;
}

/** Of a session that takes place, whoever is not recorded absent. */
function comingTo<One extends Session>(session: One): One['people'] {
  return session.state === 'canceled' ? [] : session.people.filter(({ standing }) => standing !== 'absent' && standing !== 'excused');
}

export type Comer = { readonly participantId: string; readonly displayName: string; /** When each of their sessions begins, in the order of the day. */ readonly times: readonly string[] };

/** Everybody who is expected, by name, with the times: what a desk is asked for. */
export function comersOf(sessions: readonly Session[], language: string): Comer[] {
  const met = sessions.flatMap((session) => comingTo(session).map((person) => ({ ...person, at: session.startsAt })));
  const comers = [...Map.groupBy(met, ({ participantId }) => participantId).values()].flatMap((all) => all.slice(0, 1).map(({ participantId, displayName }) => ({ participantId, displayName, times: all.map(({ at }) => at) })));
  return comers.sort((one, other) => one.displayName.localeCompare(other.displayName, language));
}

export type Clash = { readonly displayName: string; readonly first: Session; readonly second: Session };

/** Pairs of sessions that overlap and expect the same person: nobody can sit in both. Each pair once, in the order of the day. */
export function clashesOf(sessions: readonly Session[]): Clash[] {
  return sessions.flatMap((first, index) => sessions.slice(index + 1).flatMap((second) => {
    if (second.startsAt >= first.endsAt || second.endsAt <= first.startsAt) return [];
    const there = new Set(comingTo(second).map((person) => person.participantId));
    return comingTo(first).filter((person) => there.has(person.participantId)).map(({ displayName }) => ({ displayName, first, second }));
  }));
}
