/** The closed list of what anybody may be allowed to do; roles map to these in data. */
export const PERMISSIONS = [
  'me.read',
  'today.read',
  'attendance.stamp',
  'note.draft',
  'note.sign',
  'note.read',
  'hours.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The first roles of a new organization (W20); each organization may change its own mapping. */
export const ROLES = ['director', 'supervisor', 'facilitator', 'counselor', 'front-desk', 'biller', 'administrator', 'privacy-officer'] as const;
export type Role = (typeof ROLES)[number];

const CLINICAL: readonly Permission[] = ['me.read', 'today.read', 'attendance.stamp', 'note.draft', 'note.sign', 'note.read', 'hours.read'];

/** What each role may do in a new organization. Source: what-counts W20; front desk sees schedule and arrivals, never a note. */
export const FIRST_MAPPING: Readonly<Record<Role, readonly Permission[]>> = {
  director: ['me.read', 'today.read', 'attendance.stamp', 'note.read', 'hours.read'],
  supervisor: CLINICAL,
  facilitator: CLINICAL,
  counselor: CLINICAL,
  'front-desk': ['me.read', 'today.read', 'attendance.stamp'],
  biller: ['me.read', 'hours.read'],
  administrator: ['me.read'],
  'privacy-officer': ['me.read'],
};
