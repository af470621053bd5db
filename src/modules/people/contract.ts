/** What the people module answers over HTTP. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import { PERMISSIONS } from '../../permissions.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { organizationKind, staffId } from './words.ts';

/** Who is signed in, what that person may do, and where. */
export const readMe = read({
  name: 'people.read-me',
  path: '/me',
  summary: 'Who is signed in, what they may do and at which sites.',
  may: 'me.read' satisfies Permission,
  output: z.object({
    staffId,
    displayName: z.string(),
    credential: z.string(),
    roles: z.array(z.string()),
    permissions: z.array(z.enum(PERMISSIONS)),
    organization: z.object({ name: z.string(), kind: organizationKind }),
    sites: z.array(z.object({ id: uuid, name: z.string(), timeZone: z.string() })),
    now: instant,
  }),
  discloses: () => [],
});
