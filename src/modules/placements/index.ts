/** The front door of placements. */
export * from './store.ts';
export * from './store/grounds.ts';
export * from './store/segments.ts';
export { admitPerson } from './acts/admit-person.ts';
export { changeLevel } from './acts/change-level.ts';
export { changePhase } from './acts/change-phase.ts';
export { setCounselor } from './acts/set-counselor.ts';
export { setTrack } from './acts/set-track.ts';
export { plannedEnd, positionOn, weekSince } from './rules/weeks.ts';
export * from './store/open-episode.ts';
export * from './store/ends.ts';
export * from './store/past-days.ts';
export { decideDischarge, decideEnding, decideUndo, endsTask, undoUntil } from './rules/ends.ts';
export { beginEpisode } from './acts/begin-episode.ts';
