/**
 * The program told in order: each module and the earlier modules it may know.
 * The walls (.dependency-cruiser.cjs) are built from this list, so a new import between modules is decided here first.
 */
export const STREAM: Readonly<Record<string, readonly string[]>> = {
  people: [],
  program: ['people'],
  placements: ['people', 'program'],
  schedules: ['people', 'program', 'placements'],
  sessions: ['people', 'program', 'placements', 'schedules'],
  attendance: ['people', 'program', 'placements', 'schedules', 'sessions'],
  notes: ['people', 'program', 'placements', 'schedules', 'sessions', 'attendance'],
};
