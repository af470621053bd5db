/** One session as its facilitator sees it: people and stays, drafts as saved, notes as frozen. */
import { sql } from 'kysely';
import type { OutputOf } from '../platform/contract.ts';
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { clinicalMinutesOf, decideMinutes, decideStanding, minutesLate } from '../modules/attendance/index.ts';
import { findSharedDraft, listPersonDrafts, listSignedNotes } from '../modules/notes/index.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from '../modules/notes/words.ts';
import type { Chip, PersonPart } from '../modules/notes/words.ts';
import { displayNames } from '../modules/people/index.ts';
import { findSite } from '../modules/program/index.ts';
import { decideState } from '../modules/sessions/index.ts';
import type { readGroupRoom as contract } from './group-room.contract.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';

type Room = OutputOf<typeof contract>;
type Person = Room['people'][number];
type StoredDraft<Part> = { part: Part; version: number; savedAt: Date; savedBy: string };
type SignedNotes = Awaited<ReturnType<typeof listSignedNotes>>;

export const readGroupRoom: Answer<typeof contract> = async ({ tx, actor, now }, { params }) => {
  const [session] = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.id = ${params.sessionId} and s.site_id = any(${actor.placeIds}::uuid[])`);
  if (session === undefined) return refuse('not-found');
  const site = await findSite(tx, actor.orgId, session.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const people = await listPeople(tx, sql`p.org_id = ${actor.orgId} and p.session_id = ${session.id}`);
  const drafts = new Map((await listPersonDrafts(tx, actor.orgId, session.id)).map((draft) => [draft.participantId, draft]));
  const notes = new Map((await listSignedNotes(tx, actor.orgId, session.id)).map((note) => [note.participantId, note]));
  const names = displayNames(people);
  const room: Room = {
    asOf: now.toISOString(), session: toSession(session, site, people, now),
    shared: toDraft(await findSharedDraft(tx, actor.orgId, session.id), EMPTY_SHARED),
    people: people.map((person) => ({
      ...toPerson(session, person, names.get(person) ?? '', now),
      draft: toDraft(drafts.get(person.participantId) ?? null, EMPTY_PERSON), note: toNote(notes.get(person.participantId)),
    })),
  };
  return { value: room };
};

function toDraft<Part>(draft: StoredDraft<Part> | null, empty: Part) {
  if (draft === null) return { part: empty, version: 0, savedAt: null, savedBy: null };
  return { part: draft.part, version: draft.version, savedAt: draft.savedAt.toISOString(), savedBy: draft.savedBy };
}

function toSession(session: SessionRow, site: { name: string; timeZone: string }, people: readonly PersonRow[], now: Date): Room['session'] {
  const { times } = session;
  const present = people.filter((person) => person.stays.length > 0);
  const signed = present.filter((person) => person.noteSigned).length;
  return {
    id: session.id, name: session.name, type: session.type, siteId: session.siteId, siteName: site.name, timeZone: site.timeZone, roomName: session.roomName,
    facilitatorName: session.facilitatorName, facilitatorCredential: session.facilitatorCredential, startsAt: times.plannedStart.toISOString(),
    endsAt: times.heldEnd.toISOString(), breaks: [...times.breaks], clinicalMinutes: clinicalMinutesOf(times), capacity: session.capacity,
    state: decideState({ plannedStart: times.plannedStart, heldEnd: times.heldEnd, isCanceled: session.isCanceled, present: present.length, signed }, now),
  };
}

function toPerson(session: SessionRow, person: PersonRow, displayName: string, now: Date): Omit<Person, 'draft' | 'note'> {
  return {
    participantId: person.participantId, displayName, seatNo: person.seatNo, standing: decideStanding(session.times, person, now),
    stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
    minutesLate: minutesLate(session.times, person.stays), minutes: decideMinutes(session.times, person.stays, now),
  };
}

function toNote(note: SignedNotes[number] | undefined): Person['note'] {
  if (note === undefined) return null;
  const part: PersonPart = { chips: note.chips as Chip[], ownSentence: note.ownSentence, craving: note.craving, practice: note.practice };
  return {
    id: note.id, signedAt: note.signedAt.toISOString(), authorName: note.authorName, authorCredential: note.authorCredential, part, shared: note.shared,
    minutes: { scheduled: note.scheduled, attended: note.attended, clinical: note.clinical },
  };
}
