/** The reads that an act on a group, its seats or its sessions makes stale. */
export const STALE = ['groups.read', 'groups.read-list', 'groups.read-candidates', 'session-plan.read', 'today.read'];
