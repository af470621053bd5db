/** Whether a change from a day on can be undone by the change back: only when nothing planned for later goes away with it. */
import type { z } from 'zod';
import type { shownEpisode } from '../../boards/people/people.contract.ts';

export type Episode = z.output<typeof shownEpisode>;
type Days = { startsOn: string; endedOn: string | null };

/** What is in force on a day; undefined in a gap. */
export function inForce<Row extends Days>(rows: readonly Row[], day: string): Row | undefined {
  return rows.find((row) => row.startsOn <= day && (row.endedOn === null || row.endedOn >= day));
}

/** What the change back would name; null where there was nothing before, or something later would be lost. */
export function backTo<Row extends Days>(rows: readonly Row[], from: string): Row | null {
  if (rows.some((row) => row.startsOn > from)) return null;
  return inForce(rows, from) ?? null;
}

/** A phase carries its level, so the change back is the phase before only if it had its own level then. */
export function phaseBackTo(episode: Pick<Episode, 'phases' | 'levels'>, from: string): Episode['phases'][number] | null {
  const phase = backTo(episode.phases, from);
  return phase !== null && backTo(episode.levels, from)?.level === phase.level ? phase : null;
}
