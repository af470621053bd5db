/** What signing must know first: who was there with which draft, what the plan says, what was written before, and who is on the roster. */
import type { Exchange } from '../../platform/http.ts';
import { decideMinutes, listStays, listVisits, wasThere } from '../../modules/attendance/index.ts';
import { findSharedDraft, findSupervisor, listModuleChoices, listNotesBefore, listPersonDrafts, listRosterNames, listSignedNotes } from '../../modules/notes/index.ts';
import type { NoteBefore, PersonFacts, RosterName } from '../../modules/notes/index.ts';
import { listOpenObjectives } from '../../modules/plans/index.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import type { DayFigures } from '../../modules/program/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { listDangerTasks } from '../../modules/tasks/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { nameWords } from '../../values/names-in-text.ts';

export type SigningGround = {
  people: PersonFacts[];
  onlyAbsent: boolean;
  shared: Awaited<ReturnType<typeof findSharedDraft>>;
  module: { planned: string | null; choices: string[] };
  roster: RosterName[];
  /** Every sentence of the session as it stands, by participant. */
  today: { id: string; text: string }[];
  before: Map<string, NoteBefore[]>;
  /** The craving of each person's newest signed note in which it was asked. */
  cravings: Map<string, number>;
  /** Folded words of the names on the roster. */
  names: string[];
  figures: DayFigures;
  cosignBy: string | null;
  /** The objectives that these people work on now, number and words, by id. */
  objectives: Map<string, string>;
  /** The danger marked about a person in this session, by participant. */
  dangers: Map<string, string>;
  /** Who sat in with each person, by participant. */
  satIn: Map<string, { name: string; relation: string }[]>;
};

/** For the people that were sent. The session is locked for update: nothing of it changes until this transaction ends. */
export async function loadSigning({ tx, actor, now }: Exchange, session: SessionFacts, sent: ReadonlySet<string>): Promise<SigningGround> {
  const { orgId } = actor;
  const ids = [...sent];
  const site = await findSite(tx, orgId, session.siteId, actor.placeIds);
  const zone = site?.timeZone ?? 'UTC';
  const [stays, drafts, signed, shared, roster, modules, objectives, notesBefore, figures, cosignBy, dangers, visits] = await Promise.all([
    listStays(tx, orgId, session.id), listPersonDrafts(tx, orgId, session.id), listSignedNotes(tx, orgId, session.id), findSharedDraft(tx, orgId, session.id),
    listRosterNames(tx, orgId, session.id), listModuleChoices(tx, orgId, session.id), listOpenObjectives(tx, orgId, ids), listNotesBefore(tx, orgId, session, ids),
    loadDayFigures(tx, orgId, session.siteId, dateIn(zone, session.plannedStart)), findSupervisor(tx, orgId, actor.id, dateIn(zone, now)), listDangerTasks(tx, orgId, session.id), listVisits(tx, orgId, session.id),
  ]);
  const draftOf = new Map(drafts.map((draft) => [draft.participantId, draft]));
  const noteOf = new Map(signed.map((note) => [note.participantId as string, note]));
  const people = stays.filter((person) => sent.has(person.participantId)).map((person): PersonFacts => {
    const note = noteOf.get(person.participantId);
    return {
      participantId: person.participantId, attendanceId: person.attendanceId, wasThere: wasThere(session, person.stays), minutes: decideMinutes(session, person.stays, now),
      draft: draftOf.get(person.participantId) ?? null, signedBy: note === undefined ? null : { name: note.authorName, at: note.signedAt },
      objectiveIds: objectives.filter((one) => one.participantId === person.participantId).map((one) => one.objectiveId),
    };
  });
  const unsigned = drafts.filter((draft) => !noteOf.has(draft.participantId));
  const onlyAbsent = roster.some((person) => person.isUnrecorded) && stays.every((person) => !wasThere(session, person.stays) || noteOf.has(person.participantId));
  return {
    people, onlyAbsent, shared, roster, figures, cosignBy,
    module: { planned: modules.find((one) => one.isPlanned)?.id ?? null, choices: modules.map((one) => one.id) },
    today: [...signed.map((note) => ({ id: note.participantId as string, text: note.ownSentence })), ...unsigned.map((draft) => ({ id: draft.participantId, text: draft.part.ownSentence }))],
    before: Map.groupBy(notesBefore.sentences, (note) => note.participantId as string), cravings: new Map([...notesBefore.cravings].map(([id, { level }]) => [id, level])),
    names: nameWords(roster.flatMap((one) => [one.legalGivenName, one.chosenName, one.legalFamilyName])),
    objectives: new Map(objectives.map((one) => [one.objectiveId, `${one.number} ${one.text}`])),
    dangers: new Map(dangers.map((one) => [one.participantId, one.id])),
    satIn: new Map([...Map.groupBy(visits, (one) => one.participantId as string)].map(([id, own]) => [id, own.map(({ name, relation }) => ({ name, relation }))])),
  };
}
