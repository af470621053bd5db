/** Whole notes of one person for paper: one of them, or those of a run of days with the sessions that have none. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { displayName, findDetails, recordName } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { dateIn, daysBetween } from '../../values/civil-date.ts';
import { listNotes, withAfter } from './after-rows.ts';
import { listContacts, listGaps, listPlacesBetween } from './person-notes-rows.ts';
import type { Days, Gap, Place, Scope } from './person-notes-rows.ts';
import type { printPersonNotes as contract } from './person-notes.contract.ts';

type Paper = OutputOf<typeof contract>;

/** A paper of an auditor's year: more takes longer than a page may, and nobody reads it. */
const MOST_NOTES = 400;
const MOST_DAYS = 366;

export const printPersonNotes: Answer<typeof contract> = async (exchange, { params: { participantId }, query }) => {
  const { tx, actor, now } = exchange;
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const details = await findDetails(tx, actor.orgId, participantId);
  const site = await findPlace(tx, actor.orgId, participantId, actor.placeIds);
  if (details === null || site === null) return refuse('not-found');
  const hasContacts = query.contacts === 'true' && query.noteId === undefined && actor.permissions.has('contact.read');
  const scope: Scope = { orgId: actor.orgId, participantId, siteIds: actor.placeIds, sessions: true, contacts: hasContacts };
  const days = query.from === undefined || query.to === undefined ? null : { from: query.from, to: query.to };
  const chosen = days === null ? await chooseOne(tx, scope, query.noteId ?? '') : await chooseDays(tx, scope, days);
  if ('refused' in chosen) return chosen;
  const names = { ...details, chosenName: details.chosenName === '' ? null : details.chosenName };
  return { value: {
    participantId, asOf: now.toISOString(), site, hasContacts,
    person: { recordName: recordName(names), displayName: displayName(names), participantNumber: details.participantNumber, birthDate: details.birthDate },
    notes: await readWhole(exchange, chosen.value), gaps: days === null ? [] : (await listGaps(tx, scope, days, now)).map(toGap),
  } };
};

/** Where the person is or was last in care at the asker's sites, else any of those sites; it heads the paper. */
async function findPlace(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[]): Promise<Paper['site'] | null> {
  const { rows } = await sql<Paper['site']>`
    select s.name, s.time_zone as "timeZone" from sites s
      left join episodes e on e.org_id = s.org_id and e.site_id = s.id and e.participant_id = ${participantId}
     where s.org_id = ${orgId} and s.id = any(${siteIds}::uuid[]) order by e.admitted_on desc nulls last, s.name limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** A note of somebody else, or of another site, is none of this person's here. */
async function chooseOne(tx: Tx, { orgId, participantId, siteIds }: Scope, noteId: string): Promise<Outcome<Place[], 'not-found'>> {
  const { rows } = await sql`
    select 1 from notes n join sessions s on s.org_id = n.org_id and s.id = n.session_id
     where n.org_id = ${orgId} and n.id = ${noteId} and n.participant_id = ${participantId} and s.site_id = any(${siteIds}::uuid[])
  `.execute(tx);
  return rows.length === 0 ? refuse('not-found') : { value: [{ id: noteId, kind: 'session', micros: '' }] };
}

async function chooseDays(tx: Tx, scope: Scope, days: Days): Promise<Outcome<Place[], 'days-turned-round' | 'too-many-days' | 'too-many-notes'>> {
  const span = daysBetween(days.from, days.to) + 1;
  if (span < 1) return refuse('days-turned-round');
  if (span > MOST_DAYS) return refuse('too-many-days', { days: span, most: MOST_DAYS });
  const { places, all } = await listPlacesBetween(tx, scope, days, MOST_NOTES);
  return all > MOST_NOTES ? refuse('too-many-notes', { notes: all, most: MOST_NOTES }) : { value: places };
}

async function readWhole(exchange: Exchange, places: readonly Place[]): Promise<Paper['notes']> {
  const { tx, actor: { orgId } } = exchange;
  const idsOf = (kind: Place['kind']): string[] => places.filter((place) => place.kind === kind).map((place) => place.id);
  const rows = await listNotes(tx, sql`n.org_id = ${orgId} and n.id = any(${idsOf('session')}::uuid[])`);
  const contacts = await listContacts(tx, orgId, idsOf('contact'));
  const notes = new Map((await withAfter(exchange, rows)).map((note) => [note.noteId as string, note]));
  return places.flatMap((place): Paper['notes'] => {
    const [note, contact] = [notes.get(place.id), contacts.get(place.id)];
    if (note !== undefined) return [{ kind: 'session', date: dateIn(note.session.timeZone, new Date(note.session.startsAt)), note }];
    if (contact === undefined) return [];
    const { timeZone, happenedAt, signedAt, ...said } = contact;
    return [{ kind: 'contact', date: dateIn(timeZone, happenedAt), timeZone, note: { ...said, happenedAt: happenedAt.toISOString(), signedAt: signedAt.toISOString() } }];
  });
}

function toGap({ isCanceled, outcome, wasHere, reason, excused, detail, startsAt, endsAt, ...session }: Gap): Paper['gaps'][number] {
  const isAbsent = !isCanceled && outcome === 'absent';
  return {
    ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(),
    why: isCanceled ? 'canceled' : isAbsent ? 'absent' : outcome === 'present' && wasHere ? 'unsigned' : 'not-recorded',
    absence: isAbsent ? { reason: reason ?? 'unknown', isExcused: excused === true, detail: detail ?? '' } : null,
  };
}
