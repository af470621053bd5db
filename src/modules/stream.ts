/**
 * The program told in order: each module and the earlier modules it may know.
 * The walls (.dependency-cruiser.cjs) are built from this list, so a new import between modules is decided here first.
 */
export const STREAM: Readonly<Record<string, readonly string[]>> = {
  people: [],
  program: ['people'],
  placements: ['people', 'program'],
  plans: ['people', 'program', 'placements'],
  schedules: ['people', 'program', 'placements'],
  sessions: ['people', 'program', 'placements', 'schedules'],
  attendance: ['people', 'program', 'placements', 'schedules', 'sessions'],
  tablets: ['people', 'program', 'placements', 'schedules', 'sessions', 'attendance'],
  notes: ['people', 'program', 'placements', 'plans', 'schedules', 'sessions', 'attendance'],
  tasks: ['people', 'program', 'placements', 'schedules', 'sessions', 'attendance', 'notes'],
};
