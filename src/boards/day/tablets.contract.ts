/** The tablets of a site, and claims that wait. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';
import { siteId } from '../../modules/program/words.ts';
import { sessionId } from '../../modules/sessions/words.ts';

export const shownTablet = z.object({
  id: uuid, version: z.number().int().nonnegative(), name: z.string(), roomId: uuid.nullable(), roomName: z.string().nullable(), listsNames: z.boolean(),
  /** A browser holds its cookie. */ isSetUp: z.boolean(), codeOpenUntil: instant.nullable(), seenAt: instant.nullable(), isEnded: z.boolean(),
});

export const readTablets = read({
  name: 'tablets.read-list', path: '/boards/tablets', may: 'tablet.change' satisfies Permission,
  summary: 'The shared tablets of a site: where they stand, what they may list, when they last asked anything.',
  query: z.object({ siteId }),
  output: z.object({
    site: z.object({ id: siteId, name: z.string(), timeZone: z.string() }), asOf: instant,
    rooms: z.array(z.object({ id: uuid, name: z.string() })), tablets: z.array(shownTablet),
  }),
  discloses: () => [],
});

export const shownClaim = z.object({
  id: uuid, /** As it was typed or tapped. */ typed: z.string(), claimedAt: instant, tabletName: z.string(),
  /** Who is meant, where exactly one person fits. */
  meant: z.object({ participantId, displayName: z.string(), sessionId, sessionName: z.string(), startsAt: instant }).nullable(),
});

export const readClaims = read({
  name: 'tablets.read-claims', path: '/boards/claims', may: 'attendance.stamp' satisfies Permission,
  summary: 'Who said today at a tablet of a site to be here and is not stamped in; where it is not known who that is, also who it may be.',
  query: z.object({ siteId }),
  output: z.object({
    asOf: instant, claims: z.array(shownClaim),
    /** Everybody expected now who is not stamped in, only while it must be chosen who somebody is. */
    mayBe: z.array(z.object({ participantId, displayName: z.string(), sessionId, sessionName: z.string(), startsAt: instant })),
  }),
  discloses: (board) => [...board.claims.flatMap(({ meant }) => (meant === null ? [] : [meant.participantId])), ...board.mayBe.map((one) => one.participantId)],
  accounting: 'each-change',
});
