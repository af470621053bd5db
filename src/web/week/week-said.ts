/** What the week’s board says in sentences, which of its people a page shows, and how an address says so. */
import type { z } from 'zod';
import type { readWeekHours } from '../../boards/week/week-hours.contract.ts';
import type { Said } from '../words/said.ts';

export type WeekBoard = z.output<typeof readWeekHours['output']>;
export type WeekPerson = WeekBoard['people'][number];
export type Way = WeekPerson['ways'][number];

/** Those who end the week under a whole floor, with those for whom nothing is left first. */
export function shortOnes(people: readonly WeekPerson[]): WeekPerson[] {
  return people.filter(({ standing }) => standing === 'short');
}

/** Who ends the week under the floor, and whether it can still be mended; a week that is over is told as it ended. */
export function floorSaid(board: Pick<WeekBoard, 'people' | 'floorMinutes' | 'week'>, hours: (minutes: number) => string): Said {
  const short = shortOnes(board.people);
  const floor = board.floorMinutes === null ? '' : hours(board.floorMinutes);
  const isOver = board.week.today > board.week.ends;
  if (board.people.length === 0) return { id: 'week.say.nobody' };
  if (board.floorMinutes === null) return { id: 'week.say.no-floor', values: { people: board.people.length } };
  if (short.length === 0) return { id: isOver ? 'week.say.ended-met' : 'week.say.all-reach', values: { floor } };
  if (isOver) return { id: 'week.say.ended-short', values: { people: short.length, floor } };
  const mendable = short.filter(({ ways }) => ways.length > 0).length;
  return { id: mendable === short.length ? 'week.say.short-all' : mendable === 0 ? 'week.say.short-none' : 'week.say.short-some', values: { people: short.length, mendable, floor } };
}

export type Chosen = { readonly track: string; readonly counselor: string };
export const EVERYBODY: Chosen = { track: '', counselor: '' };
/** In the address, who has none of it. */
export const NONE = 'none';

/** The filter stands behind the # of the address, so that a page can be sent to somebody as it is. */
export function chosenOf(hash: string): Chosen {
  const said = new URLSearchParams(hash);
  return { track: said.get('track') ?? '', counselor: said.get('counselor') ?? '' };
}

export function hashOf({ track, counselor }: Chosen): string {
  return new URLSearchParams([...(track === '' ? [] : [['track', track]]), ...(counselor === '' ? [] : [['counselor', counselor]])]).toString();
}

const fits = (wanted: string, id: string | null): boolean => wanted === '' || (wanted === NONE ? id === null : id === wanted);

export function chosenPeople(people: readonly WeekPerson[], { track, counselor }: Chosen): WeekPerson[] {
  return people.filter((person) => fits(track, person.trackId) && fits(counselor, person.counselorId));
}

export type Choice = { readonly value: string; readonly label: string };

/** What there is to choose from among these people, by name; those without it last. */
export function choicesOf(people: readonly WeekPerson[], of: 'track' | 'counselor', none: string): Choice[] {
  const named = new Map(people.flatMap((person) => {
    const [id, name] = of === 'track' ? [person.trackId, person.trackName] : [person.counselorId, person.counselorName];
    return id === null ? [] : [[id, name ?? ''] as const];
  }));
  const has = people.some((person) => (of === 'track' ? person.trackId : person.counselorId) === null);
  return [...[...named].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label)), ...(has ? [{ value: NONE, label: none }] : [])];
}
