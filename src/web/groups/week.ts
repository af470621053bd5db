/** The week of a site in cards, what is said above it, and what needs somebody; a time that is about to change is one card that says so. */
import type { z } from 'zod';
import type { GROUP_TROUBLES, group, groupTime, readGroups } from '../../boards/groups/groups.contract.ts';
import type { Said } from '../words/said.ts';

export type GroupsBoard = z.output<typeof readGroups['output']>;
export type Group = z.output<typeof group>;
export type GroupTime = z.output<typeof groupTime>;
export type Trouble = (typeof GROUP_TROUBLES)[number];

/** One time of the week as it stands; `next` is what takes its place on a day that is known, at the same hour of the same day. */
export type Card = { readonly group: Group; readonly time: GroupTime; readonly next: GroupTime | null };

const hasBegun = (time: GroupTime, today: string): boolean => time.startsOn <= today;
const sameHour = (a: GroupTime, b: GroupTime): boolean => a.weekday === b.weekday && a.startsAtLocal === b.startsAtLocal && a.minutes === b.minutes;

/** The times of one group, each that is followed by another at the same hour together with it. */
export function cardsOf(shown: Group, today: string): Card[] {
  const coming = shown.times.filter((time) => !hasBegun(time, today));
  const followed = new Set<GroupTime>();
  const current = shown.times.filter((time) => hasBegun(time, today)).map((time) => {
    const next = time.endedOn === null ? null : coming.find((other) => sameHour(time, other) && other.startsOn > (time.endedOn ?? '')) ?? null;
    if (next !== null) followed.add(next);
    return { group: shown, time, next };
  });
  return [...current, ...coming.filter((time) => !followed.has(time)).map((time) => ({ group: shown, time, next: null }))];
}

/** Monday first: seven lists of cards, each in order of the hour. */
export function weekOfCards(board: Pick<GroupsBoard, 'groups' | 'today'>): Card[][] {
  const cards = board.groups.flatMap((one) => cardsOf(one, board.today));
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => cards.filter((card) => card.time.weekday === weekday)
    .sort((a, b) => a.time.startsAtLocal.localeCompare(b.time.startsAtLocal) || a.group.name.localeCompare(b.group.name)));
}

/** What is true of all groups of the site, before any card. */
export function groupsSaid(board: GroupsBoard): Said[] {
  const { groups, site } = board;
  if (groups.length === 0) return [{ id: 'groups.say.none', values: { site: site.name } }];
  const sum = (number: (one: Group) => number): number => groups.reduce((total, one) => total + number(one), 0);
  const troubled = groups.filter((one) => one.troubles.length > 0).length;
  return [
    { id: 'groups.say', values: { groups: groups.length, site: site.name, taken: sum((one) => one.seatsTaken), seats: sum((one) => one.capacity) } },
    ...(troubled > 0 ? [{ id: 'groups.say.trouble' as const, values: { groups: troubled } }] : []),
  ];
}

/** A trouble in words, with what the sentence needs. */
export function troubleSaid(shown: Pick<Group, 'credentialRequired' | 'seatsTaken' | 'minimum'>, trouble: Trouble): Said {
  return { id: `groups.trouble.${trouble}`, values: { credential: shown.credentialRequired, taken: shown.seatsTaken, minimum: shown.minimum } };
}

type Length = { readonly minutes: number; readonly breaks: readonly { readonly minutes: number }[] };

/** Minutes of breaks, and the minutes that are left without them. */
export function clinicalOf(times: readonly Length[]): { clinical: number; breaks: number } {
  const breaks = times.reduce((sum, time) => sum + time.breaks.reduce((own, one) => own + one.minutes, 0), 0);
  return { clinical: Math.max(0, times.reduce((sum, time) => sum + time.minutes, 0) - breaks), breaks };
}

/** What changes from one time to the next, in the words of the page: the new room, link or leader. */
export function changeOf(time: GroupTime, next: GroupTime, words: { nobody: string; online: string; noPlace: string }): string[] {
  const placeOf = (one: GroupTime): string => one.room?.name ?? (one.telehealthLink === '' ? words.noPlace : words.online);
  const leaderOf = (one: GroupTime): string => one.facilitator?.name ?? words.nobody;
  return [...(placeOf(time) === placeOf(next) ? [] : [placeOf(next)]), ...(leaderOf(time) === leaderOf(next) ? [] : [leaderOf(next)])];
}
