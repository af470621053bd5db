/** What the boards of signed notes share: notes that fit a condition with all that followed them, in a fixed number of statements. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Exchange } from '../../platform/http.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { MinutesOfSession } from '../../modules/attendance/words.ts';
import { countingMinutes, lateEntry, listAddenda, listAuthorsHere, listCoSigners, listReviews, stateAfter } from '../../modules/notes/index.ts';
import { EMPTY_SHARED } from '../../modules/notes/words.ts';
import type { NoteId, PersonPart, SharedPart } from '../../modules/notes/words.ts';
import { displayName } from '../../modules/people/index.ts';
import type { ParticipantId, StaffId } from '../../modules/people/words.ts';
import { loadDayFigures } from '../../modules/program/index.ts';
import type { Level } from '../../modules/program/words.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';
import { answeredBy } from './answered-by.ts';
import type { readAfterSigning, readNote } from './signatures.contract.ts';

type WholeNote = OutputOf<typeof readNote>['note'];
type NoteAfter = OutputOf<typeof readAfterSigning>['notes'][number];
export type NoteRow = MinutesOfSession & {
  noteId: NoteId; participantId: ParticipantId; authorId: StaffId; authorName: string; authorCredential: string; signedAt: Date; coSignerId: StaffId | null; coSignerName: string | null;
  sessionId: SessionId; siteId: string; timeZone: string; name: string; firstPlannedOn: string; plannedStart: Date; heldEnd: Date;
  shared: SharedPart; chips: PersonPart['chips']; ownSentence: string; craving: number | null; practice: string; objectiveId: PersonPart['objectiveId']; objective: string | null; minutesRule: string;
  legalGivenName: string; legalFamilyName: string; chosenName: string | null; stays: RawStay[]; supporters: { name: string; relation: string }[];
  type: SessionType; siteName: string; roomName: string | null; isByLink: boolean; leaders: { name: string; credential: string }[]; presentCount: number;
  module: { position: number; title: string; curriculumName: string } | null; programName: string; level: Level | null; isDanger: boolean;
};
type RawStay = { arrivedAt: string; leftAt: string | null };

/** What the record says of the session beside its times (domain 8.3): where, by whom, how many came, what was taught, program and level of that day. */
const besideSession = sql`
           s.session_type as type, t.name as "siteName", s.telehealth_link <> '' as "isByLink", n.danger_task_id is not null as "isDanger",
           (select r.name from rooms r where r.org_id = s.org_id and r.id = s.room_id) as "roomName",
           (select g.name from attendances a join programs g on g.org_id = a.org_id and g.id = a.program_id where a.org_id = n.org_id and a.id = n.attendance_id) as "programName",
           (select a.level from attendances a where a.org_id = n.org_id and a.id = n.attendance_id) as level,
           (select json_build_object('position', m.position, 'title', m.title, 'curriculumName', k.name)
              from curriculum_modules m join curricula k on k.org_id = m.org_id and k.id = m.curriculum_id
             where m.org_id = n.org_id and m.id = (n.shared_part ->> 'moduleId')::uuid) as module,
           (select count(*)::integer from attendances b where b.org_id = s.org_id and b.session_id = s.id and b.outcome = 'present' and b.superseded_at is null
               and exists (select 1 from stays y where y.org_id = b.org_id and y.attendance_id = b.id and y.withdrawn_at is null)) as "presentCount",
           coalesce((select json_agg(json_build_object('name', f.given_name || ' ' || f.family_name, 'credential', f.credential) order by f.id = s.facilitator_id desc, f.family_name, f.id)
                       from staff f where f.org_id = s.org_id and (f.id = s.facilitator_id or f.id in (
                         select x.staff_id from co_facilitators x where x.org_id = s.org_id and x.series_id = s.series_id
                            and x.starts_on <= s.first_planned_on and (x.ended_on is null or x.ended_on >= s.first_planned_on)))), '[]') as leaders`;

/** Notes that fit a condition on `n` (the note) and `s` (its session), in the order in which they were signed. */
export async function listNotes(tx: Tx, where: RawBuilder<unknown>): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.id as "noteId", n.participant_id as "participantId", n.author_id as "authorId", n.author_name as "authorName", n.author_credential as "authorCredential", n.signed_at as "signedAt",
           n.cosign_by as "coSignerId", c.given_name || ' ' || c.family_name as "coSignerName", s.id as "sessionId", s.site_id as "siteId", t.time_zone as "timeZone", s.name,
           s.first_planned_on as "firstPlannedOn", s.planned_start_at as "plannedStart", coalesce(h.ends_at, s.planned_end_at) as "heldEnd", n.shared_part as shared, n.chips, n.own_sentence as "ownSentence",
           n.craving, n.practice, n.objective_id as "objectiveId", n.objective_said as objective, n.scheduled_minutes as scheduled, n.attended_minutes as attended, n.clinical_minutes as clinical, n.minutes_rule as "minutesRule",
           p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName", n.supporters, ${besideSession},
           coalesce((select json_agg(json_build_object('arrivedAt', y.arrived_at, 'leftAt', y.ended_at) order by y.arrived_at)
                       from stays y where y.org_id = n.org_id and y.attendance_id = n.attendance_id and y.withdrawn_at is null), '[]') as stays
      from notes n
      join sessions s on s.org_id = n.org_id and s.id = n.session_id
      join sites t on t.org_id = s.org_id and t.id = s.site_id
      join participants p on p.org_id = n.org_id and p.id = n.participant_id
      left join staff c on c.org_id = n.org_id and c.id = n.cosign_by
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where ${where}
     order by n.signed_at, n.id
  `.execute(tx);
  return rows;
}

/** The hours within which a note is due, as they were in force on each of these days; a few statements, however many days. */
export async function loadDueHours(tx: Tx, orgId: string, siteId: string, days: readonly string[]): Promise<(day: string) => number> {
  const latest = [...days].sort().at(-1);
  if (latest === undefined) return () => 0;
  const { rows } = await sql<{ from: string }>`
    select distinct valid_from as "from" from day_rules
     where org_id = ${orgId} and rule = 'note-due-hours' and (site_id is null or site_id = ${siteId}) and valid_from <= ${latest} order by valid_from
  `.execute(tx);
  const starts = rows.map((row) => row.from);
  const figures = await Promise.all((starts.length === 0 ? [latest] : starts).map((from) => loadDayFigures(tx, orgId, siteId, from)));
  return (day) => {
    const at = Math.max(0, starts.findLastIndex((from) => from <= day));
    return figures[at]?.['note-due-hours'] ?? 0;
  };
}

/** The hours within which each of these notes was due, of whatever sites they are. */
async function loadDueHoursOf(tx: Tx, orgId: string, notes: readonly NoteRow[]): Promise<(note: NoteRow) => number> {
  const bySite = [...Map.groupBy(notes, (note) => note.siteId)];
  const loaded = new Map(await Promise.all(bySite.map(async ([siteId, own]) => [siteId, await loadDueHours(tx, orgId, siteId, own.map((note) => note.firstPlannedOn))] as const)));
  return (note) => loaded.get(note.siteId)?.(note.firstPlannedOn) ?? 0;
}

/** The stays of attendances that corrected others (W14). */
async function listCorrectedStays(tx: Tx, orgId: string, attendanceIds: readonly string[]): Promise<Map<string, RawStay[]>> {
  if (attendanceIds.length === 0) return new Map();
  const { rows } = await sql<{ attendanceId: string; stays: RawStay[] }>`
    select y.attendance_id as "attendanceId", json_agg(json_build_object('arrivedAt', y.arrived_at, 'leftAt', y.ended_at) order by y.arrived_at) as stays
      from stays y where y.org_id = ${orgId} and y.attendance_id = any(${attendanceIds}::uuid[]) and y.withdrawn_at is null group by y.attendance_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.attendanceId, row.stays]));
}

function toStays(stays: readonly RawStay[]): WholeNote['stays'] {
  return stays.map((stay) => ({ arrivedAt: new Date(stay.arrivedAt).toISOString(), leftAt: stay.leftAt === null ? null : new Date(stay.leftAt).toISOString() }));
}

type Followed = { corrected: Map<string, RawStay[]>; addenda: Awaited<ReturnType<typeof listAddenda>>; reviews: Awaited<ReturnType<typeof listReviews>>; dueHours: number; can: boolean; answeredBy: NoteAfter['answeredBy'] };

function toAfter(note: NoteRow, { corrected, addenda, reviews, dueHours, can, answeredBy }: Followed): NoteAfter {
  const minutes = { scheduled: note.scheduled, attended: note.attended, clinical: note.clinical };
  return {
    noteId: note.noteId, participantId: note.participantId, author: { id: note.authorId, name: note.authorName, credential: note.authorCredential },
    signedAt: note.signedAt.toISOString(), lateMinutes: lateEntry(note.heldEnd, dueHours, note.signedAt), dueHours,
    state: stateAfter({ cosignBy: note.coSignerId, reviews, addenda }),
    coSigner: note.coSignerId === null ? null : { id: note.coSignerId, name: note.coSignerName ?? '', can },
    ...(answeredBy === undefined ? {} : { answeredBy }),
    minutes, counting: countingMinutes(minutes, addenda),
    addenda: addenda.map((one) => ({
      id: one.id, kind: one.kind, text: one.text, by: { id: one.authorId as StaffId, name: one.authorName, credential: one.authorCredential }, signedAt: one.signedAt.toISOString(),
      minutes: one.clinical === null ? null : { scheduled: one.scheduled ?? 0, attended: one.attended ?? 0, clinical: one.clinical },
      stays: one.attendanceId === null ? null : toStays(corrected.get(one.attendanceId) ?? []),
    })),
    reviews: reviews.map((one) => ({
      id: one.id, kind: one.kind, reason: one.reason, addendaSeen: one.addendaSeen, by: { id: one.byId as StaffId, name: one.byName, credential: one.byCredential }, signedAt: one.signedAt.toISOString(),
    })),
  };
}

/** Everything that followed these notes, in their order. */
export async function afterOf({ tx, actor, now }: Exchange, notes: readonly NoteRow[]): Promise<NoteAfter[]> {
  const ids = notes.map((note) => note.noteId);
  const [addenda, reviews, signers, authors, dueHours] = await Promise.all([
    listAddenda(tx, actor.orgId, ids), listReviews(tx, actor.orgId, ids), listCoSigners(tx, actor.orgId, now), listAuthorsHere(tx, actor.orgId, now), loadDueHoursOf(tx, actor.orgId, notes),
  ]);
  const corrected = await listCorrectedStays(tx, actor.orgId, addenda.flatMap((one) => one.attendanceId ?? []));
  const [addendaOf, reviewsOf] = [Map.groupBy(addenda, (one) => one.noteId), Map.groupBy(reviews, (one) => one.noteId)];
  return notes.map((note) => toAfter(note, {
    corrected, addenda: addendaOf.get(note.noteId) ?? [], reviews: reviewsOf.get(note.noteId) ?? [], dueHours: dueHours(note),
    can: signers.some((one) => one.id === note.coSignerId && one.siteIds.includes(note.siteId)),
    answeredBy: answeredBy({ ...note, cosignBy: note.coSignerId, reviews: reviewsOf.get(note.noteId) ?? [], addenda: addendaOf.get(note.noteId) ?? [] }, signers, authors),
  }));
}

/** The notes whole, with everything that followed. */
export async function withAfter(exchange: Exchange, notes: readonly NoteRow[]): Promise<WholeNote[]> {
  const after = new Map((await afterOf(exchange, notes)).map((one) => [one.noteId, one]));
  return notes.flatMap((note) => {
    const followed = after.get(note.noteId);
    if (followed === undefined) return [];
    return [{
      ...followed, displayName: displayName(note), programName: note.programName, level: note.level, isDanger: note.isDanger, supporters: note.supporters,
      session: {
        id: note.sessionId, name: note.name, type: note.type, startsAt: note.plannedStart.toISOString(), endsAt: note.heldEnd.toISOString(), timeZone: note.timeZone,
        siteName: note.siteName, roomName: note.roomName, isByLink: note.isByLink, leaders: note.leaders, presentCount: note.presentCount, module: note.module,
      },
      part: { chips: note.chips, ownSentence: note.ownSentence, craving: note.craving, practice: note.practice, objectiveId: note.objectiveId },
      // A note of an older version lacks what came later, and reads as not said.
      shared: { ...EMPTY_SHARED, ...note.shared }, objective: note.objective, minutesRule: note.minutesRule,
      stays: toStays(note.stays),
    }];
  });
}
