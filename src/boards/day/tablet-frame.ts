/** What one tablet shows: its site and, inside a group room that lists names, the people of that room's session under tokens. */
import { createHmac } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { displayNames } from '../../modules/people/index.ts';
import { listRooms, listSites } from '../../modules/program/index.ts';
import { LISTS_FROM_MINUTES, TAPS_UNTIL_MINUTES, sessionListed } from '../../modules/tablets/index.ts';
import type { Tablet } from '../../modules/tablets/index.ts';
import { addMinutes } from '../../values/minutes.ts';
import { listExpected } from './expected-now.ts';
import type { ExpectedRow } from './expected-now.ts';

export type Listed = { roomName: string; startsAt: Date; people: { token: string; name: string; participantId: string; sessionId: string }[] };

/** Keyed with the tablet's own secret: a token means nothing at another tablet, in another session, or once the tablet is set up anew. */
function tokenOf(secret: string, one: ExpectedRow): string {
  return createHmac('sha256', secret).update(`${one.sessionId} ${one.participantId}`).digest('base64url').slice(0, 22);
}

function toListed(rows: readonly ExpectedRow[], secret: string): Listed['people'] {
  const names = displayNames(rows);
  return rows.map((row) => ({ token: tokenOf(secret, row), name: names.get(row) ?? '', participantId: row.participantId, sessionId: row.sessionId }));
}

async function listRoom(tx: Tx, orgId: string, tablet: Tablet, from: Date, to: Date): Promise<ExpectedRow[]> {
  if (!tablet.listsNames || tablet.roomId === null) return [];
  return (await listExpected(tx, orgId, tablet.siteId, from, to)).filter((row) => row.roomId === tablet.roomId);
}

export async function readPlace(tx: Tx, orgId: string, tablet: Tablet): Promise<{ siteName: string; timeZone: string }> {
  const site = (await listSites(tx, orgId)).find((one) => one.id === tablet.siteId);
  return { siteName: site?.name ?? '', timeZone: site?.timeZone ?? 'UTC' };
}

export async function listNames(tx: Tx, orgId: string, tablet: Tablet, secret: string, now: Date): Promise<Listed | null> {
  const rows = await listRoom(tx, orgId, tablet, now, addMinutes(now, LISTS_FROM_MINUTES));
  const session = sessionListed(rows, now);
  if (session === null) return null;
  const room = (await listRooms(tx, orgId, tablet.siteId)).find((one) => one.id === tablet.roomId);
  return room === undefined ? null : { roomName: room.name, startsAt: session.start, people: toListed(rows.filter((row) => row.sessionId === session.sessionId), secret) };
}

/** Who stands behind a token, also a moment after the list has moved on. */
export async function findListed(tx: Tx, orgId: string, tablet: Tablet, secret: string, token: string, now: Date): Promise<Listed['people'][number] | null> {
  const rows = await listRoom(tx, orgId, tablet, addMinutes(now, -TAPS_UNTIL_MINUTES), addMinutes(now, LISTS_FROM_MINUTES));
  const row = rows.find((one) => tokenOf(secret, one) === token);
  if (row === undefined) return null;
  return toListed(rows.filter((one) => one.sessionId === row.sessionId), secret).find((one) => one.token === token) ?? null;
}
