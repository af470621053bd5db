/** The closed list of what anybody may be allowed to do; roles map to these in data. */
export const PERMISSIONS = [
  'me.read',
  'today.read',
  'attendance.stamp',
  'note.draft',
  'note.sign',
  'note.read',
  'hours.read',
  'settings.read',
  'settings.change',
  'staff.read',
  'staff.change',
  'on-call.change',
  'people.read',
  'people.change',
  'health.read',
  'health.change',
  'placement.change',
  'schedule.read',
  'schedule.change',
  'enrollment.change',
  'session.change',
  'attendance.correct',
  'note.cosign',
  'signatures.read',
  'plan.read',
  'plan.change',
  'task.read',
  'task.close',
  'danger.mark',
  'contact.read',
  'contact.write',
  'placement.end',
  'census.read',
  'tablet.change',
  'supporter.permit',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The first roles of a new organization (W20); each organization may change its own mapping. */
export const ROLES = ['director', 'supervisor', 'facilitator', 'counselor', 'admissions', 'front-desk', 'biller', 'administrator', 'privacy-officer'] as const;
export type Role = (typeof ROLES)[number];

const CLINICAL: readonly Permission[] = [
  'me.read', 'today.read', 'attendance.stamp', 'note.draft', 'note.sign', 'note.read', 'hours.read', 'settings.read', 'staff.read', 'people.read', 'health.read', 'schedule.read', 'session.change',
  'attendance.correct', 'signatures.read', 'plan.read', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write', 'supporter.permit',
];

/**
 * What each role may do in a new organization. Source: what-counts W20: the front desk and admissions see names, contacts, schedule and
 * arrivals, never a note or a health list; administrators see no clinical content.
 */
export const FIRST_MAPPING: Readonly<Record<Role, readonly Permission[]>> = {
  director: [
    'me.read', 'today.read', 'attendance.stamp', 'note.read', 'hours.read', 'settings.read', 'settings.change', 'staff.read', 'staff.change', 'on-call.change',
    'people.read', 'people.change', 'health.read', 'placement.change', 'schedule.read', 'schedule.change', 'enrollment.change', 'session.change',
    'attendance.correct', 'note.cosign', 'signatures.read', 'plan.read', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write', 'placement.end', 'census.read', 'tablet.change',
  ],
  supervisor: [...CLINICAL, 'on-call.change', 'people.change', 'health.change', 'placement.change', 'schedule.change', 'enrollment.change', 'note.cosign', 'plan.change', 'placement.end', 'census.read'],
  facilitator: CLINICAL,
  counselor: [...CLINICAL, 'people.change', 'health.change', 'placement.change', 'enrollment.change', 'plan.change', 'placement.end', 'census.read'],
  admissions: ['me.read', 'today.read', 'settings.read', 'staff.read', 'people.read', 'people.change', 'placement.change', 'schedule.read', 'enrollment.change', 'danger.mark', 'census.read', 'supporter.permit'],
  'front-desk': ['me.read', 'today.read', 'attendance.stamp', 'settings.read', 'staff.read', 'people.read', 'people.change', 'schedule.read', 'attendance.correct', 'danger.mark'],
  biller: ['me.read', 'hours.read', 'settings.read', 'signatures.read', 'census.read'],
  administrator: ['me.read', 'settings.read', 'settings.change', 'staff.read', 'staff.change', 'on-call.change', 'schedule.read', 'schedule.change', 'census.read', 'tablet.change'],
  'privacy-officer': ['me.read', 'settings.read', 'staff.read'],
};
