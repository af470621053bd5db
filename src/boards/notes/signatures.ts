/** Notes of a site that wait, told by session: for their author, for a co-signature, for an answer. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { hasMoment } from '../../modules/attendance/index.ts';
import { dueAt, listAuthorsHere, listCoSigners, stateAfter, waitsFor } from '../../modules/notes/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { findSite } from '../../modules/program/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { answeredBy } from './answered-by.ts';
import { loadDueHours } from './after-rows.ts';
import type { readSignatures as contract } from './signatures.contract.ts';

type Board = OutputOf<typeof contract>;
type Waiting = Board['awaiting'][number];
type Asked = Exchange & { siteId: string };

/** Older sessions are a matter for a review of the records, not for a list of the day. */
const LOOK_BACK_DAYS = 60;

async function listUnsigned({ tx, actor, now, siteId }: Asked): Promise<Board['unsigned']> {
  const { rows } = await sql<{ sessionId: SessionId; name: string; firstPlannedOn: string; endedAt: Date; notes: number; authorId: StaffId | null; authorName: string }>`
    select s.id as "sessionId", s.name, s.first_planned_on as "firstPlannedOn", coalesce(h.ends_at, s.planned_end_at) as "endedAt", s.facilitator_id as "authorId",
           coalesce(f.given_name || ' ' || f.family_name, '') as "authorName", w.notes
      from sessions s
      left join staff f on f.org_id = s.org_id and f.id = s.facilitator_id
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
      join lateral (
        select count(*)::integer as notes from session_people p
         where p.org_id = s.org_id and p.session_id = s.id and p.outcome = 'present'
           and exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and ${hasMoment(sql`s.planned_start_at`, sql`coalesce(h.ends_at, s.planned_end_at)`)})
           and not exists (select 1 from notes n where n.org_id = p.org_id and n.session_id = p.session_id and n.participant_id = p.participant_id)
      ) w on w.notes > 0
     where s.org_id = ${actor.orgId} and s.site_id = ${siteId} and s.withdrawn_at is null and s.canceled_at is null
       and s.planned_start_at > ${now}::timestamptz - make_interval(days => ${LOOK_BACK_DAYS}) and coalesce(h.ends_at, s.planned_end_at) <= ${now}
     order by "endedAt", s.name, s.id
  `.execute(tx);
  const dueHours = await loadDueHours(tx, actor.orgId, siteId, rows.map((row) => row.firstPlannedOn));
  return rows.map(({ sessionId, name, firstPlannedOn, endedAt, notes, authorId, authorName }) => ({
    sessionId, name, endedAt: endedAt.toISOString(), dueAt: dueAt(endedAt, dueHours(firstPlannedOn)).toISOString(), notes,
    author: authorId === null ? null : { id: authorId, name: authorName }, isMine: authorId === actor.id,
  }));
}

type Open = {
  noteId: string; sessionId: SessionId; name: string; endedAt: Date; authorId: StaffId; authorName: string; cosignBy: StaffId; coSignerName: string; signedAt: Date;
  addenda: { kind: 'addendum' | 'correction' | 'answer' }[]; reviews: { kind: 'returned'; addendaSeen: number; at: string; byId: string }[];
};

/** Notes that wanted a co-signature and have none: without any text, only what the ladder needs. */
async function listOpen({ tx, actor, siteId }: Asked): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select n.id as "noteId", s.id as "sessionId", s.name, coalesce(h.ends_at, s.planned_end_at) as "endedAt", n.author_id as "authorId", n.author_name as "authorName", n.cosign_by as "cosignBy",
           c.given_name || ' ' || c.family_name as "coSignerName", n.signed_at as "signedAt",
           coalesce((select json_agg(json_build_object('kind', a.kind) order by a.signed_at, a.id) from note_addenda a where a.org_id = n.org_id and a.note_id = n.id), '[]') as addenda,
           coalesce((select json_agg(json_build_object('kind', r.kind, 'addendaSeen', r.addenda_seen, 'at', r.signed_at, 'byId', r.by_id) order by r.signed_at, r.id) from note_reviews r where r.org_id = n.org_id and r.note_id = n.id), '[]') as reviews
      from notes n
      join sessions s on s.org_id = n.org_id and s.id = n.session_id
      join staff c on c.org_id = n.org_id and c.id = n.cosign_by
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where n.org_id = ${actor.orgId} and s.site_id = ${siteId} and n.cosign_by is not null
       and not exists (select 1 from note_reviews r where r.org_id = n.org_id and r.note_id = n.id and r.kind = 'co-signed')
     order by n.signed_at, n.id
  `.execute(tx);
  return rows;
}

/** Notes of one session, author and co-signer as one row with the oldest time. */
function gather(notes: readonly Open[], since: (note: Open) => Date, toRow: (note: Open) => Pick<Waiting, 'coSignerCan' | 'isMine' | 'answeredBy'>): Waiting[] {
  const together = Map.groupBy(notes, (note) => `${note.sessionId} ${note.authorId} ${note.cosignBy}`);
  const rows = [...together.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const oldest = Math.min(...all.map((note) => since(note).getTime()));
    return [{
      sessionId: first.sessionId, name: first.name, endedAt: first.endedAt.toISOString(), notes: all.length, since: new Date(oldest).toISOString(),
      author: { id: first.authorId, name: first.authorName }, coSigner: { id: first.cosignBy, name: first.coSignerName }, ...toRow(first),
    }];
  });
  return rows.sort((one, other) => one.since.localeCompare(other.since));
}

export const readSignatures: Answer<typeof contract> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const asked = { ...exchange, siteId: site.id };
  const [unsigned, open, signers, authors] = await Promise.all([listUnsigned(asked), listOpen(asked), listCoSigners(tx, actor.orgId, now), listAuthorsHere(tx, actor.orgId, now)]);
  const mayCoSign = actor.permissions.has('note.cosign');
  const can = (note: Open): boolean => signers.some((one) => one.id === note.cosignBy && one.siteIds.includes(site.id));
  const isReturned = (note: Open): boolean => stateAfter(note) === 'returned';
  const board: Board = {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, unsigned,
    awaiting: gather(open.filter((note) => !isReturned(note)), (note) => note.signedAt,
      (note) => ({ coSignerCan: can(note), isMine: mayCoSign && waitsFor({ ...note, wantedCan: can(note) }, actor.id) })),
    returned: gather(open.filter(isReturned), (note) => new Date(note.reviews.at(-1)?.at ?? note.signedAt), (note) => {
      const instead = answeredBy({ ...note, siteId: site.id }, signers, authors);
      return { coSignerCan: can(note), isMine: note.authorId === actor.id || (mayCoSign && instead?.some((one) => one.id === actor.id) === true), ...(instead === undefined ? {} : { answeredBy: instead }) };
    }),
  };
  return { value: board };
};
