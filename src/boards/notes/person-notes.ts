/** The notes of one person, the newest first: places in time are found first, and only those of one page are read whole. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { listUnsigned } from '../../modules/notes/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import { listSessions } from '../day/session-rows.ts';
import { listNotes, withAfter } from './after-rows.ts';
import { countNotes, listContacts, listPlaces } from './person-notes-rows.ts';
import type { Place, Scope } from './person-notes-rows.ts';
import type { readPersonNotes as contract } from './person-notes.contract.ts';

type Shown = OutputOf<typeof contract>;
type Listed = Shown['notes'][number];
type WholeNote = Awaited<ReturnType<typeof withAfter>>[number];

/** So many are read at a time. */
const AT_ONCE = 30;

export const readPersonNotes: Answer<typeof contract> = async (exchange, { params: { participantId }, query: { kind, before } }) => {
  const { tx, actor, now } = exchange;
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const mayContacts = actor.permissions.has('contact.read');
  const scope: Scope = { orgId: actor.orgId, participantId, siteIds: actor.placeIds, sessions: kind !== 'contact', contacts: mayContacts && kind !== 'session' };
  const [micros = '', id = ''] = before?.split('~') ?? [];
  const found = await listPlaces(tx, scope, before === undefined ? null : { micros, id }, AT_ONCE + 1);
  const page = found.slice(0, AT_ONCE);
  const last = found.length > AT_ONCE ? page.at(-1) : undefined;
  const [counts, notes, unsigned] = await Promise.all([countNotes(tx, scope), readPage(exchange, page), readUnsigned(exchange, participantId)]);
  return { value: {
    participantId, asOf: now.toISOString(), counts: { sessions: counts.sessions, contacts: mayContacts ? counts.contacts : null },
    notes, next: last === undefined ? null : `${last.micros}~${last.id}`, unsigned,
  } };
};

async function readPage(exchange: Exchange, page: readonly Place[]): Promise<Listed[]> {
  const { tx, actor: { orgId } } = exchange;
  const idsOf = (kind: Place['kind']): string[] => page.filter((place) => place.kind === kind).map((place) => place.id);
  const [rows, contacts] = await Promise.all([listNotes(tx, sql`n.org_id = ${orgId} and n.id = any(${idsOf('session')}::uuid[])`), listContacts(tx, orgId, idsOf('contact'))]);
  const notes = new Map((await withAfter(exchange, rows)).map((note) => [note.noteId as string, note]));
  return page.flatMap((place): Listed[] => {
    const [note, contact] = [notes.get(place.id), contacts.get(place.id)];
    if (note !== undefined) return [toListed(note)];
    if (contact === undefined) return [];
    const { id, kind, withWhom, text, minutes, risk, authorName, authorCredential, timeZone, happenedAt } = contact;
    return [{
      kind: 'contact', id, contactKind: kind, withWhom, text, minutes, isDanger: risk === 'danger', isWatch: risk === 'watch', authorName, authorCredential, timeZone,
      happenedAt: happenedAt.toISOString(), date: dateIn(timeZone, happenedAt),
    }];
  });
}

function toListed(note: WholeNote): Listed {
  const { session } = note;
  return {
    kind: 'session', id: note.noteId, happenedAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone, date: dateIn(session.timeZone, new Date(session.startsAt)),
    authorName: note.author.name, authorCredential: note.author.credential, session: { id: session.id, name: session.name, type: session.type, siteName: session.siteName },
    ownSentence: note.part.ownSentence, minutes: note.counting.clinical, isCorrected: note.counting.clinical !== note.minutes.clinical, state: note.state,
    coSignerName: note.coSigner?.name ?? null, lateMinutes: note.lateMinutes, addenda: note.addenda.length, isDanger: note.isDanger,
  };
}

/** Those that still run are not missing anything yet. */
async function readUnsigned({ tx, actor, now }: Exchange, participantId: string): Promise<Shown['unsigned']> {
  const open = await listUnsigned(tx, actor.orgId, participantId, actor.placeIds);
  const sessions = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.id = any(${open.map((one) => one.sessionId)}::uuid[])`);
  const over = new Set<string>(sessions.filter((session) => session.times.heldEnd <= now).map((session) => session.id));
  return open.filter((one) => over.has(one.sessionId)).map((one) => ({ sessionId: one.sessionId as SessionId, name: one.name, startsAt: one.startedAt.toISOString(), timeZone: one.timeZone }));
}
