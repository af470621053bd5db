/** Acts on staff: hired, ended, roles, sites, credentials. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import { ROLES } from '../../permissions.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { staffId } from './words.ts';

export const colleagueLooksKnown = refusal('colleague-looks-known', 409, 'Somebody of this name works here or has worked here.', 'Look through the list first. If this is somebody else, add the person all the same.');
export const lastAdministrator = refusal('last-administrator', 409, 'Nobody else is an administrator, and without one nobody could change the staff any more.', 'Give somebody else the role of administrator first.');
export const stillLeads = refusal('still-leads', 409, 'This person still leads groups there after that day.', 'Hand these groups over to somebody else first.');
export const stillOnCall = refusal('still-on-call', 409, 'This person is still on call there after that day.', 'Put somebody else on call for these days first.');
export const endsBeforeStart = refusal('ends-before-start', 422, 'The last day comes before the first day of work.', 'Choose a last day on or after the first.');
export const credentialDates = refusal('credential-ends-before-start', 422, 'The last day of this credential comes before its first.', 'Compare the two days with the paper.');

/** Counts the changes of a row; an edit names the one it saw. */
const version = z.number().int().nonnegative().max(2_147_483_646);
/** None at all: works here, and may do nothing in the program. */
const roles = z.array(z.enum(ROLES)).max(ROLES.length);
const sites = z.array(uuid).max(200);
const who = z.object({ staffId });
const called = { givenName: plainLine(80, 1), familyName: plainLine(80, 1), credential: plainLine(80) };
const changed = z.object({ staffId });

export const hireStaff = act({
  name: 'staff.hire',
  path: '/staff',
  summary: 'Adds a member of staff with roles and sites, from a first day on.',
  may: 'staff.change' satisfies Permission,
  body: z.object({ ...called, roles, siteIds: sites, startsOn: nearDate, /** That it is somebody else than the one of the same name. */ confirmed: z.boolean() }),
  output: changed,
  refusals: [colleagueLooksKnown],
  discloses: () => [],
});

export const renameStaff = act({
  name: 'staff.rename',
  path: '/staff/:staffId/names',
  summary: 'Changes the names of a member of staff and the letters written after them; notes that are signed keep what they say.',
  may: 'staff.change' satisfies Permission,
  params: who,
  body: z.object({ version, ...called }),
  output: changed,
  discloses: () => [],
});

export const setStaffRoles = act({
  name: 'staff.set-roles',
  path: '/staff/:staffId/roles',
  summary: 'Says which roles a member of staff holds: what is not in the list ends, what is new begins.',
  may: 'staff.change' satisfies Permission,
  params: who,
  body: z.object({ version, roles }),
  output: changed,
  refusals: [lastAdministrator],
  discloses: () => [],
});

export const setStaffSites = act({
  name: 'staff.set-sites',
  path: '/staff/:staffId/sites',
  summary: 'Says at which sites a member of staff works from today on.',
  may: 'staff.change' satisfies Permission,
  params: who,
  body: z.object({ version, siteIds: sites }),
  output: changed,
  refusals: [stillLeads, stillOnCall],
  discloses: () => [],
});

/** An end written ahead holds once the last day is over; one written on the last day or later holds at once. */
export const endStaff = act({
  name: 'staff.end',
  path: '/staff/:staffId/end',
  summary: 'Ends the work of a member of staff after a last day, or brings the person back.',
  may: 'staff.change' satisfies Permission,
  params: who,
  body: z.discriminatedUnion('ends', [
    z.object({ ends: z.literal(true), version, lastDay: nearDate }),
    z.object({ ends: z.literal(false), version }),
  ]),
  output: changed,
  refusals: [lastAdministrator, stillLeads, stillOnCall, endsBeforeStart],
  discloses: () => [],
});

export const addCredential = act({
  name: 'staff.add-credential',
  path: '/staff/:staffId/credentials',
  summary: 'Writes down a license or certificate of a member of staff, with the days on which it holds.',
  may: 'staff.change' satisfies Permission,
  params: who,
  body: z.object({ kind: plainLine(80, 1), number: plainLine(80), issuedBy: plainText(120), validFrom: nearDate, expiresOn: nearDate.nullable() }),
  output: z.object({ staffId, credentialId: uuid }),
  refusals: [credentialDates],
  discloses: () => [],
});

export const endCredential = act({
  name: 'staff.end-credential',
  path: '/staff/credentials/:credentialId/end',
  summary: 'Takes a license or certificate off somebody’s list, or brings it back.',
  may: 'staff.change' satisfies Permission,
  params: z.object({ credentialId: uuid }),
  body: z.object({ ends: z.boolean() }),
  output: z.object({ staffId, credentialId: uuid }),
  discloses: () => [],
});
