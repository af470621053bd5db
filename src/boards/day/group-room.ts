/** One session as its facilitator sees it: people and stays, drafts as saved, notes as frozen, and what the page warns by. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { clinicalMinutesOf, decideMinutes, decideStanding, minutesLate, wasThere } from '../../modules/attendance/index.ts';
import { dueAt, findSharedDraft, lateEntry, listModuleChoices, listNotesBefore, listPersonDrafts, listSignedNotes } from '../../modules/notes/index.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from '../../modules/notes/words.ts';
import type { Chip, PersonPart } from '../../modules/notes/words.ts';
import { displayNames } from '../../modules/people/index.ts';
import { stillShown } from '../../modules/placements/index.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import type { DayFigures } from '../../modules/program/index.ts';
import { decideState } from '../../modules/sessions/index.ts';
import { dateIn, daysBetween } from '../../values/civil-date.ts';
import { nameWords } from '../../values/names-in-text.ts';
import { findCosigner, listObjectives, listPersonFacts } from './group-room-facts.ts';
import type { ObjectiveRow } from './group-room-facts.ts';
import type { readGroupRoom as contract } from './group-room.contract.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';

type Room = OutputOf<typeof contract>;
type Person = Room['people'][number];
type StoredDraft<Part> = { part: Part; version: number; savedAt: Date; savedBy: string };
type SignedNote = Awaited<ReturnType<typeof listSignedNotes>>[number];
type Place = { session: SessionRow; site: { name: string; timeZone: string }; figures: DayFigures; now: Date };
type Loaded = Awaited<ReturnType<typeof load>>;

export const readGroupRoom: Answer<typeof contract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const [session] = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.id = ${params.sessionId} and s.site_id = any(${actor.placeIds}::uuid[])`);
  if (session === undefined) return refuse('not-found');
  const site = await findSite(tx, actor.orgId, session.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const everybody = await listPeople(tx, sql`p.org_id = ${actor.orgId} and p.session_id = ${session.id}`);
  const { shown: people, noLongerShown } = await stillShown(exchange, session.times.plannedStart, everybody);
  const loaded = await load(exchange, session, site.timeZone, people.map((person) => person.participantId));
  const place: Place = { session, site, figures: loaded.figures, now };
  const names = displayNames(people);
  const planned = loaded.modules.find((one) => one.isPlanned)?.id ?? null;
  return {
    value: {
      asOf: now.toISOString(), session: toSession(place, everybody, loaded.modules), noLongerShown, cosignerName: loaded.cosignerName,
      figures: {
        nearIdenticalPercent: loaded.figures['near-identical-percent'], objectiveUntouchedDays: loaded.figures['objective-untouched-days'],
        craving: { from: loaded.figures['craving-alert-from'], rise: loaded.figures['craving-alert-rise'] },
      },
      shared: toDraft(loaded.shared, { ...EMPTY_SHARED, moduleId: planned }),
      people: people.map((person) => toPerson(place, person, names.get(person) ?? '', loaded)),
    },
  };
};

async function load({ tx, actor, now }: Exchange, session: SessionRow, zone: string, ids: readonly string[]) {
  const { orgId } = actor;
  const day = dateIn(zone, session.times.plannedStart);
  const [drafts, notes, shared, before, modules, figures, objectives, facts, cosignerName] = await Promise.all([
    listPersonDrafts(tx, orgId, session.id), listSignedNotes(tx, orgId, session.id), findSharedDraft(tx, orgId, session.id), listNotesBefore(tx, orgId, session, ids),
    listModuleChoices(tx, orgId, session.id), loadDayFigures(tx, orgId, session.siteId, day), listObjectives(tx, orgId, ids), listPersonFacts(tx, orgId, session.id, day),
    findCosigner(tx, orgId, actor.id, dateIn(zone, now)),
  ]);
  return {
    shared, modules, figures, cosignerName, cravings: before.cravings,
    drafts: new Map(drafts.map((draft) => [draft.participantId, draft])), notes: new Map(notes.map((note) => [note.participantId, note])),
    sentences: Map.groupBy(before.sentences, (note) => note.participantId as string), objectives: Map.groupBy(objectives, (row) => row.participantId),
    facts: new Map(facts.map((row) => [row.participantId, row])),
  };
}

function toDraft<Part>(draft: StoredDraft<Part> | null, empty: Part) {
  if (draft === null) return { part: empty, version: 0, savedAt: null, savedBy: null };
  return { part: draft.part, version: draft.version, savedAt: draft.savedAt.toISOString(), savedBy: draft.savedBy };
}

function toSession({ session, site, figures, now }: Place, people: readonly PersonRow[], modules: Loaded['modules']): Room['session'] {
  const { times } = session;
  const present = people.filter((person) => wasThere(times, person.stays));
  const signed = present.filter((person) => person.noteSigned).length;
  return {
    id: session.id, name: session.name, type: session.type, isEnteredAfterwards: session.isEnteredAfterwards, siteId: session.siteId, siteName: site.name, timeZone: site.timeZone, roomName: session.roomName,
    telehealthLink: session.telehealthLink, facilitatorName: session.facilitatorName, facilitatorCredential: session.facilitatorCredential, startsAt: times.plannedStart.toISOString(),
    endsAt: times.heldEnd.toISOString(), breaks: [...times.breaks], clinicalMinutes: clinicalMinutesOf(times), capacity: session.capacity,
    state: decideState({ plannedStart: times.plannedStart, heldEnd: times.heldEnd, isCanceled: session.isCanceled, present: present.length, signed }, now),
    notesDueAt: dueAt(times.heldEnd, figures['note-due-hours']).toISOString(), curriculumName: modules[0]?.curriculumName ?? null,
    modules: modules.map(({ id, title, position, isEnded }) => ({ id, title, position, isEnded })),
  };
}

function toPerson(place: Place, person: PersonRow, displayName: string, loaded: Loaded): Person {
  const { session, site, now } = place;
  const id = person.participantId;
  const plan = loaded.objectives.get(id) ?? [];
  const facts = loaded.facts.get(id);
  const craving = loaded.cravings.get(id);
  return {
    participantId: id, displayName, seatNo: person.seatNo, standing: decideStanding(session.times, person, now),
    stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
    minutesLate: minutesLate(session.times, person.stays), minutes: decideMinutes(session.times, person.stays, now),
    draft: toDraft(loaded.drafts.get(id) ?? null, EMPTY_PERSON), note: toNote(place, loaded.notes.get(id)),
    nameWords: nameWords([person.legalGivenName, person.chosenName, person.legalFamilyName]),
    ownWords: plan.find((row) => row.isOpen)?.ownWords ?? null, objectives: plan.flatMap((row) => toObjective(place, row)),
    sentencesBefore: (loaded.sentences.get(id) ?? []).map(({ noteId, sentence }) => ({ noteId: noteId as Person['sentencesBefore'][number]['noteId'], sentence })),
    cravingBefore: craving === undefined ? null : { level: craving.level, signedOn: dateIn(site.timeZone, craving.signedAt) },
    counselorName: facts?.counselorName ?? null, overCapReason: facts?.overCapReason ?? null, visitors: person.visitors,
  };
}

function toObjective({ session, site }: Place, row: ObjectiveRow): Person['objectives'] {
  if (!row.isOpen || row.objectiveId === null) return [];
  const untouchedDays = Math.max(0, daysBetween(dateIn(site.timeZone, row.touchedAt), dateIn(site.timeZone, session.times.plannedStart)));
  return [{ id: row.objectiveId, number: row.number, text: row.text, ownWords: row.ownWords, untouchedDays, wasTouched: row.wasTouched }];
}

/** Frozen as "1.2 What will be seen": the number ends at the first space. */
function toSaid(objective: string | null): { number: string; text: string } | null {
  const [number, text] = objective?.split(/ (.*)/s) ?? [];
  return number === undefined ? null : { number, text: text ?? '' };
}

function toNote({ session, figures }: Place, note: SignedNote | undefined): Person['note'] {
  if (note === undefined) return null;
  const part: PersonPart = { chips: note.chips as Chip[], ownSentence: note.ownSentence, craving: note.craving, practice: note.practice, objectiveId: note.objectiveId };
  return {
    id: note.id, signedAt: note.signedAt.toISOString(), authorName: note.authorName, authorCredential: note.authorCredential, part, shared: note.shared,
    minutes: { scheduled: note.scheduled, attended: note.attended, clinical: note.clinical },
    objective: toSaid(note.objectiveSaid),
    supporters: note.supporters,
    minutesLate: lateEntry(session.times.heldEnd, figures['note-due-hours'], note.signedAt),
  };
}
