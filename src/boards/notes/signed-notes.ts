/** Signed notes whole: one, those of a session, and those that wait for the asker's co-signature; and who co-signs for whom. */
import { sql } from 'kysely';
import { versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { isUnsettled, isWaiting, listCoSigners, listSupervisions, waitsFor } from '../../modules/notes/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { isStillShown, stillShown } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { afterOf, listNotes, withAfter } from './after-rows.ts';
import { withLikeness } from './likeness.ts';
import type { readAfterSigning, readNote as readNoteContract, readSupervision as readSupervisionContract, readToCoSign } from './signatures.contract.ts';

/** So many are read one below the other at a time; the rest comes when these are signed. */
const AT_ONCE = 60;

export const readNote: Answer<typeof readNoteContract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const rows = await listNotes(tx, sql`n.org_id = ${actor.orgId} and n.id = ${params.noteId} and s.site_id = any(${[...actor.placeIds]}::uuid[])`);
  const [note] = await withAfter(exchange, rows);
  const [row] = rows;
  // What still waits for a signature or an answer is read by whoever owes it, however long ago the person left.
  const isShown = note !== undefined && row !== undefined && (isUnsettled(note.state) || await isStillShown(exchange, row.plannedStart, row.participantId));
  return isShown ? { value: { asOf: now.toISOString(), note } } : refuse('not-found');
};

export const readAfter: Answer<typeof readAfterSigning> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const { rows } = await sql`select 1 from sessions where org_id = ${actor.orgId} and id = ${params.sessionId} and site_id = any(${[...actor.placeIds]}::uuid[]) and withdrawn_at is null`.execute(tx);
  if (rows.length === 0) return refuse('not-found');
  const notes = await listNotes(tx, sql`n.org_id = ${actor.orgId} and n.session_id = ${params.sessionId}`);
  const { shown } = await stillShown(exchange, notes[0]?.plannedStart ?? now, notes);
  return { value: { asOf: now.toISOString(), notes: await afterOf(exchange, shown) } };
};

export const readCoSign: Answer<typeof readToCoSign> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  // Those of others come along only where their co-signer no longer can: the ones who can are known before.
  const others = (await listCoSigners(tx, actor.orgId, now)).filter((one) => one.id !== actor.id && one.siteIds.includes(site.id)).map((one) => one.id);
  const rows = await listNotes(tx, sql`n.org_id = ${actor.orgId} and s.site_id = ${site.id} and n.cosign_by is not null and n.cosign_by <> all(${others}::uuid[]) and n.author_id <> ${actor.id}
    and not exists (select 1 from note_reviews r where r.org_id = n.org_id and r.note_id = n.id and r.kind = 'co-signed')`);
  const notes = (await withAfter(exchange, rows)).filter((note) => isWaiting(note.state)
    && waitsFor({ authorId: note.author.id, cosignBy: note.coSigner?.id ?? null, wantedCan: note.coSigner?.can === true }, actor.id));
  const shown = await withLikeness(exchange, notes.slice(0, AT_ONCE), { siteId: site.id, today: dateIn(site.timeZone, now) });
  return { value: { asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, more: Math.max(0, notes.length - AT_ONCE), notes: shown } };
};

export const readSupervision: Answer<typeof readSupervisionContract> = async ({ tx, actor, now }, { params: { staffId } }) => {
  const known = await sql`select 1 from staff where org_id = ${actor.orgId} and id = ${staffId}`.execute(tx);
  if (known.rows.length === 0) return refuse('not-found');
  const [version, rows, signers, zones] = await Promise.all([
    versionOf(tx, actor.orgId, staffId), listSupervisions(tx, actor.orgId, staffId), listCoSigners(tx, actor.orgId, now),
    sql<{ timeZone: string }>`select time_zone as "timeZone" from sites where org_id = ${actor.orgId} and ended_at is null order by id = any(${[...actor.placeIds]}::uuid[]) desc, name`.execute(tx),
  ]);
  return { value: {
    version, today: dateIn(zones.rows[0]?.timeZone ?? 'UTC', now),
    rows: rows.map((row) => ({ supervisor: { id: row.supervisorId as StaffId, name: row.supervisorName }, startsOn: row.startsOn as CivilDate, endedOn: row.endedOn as CivilDate | null })),
    mayCoSign: signers.filter((one) => one.id !== staffId).map(({ id, name, credential }) => ({ id: id as StaffId, name, credential })),
  } };
};
