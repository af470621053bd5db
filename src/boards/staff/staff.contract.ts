/** Staff, their credentials, and who is on call, as their pages show them. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import { ROLES } from '../../permissions.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { credentialState, staffId } from '../../modules/people/words.ts';
import { spanBackwards, spanTooLong } from '../../modules/program/on-call.contract.ts';
import { siteId } from '../../modules/program/words.ts';

export const shownCredential = z.object({
  id: uuid, kind: z.string(), number: z.string(), issuedBy: z.string(), validFrom: civilDate, expiresOn: civilDate.nullable(), state: credentialState,
});

export const colleague = z.object({
  id: staffId,
  version: z.number().int().nonnegative(),
  givenName: z.string(),
  familyName: z.string(),
  credential: z.string(),
  roles: z.array(z.enum(ROLES)),
  siteIds: z.array(uuid),
  startedOn: civilDate,
  endedOn: civilDate.nullable(),
  /** Works here no more; false also while a last day lies ahead. */
  hasEnded: z.boolean(),
  credentials: z.array(shownCredential),
  leads: z.array(z.object({ seriesId: uuid, name: z.string() })),
  /** Since when there is an account to sign in with, and until when a code handed out is open; nulls for neither. */
  accountSince: instant.nullable(),
  codeOpenUntil: instant.nullable(),
});

/** The staff of all sites: who works where is a setting of the organization. */
export const readStaff = read({
  name: 'staff.read',
  path: '/staff',
  summary: 'Everybody who works or has worked here, with roles, sites and credentials.',
  may: 'staff.read' satisfies Permission,
  output: z.object({
    today: civilDate,
    sites: z.array(z.object({ id: uuid, name: z.string() })),
    staff: z.array(colleague),
  }),
  discloses: () => [],
});

export const onCallDay = z.object({
  date: civilDate,
  onCall: staffId.nullable(),
  sessions: z.number().int().nonnegative(),
  holiday: z.string().nullable(),
});

export const readOnCall = read({
  name: 'on-call.read',
  path: '/sites/:siteId/on-call',
  summary: 'Who is on call at a site on each day of a span of at most 92 days, and how many sessions are planned.',
  may: 'staff.read' satisfies Permission,
  params: z.object({ siteId }),
  query: z.object({ from: civilDate, to: civilDate }),
  output: z.object({
    site: z.object({ id: siteId, name: z.string() }),
    today: civilDate,
    days: z.array(onCallDay),
    /** Everybody named in the days, and every clinician who can be put on call. */
    people: z.array(z.object({ staffId, name: z.string(), credential: z.string(), mayBeOnCall: z.boolean() })),
  }),
  refusals: [spanBackwards, spanTooLong],
  discloses: () => [],
});
