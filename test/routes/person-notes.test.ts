/** The notes of one person over HTTP: page by page without gap or double, whole and in order for paper, and nothing that is not the asker's. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { insertSite } from '../../src/modules/program/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';
import { furnishEverything } from '../support/rows.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';
import { furnishNotes } from './person-notes-stage.ts';

type After = { after(work: () => Promise<void>): void };
type Listed = { kind: 'session' | 'contact'; id: string; happenedAt: string };
type Stage = { house: House; clinic: Organization; person: Person; imogen: Ask };

function must(reply: Reply): Reply {
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply;
}

const refused = (reply: Reply): string => `${reply.status} ${reply.body.refusal}`;

async function openStage(t: After, count: number): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const [person] = clinic.people;
  assert.ok(person);
  if (count > 0) await furnishNotes(house, clinic, person, count);
  return { house, clinic, person, imogen: await house.as(clinic, 'supervisor') };
}

const list = async (ask: Ask, person: Person, query = '') => must(await ask('GET', `/people/${person.id}/notes${query}`)).body;
const paper = (ask: Ask, person: Person, query: string) => ask('GET', `/people/${person.id}/notes/paper?${query}`);
const contact = async (ask: Ask, person: Person, happenedAt: string, text = 'Called, all is well.', risk = 'none') =>
  must(await ask('POST', `/people/${person.id}/contact-notes`, { kind: 'phone', withWhom: 'the person', happenedAt, minutes: 10, text, risk, concern: null, taskId: null, closes: null }));

async function readAll(ask: Ask, person: Person, kind = 'all', between: () => Promise<void> = async () => {}): Promise<Listed[]> {
  const all: Listed[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: { notes: Listed[]; next: string | null } = await list(ask, person, `?kind=${kind}${next === '' ? '' : `&before=${next}`}`);
    assert.ok(page.notes.length <= 30);
    all.push(...page.notes);
    next = page.next;
    await between();
  }
  return all;
}

describe('the list of one person', () => {
  test('NOT-30 500 notes and some contacts come page by page, the newest first, none twice and none missing while a new one is signed between two pages', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 500);
    const counselor = await house.as(clinic, 'counselor');
    for (const day of ['2026-11-17', '2026-11-03', '2026-10-20']) await contact(counselor, person, `${day}T18:00:00.000Z`);
    const facilitator = await house.as(clinic, 'facilitator');
    let signed = '';
    const all = await readAll(imogen, person, 'all', async () => {
      if (signed !== '') return;
      const sent = await groupReadyToSign(house, clinic, facilitator, 1);
      signed = must(await facilitator('POST', pathOf.sign(clinic), sent)).body.notes[0].noteId;
    });
    assert.equal(all.length, 503);
    assert.equal(new Set(all.map((one) => one.id)).size, 503);
    assert.ok(all.every((one, index) => index === 0 || (all[index - 1]?.happenedAt ?? '') >= one.happenedAt), 'the newest first');
    assert.ok(!all.some((one) => one.id === signed), 'signed after the first page, and newer than it');
    const again = await list(imogen, person);
    assert.deepEqual([again.notes[0].id, again.counts], [signed, { sessions: 501, contacts: 3 }]);
    assert.deepEqual([(await readAll(imogen, person, 'session')).length, (await readAll(imogen, person, 'contact')).length], [501, 3]);
  });

  test('as many statements are sent for 500 notes as for 31; no note of anybody else is read, and no more whole ones than a page shows', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 500);
    const [, second, third, fourth] = clinic.people;
    assert.ok(second && third && fourth);
    await furnishNotes(house, clinic, second, 31);
    for (const other of [third, fourth, ...clinic.people.slice(4)]) await furnishNotes(house, clinic, other, 300);
    const root = new pg.Client(house.database.root);
    await root.connect();
    await root.query('analyze');
    await root.end();
    const sentFor = async (of: Person) => transactionsOf((await recordStatements(() => list(imogen, of))).sent).at(-1) ?? [];
    const [many, few] = [await sentFor(person), await sentFor(second)];
    assert.equal(many.length, few.length);
    const read = await house.inOrganization(clinic.orgId, async (tx) => {
      const rows: { whole: boolean; notes: number }[] = [];
      for (const { text, values } of many.filter((one) => /^\s*select/i.test(one.text) && /\bnotes n\b/.test(one.text))) {
        const plan = await tx.executeQuery<{ 'QUERY PLAN': { Plan: object }[] }>(CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...values]));
        rows.push({ whole: text.includes('own_sentence'), notes: rowsRead(plan.rows[0]?.['QUERY PLAN'][0]?.Plan, 'notes') });
      }
      return rows;
    });
    assert.ok(read.some((one) => one.whole) && read.every((one) => one.notes <= (one.whole ? 30 : 500)), JSON.stringify(read));
  });

  test('a contact note and a session note stand in the order in which they happened, with what the reader needs to choose', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 2);
    const counselor = await house.as(clinic, 'counselor');
    await contact(counselor, person, '2026-11-18T02:00:00.000Z', 'She asked for an earlier hour.', 'watch');
    const { notes, counts, next, unsigned } = await list(imogen, person);
    assert.deepEqual(notes.map((one: Listed) => one.kind), ['session', 'contact', 'session']);
    assert.deepEqual([counts, next, unsigned], [{ sessions: 2, contacts: 1 }, null, []]);
    const { id: _, session, ...first } = notes[0];
    assert.deepEqual({ ...session, id: '' }, { id: '', name: 'Hour 1', type: 'individual', siteName: 'Maple Street' });
    assert.deepEqual(first, {
      kind: 'session', happenedAt: '2026-11-18T03:00:00.000Z', endsAt: '2026-11-18T03:50:00.000Z', date: '2026-11-17', timeZone: 'America/Chicago', authorName: 'Sam facilitator', authorCredential: 'LPC',
      ownSentence: first.ownSentence, minutes: 50, isCorrected: false, state: 'final', coSignerName: null, lateMinutes: null, addenda: 1, isDanger: false,
    });
    assert.deepEqual([notes[1].text, notes[1].isWatch, notes[1].isDanger, notes[1].contactKind], ['She asked for an earlier hour.', true, false, 'phone']);
  });

  test('NOT-30 drafts are never shown; a session that is over without a note is named, one that still runs is not', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 0);
    const facilitator = await house.as(clinic, 'facilitator');
    await groupReadyToSign(house, clinic, facilitator, 1);
    const after = await list(imogen, person);
    assert.deepEqual([after.notes, after.unsigned.map((one: { sessionId: string }) => one.sessionId)], [[], [clinic.sessionId]]);
    house.clock.set(new Date(clinic.end.getTime() - 60_000));
    assert.deepEqual((await list(imogen, person)).unsigned, []);
  });

  test('NOT-30 notes of sessions at a site where the reader does not work stay there, in the list, in the count and on paper', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 2);
    const siteId = newId(house.clock.now());
    await house.inOrganization(clinic.orgId, (tx) => insertSite(tx, clinic.orgId, { id: siteId, name: 'Quarry Lane', timeZone: 'America/Chicago' }, house.clock.now()));
    await furnishNotes(house, { ...clinic, siteId }, person, 3);
    const { notes, counts } = await list(imogen, person);
    assert.deepEqual([notes.length, counts.sessions], [2, 2]);
    const printed = must(await paper(imogen, person, 'from=2026-11-01&to=2026-11-30')).body;
    assert.deepEqual([printed.notes.length, printed.gaps, JSON.stringify(printed).includes('Quarry')], [2, [], false]);
    const away = await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ id: string }>`
      select n.id from notes n join sessions s on s.org_id = n.org_id and s.id = n.session_id where n.org_id = ${clinic.orgId} and s.site_id = ${siteId} limit 1`.execute(tx)).rows[0]?.id ?? '');
    assert.equal(refused(await paper(imogen, person, `noteId=${away}`)), '404 not-found');
  });

  test('another organization’s person is not found, and a malformed place in the list is refused', async (t) => {
    const { house, person, imogen } = await openStage(t, 0);
    const other = await house.as(await house.furnish('Fernhill Center', 1), 'supervisor');
    for (const path of ['notes', 'notes/paper?from=2026-11-01&to=2026-11-30']) assert.equal(refused(await other('GET', `/people/${person.id}/${path}`)), '404 not-found');
    assert.equal(refused(await imogen('GET', `/people/${person.id}/notes?before=now`)), '400 malformed');
  });
});

type PlanNode = { 'Relation Name'?: string; 'Actual Rows'?: number; 'Actual Loops'?: number; 'Rows Removed by Filter'?: number; Plans?: PlanNode[] };

/** Rows of one table that a plan took in its hand, kept or not. */
function rowsRead(node: PlanNode | undefined, table: string): number {
  if (node === undefined) return 0;
  const own = node['Relation Name'] === table ? ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1) : 0;
  return (node.Plans ?? []).reduce((sum, plan) => sum + rowsRead(plan, table), own);
}

describe('paper', () => {
  test('NOT-31 whole notes of the days asked for, both included, in the order of time, with every element of a group note', async (t) => {
    const { person, imogen } = await openStage(t, 20);
    const { body } = must(await paper(imogen, person, 'from=2026-11-12&to=2026-11-14'));
    assert.deepEqual(body.notes.map((one: { date: string }) => one.date), ['2026-11-12', '2026-11-12', '2026-11-13', '2026-11-13', '2026-11-14', '2026-11-14']);
    assert.deepEqual(body.person, { recordName: 'Given1 Family1', displayName: 'Given1 F.', participantNumber: person.number, birthDate: body.person.birthDate });
    const { note } = body.notes[0];
    assert.deepEqual([note.session.leaders, note.session.presentCount, note.session.siteName, note.session.isByLink, note.level], [[{ name: 'Sam facilitator', credential: 'LPC' }], 1, 'Maple Street', false, 'iop']);
    assert.deepEqual([note.stays.length, note.minutes, note.shared.topic, note.author.name, note.part.chips], [1, { scheduled: 50, attended: 50, clinical: 50 }, 'Weekends', 'Sam facilitator', ['took-part']]);
    assert.deepEqual([body.gaps, body.hasContacts], [[], false]);
  });

  test('one note is put together alone, and a note of somebody else is none of this person’s', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 3);
    const { notes } = await list(imogen, person);
    const { body } = must(await paper(imogen, person, `noteId=${notes[1].id}`));
    assert.deepEqual([body.notes.length, body.notes[0].note.noteId, body.gaps], [1, notes[1].id, []]);
    const [, second] = clinic.people;
    assert.ok(second);
    assert.equal(refused(await paper(imogen, second, `noteId=${notes[1].id}`)), '404 not-found');
    assert.equal(refused(await paper(await house.as(clinic, 'biller'), person, `noteId=${notes[1].id}`)), '403 not-your-role');
  });

  test('contacts come along only by choice', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 2);
    await contact(await house.as(clinic, 'counselor'), person, '2026-11-17T20:00:00.000Z');
    const days = 'from=2026-11-01&to=2026-11-30';
    const kinds = async (query: string) => must(await paper(imogen, person, query)).body.notes.map((one: { kind: string }) => one.kind);
    assert.deepEqual([await kinds(days), await kinds(`${days}&contacts=true`)], [['session', 'session'], ['session', 'contact', 'session']]);
  });

  test('NOT-31 sessions without a note are listed with the reason: did not come, not signed, nothing recorded', async (t) => {
    const { house, clinic, imogen } = await openStage(t, 0);
    const [first, second, third] = clinic.people;
    assert.ok(first && second && third);
    const facilitator = await house.as(clinic, 'facilitator');
    await groupReadyToSign(house, clinic, facilitator, 1);
    house.clock.set(new Date(clinic.end.getTime() + 120_000));
    must(await facilitator('POST', `/sessions/${clinic.sessionId}/people/${second.id}/absence`, { reason: 'ill', excused: true, detail: 'Fever since Monday.' }));
    const gapsOf = async (person: Person) => must(await paper(imogen, person, 'from=2026-11-19&to=2026-11-19')).body.gaps.map((gap: { why: string; absence: object | null }) => [gap.why, gap.absence]);
    assert.deepEqual(await gapsOf(first), [['unsigned', null]]);
    assert.deepEqual(await gapsOf(second), [['absent', { reason: 'ill', isExcused: true, detail: 'Fever since Monday.' }]]);
    assert.deepEqual(await gapsOf(third), [['not-recorded', null]]);
    assert.deepEqual(must(await paper(imogen, first, 'from=2026-11-20&to=2026-11-21')).body.gaps, []);
  });

  test('days the wrong way round, more than a year and more than 400 notes are refused by name; exactly as many are not', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 400);
    assert.equal(refused(await paper(imogen, person, 'from=2026-11-02&to=2026-11-01')), '422 days-turned-round');
    assert.equal(refused(await paper(imogen, person, 'from=2025-11-20&to=2026-11-21')), '422 too-many-days');
    assert.equal(must(await paper(imogen, person, 'from=2025-11-20&to=2026-11-20')).body.notes.length, 400);
    await contact(await house.as(clinic, 'counselor'), person, '2026-11-17T20:00:00.000Z');
    const reply = await paper(imogen, person, 'from=2025-11-20&to=2026-11-20&contacts=true');
    assert.deepEqual([refused(reply), reply.body.facts], ['422 too-many-notes', { notes: 401, most: 400 }]);
    assert.equal(must(await paper(imogen, person, 'from=2025-11-20&to=2026-11-20')).body.notes.length, 400);
  });

  test('NOT-31 a correction stands beside what it corrected, with both stays and both minutes', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 0);
    const facilitator = await house.as(clinic, 'facilitator');
    must(await facilitator('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, facilitator, 1)));
    const times = `/sessions/${clinic.sessionId}/people/${person.id}/times`;
    const seen = must(await facilitator('GET', times)).body;
    const left = new Date(clinic.start.getTime() + 30 * 60_000).toISOString();
    must(await facilitator('POST', times, { version: seen.attendanceId, stays: [{ arrivedAt: clinic.start.toISOString(), leftAt: left }], absence: null, reason: 'Left halfway', overCapReason: null, addendum: 'Left halfway for a call from court.' }));
    const { note } = must(await paper(imogen, person, 'from=2026-11-19&to=2026-11-19')).body.notes[0];
    const [addendum] = note.addenda;
    assert.deepEqual([note.minutes.clinical, note.counting.clinical, addendum.minutes.clinical], [60, 30, 30]);
    assert.deepEqual([note.stays[0].arrivedAt, addendum.stays], [clinic.start.toISOString(), [{ arrivedAt: clinic.start.toISOString(), leftAt: left }]]);
    const [listed] = (await list(imogen, person)).notes;
    assert.deepEqual([listed.minutes, listed.isCorrected, listed.addenda], [30, true, 1]);
  });

  test('each answer is accounted for under its own name, and shows what another test furnished in every corner', async (t) => {
    const { house, clinic, person, imogen } = await openStage(t, 0);
    await furnishEverything(house, clinic, 'Larkfield');
    must(await imogen('GET', `/people/${person.id}/notes`));
    must(await paper(imogen, person, 'from=2026-05-01&to=2026-11-30&contacts=true'));
    const rows = await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ contract: string; ids: string[] }>`
      select contract, participant_ids::text[] as ids from accesses where org_id = ${clinic.orgId} and contract like 'person-notes.%' order by contract`.execute(tx)).rows);
    assert.deepEqual(rows, [{ contract: 'person-notes.print', ids: [person.id] }, { contract: 'person-notes.read', ids: [person.id] }]);
  });
});
