/** Whether somebody can be admitted or moved as asked, by the facts of program, site, track, path and colleague. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

export type PathPhase = { readonly name: string; readonly weeks: number; readonly level: string };
export type TrackFacts = { readonly programId: string; readonly siteId: string; readonly hasEnded: boolean };
export type PathFacts = { readonly pathVersionId: string; readonly programId: string; readonly hasEnded: boolean; readonly phases: readonly PathPhase[] };
type Where = { readonly programId: string; readonly siteId: string };

export type AdmissionFacts = {
  readonly program: { readonly level: string; readonly hasEnded: boolean };
  readonly site: { readonly hasEnded: boolean };
  readonly track: TrackFacts | null;
  readonly path: PathFacts | null;
  readonly worksHere: boolean;
};
/** What was asked for by id; null where nothing was. */
export type AdmissionAsked = Where & {
  readonly trackId: string | null; readonly pathId: string | null; readonly counselorId: string | null; readonly level: string | null; readonly admittedOn: CivilDate;
};

export function isTrackOf(track: TrackFacts | null, where: Where): boolean {
  return track !== null && !track.hasEnded && track.programId === where.programId && track.siteId === where.siteId;
}

/** @param ahead days that may lie between today and a day that is written down */
export function isTooFar(day: CivilDate, today: CivilDate, ahead: number): boolean {
  return day > addDays(today, ahead);
}

export type Admission = { readonly level: string; readonly pathVersionId: string | null };
export type AdmissionRefusal = 'day-too-far' | 'no-longer-run' | 'track-elsewhere' | 'path-not-here' | 'counselor-not-here';

export function decideAdmission(facts: AdmissionFacts, asked: AdmissionAsked, today: CivilDate, ahead: number): Outcome<Admission, AdmissionRefusal> {
  if (isTooFar(asked.admittedOn, today, ahead)) return refuse('day-too-far');
  if (facts.program.hasEnded || facts.site.hasEnded) return refuse('no-longer-run');
  if (asked.trackId !== null && !isTrackOf(facts.track, asked)) return refuse('track-elsewhere');
  const first = facts.path?.phases[0];
  if (asked.pathId !== null && (facts.path === null || facts.path.hasEnded || facts.path.programId !== asked.programId || first === undefined)) return refuse('path-not-here');
  if (asked.counselorId !== null && !facts.worksHere) return refuse('counselor-not-here');
  return { value: { level: asked.level ?? first?.level ?? facts.program.level, pathVersionId: facts.path?.pathVersionId ?? null } };
}

/** Whether a change may begin on a day of an episode. */
export function decideDay(episode: { admittedOn: CivilDate; endedOn: CivilDate | null }, from: CivilDate, today: CivilDate, ahead: number): 'day-outside-episode' | 'day-too-far' | null {
  if (from < episode.admittedOn || (episode.endedOn !== null && from > episode.endedOn)) return 'day-outside-episode';
  return isTooFar(from, today, ahead) ? 'day-too-far' : null;
}

/** The phase asked for; null when the path is another program's, has no such phase, or has ended and the person is not on it already. */
export function findPhase(path: PathFacts | null, phaseNo: number, { programId, isOnPath }: { programId: string; isOnPath: boolean }): PathPhase | null {
  if (path === null || path.programId !== programId || (path.hasEnded && !isOnPath)) return null;
  return path.phases[phaseNo - 1] ?? null;
}
