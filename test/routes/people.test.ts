/** People are entered once, changed with their history kept, and seen by those who may (W20). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

const PERSON = {
  legalGivenName: 'Rowan', legalFamilyName: 'Ashdown', chosenName: '', pronouns: 'they / them', participantNumber: '', birthDate: '1991-05-06', language: 'en',
  telephone: '312 555 0142', email: '', contactBy: 'text', mayLeaveMessage: false, contactNote: 'Say that Dana called.',
};
type Stage = { house: House; clinic: Organization; desk: Ask; counselor: Ask; facilitator: Ask };

async function openStage(t: { after(work: () => Promise<void>): void }, people = 3): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  return { house, clinic, desk: await house.as(clinic, 'front-desk'), counselor: await house.as(clinic, 'counselor'), facilitator: await house.as(clinic, 'facilitator') };
}
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const enter = async (ask: Ask, more: object = {}): Promise<string> => {
  const reply = await ask('POST', '/people', { ...PERSON, ...more });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body.participantId;
};
const detailsOf = (body: Record<string, unknown>) => Object.fromEntries(Object.keys(PERSON).map((key) => [key, body[key] ?? '']));

test('PEO-22 whoever is entered waits to be admitted, with a number of their own, and is seen by those who enter or admit people only', async (t) => {
  const { clinic, desk, counselor, facilitator } = await openStage(t);
  const [one, two] = [await enter(desk), await enter(desk, { legalGivenName: 'Ines', chosenName: 'Ina' })];
  const list = (await counselor('GET', `/people?siteId=${clinic.siteId}`)).body;
  assert.deepEqual([list.people.length, list.waiting.length, list.waitingMore], [3, 2, 0]);
  assert.deepEqual(list.waiting.map((person: { alsoNamed: string }) => person.alsoNamed).sort(), ['ines ashdown', 'rowan ashdown'], 'also found by what a room does not show: the legal names, without accents');
  assert.deepEqual(list.waiting.map((person: { displayName: string; birthYear: number }) => [person.displayName, person.birthYear]).sort(), [['Ina A.', 1991], ['Rowan A.', 1991]]);
  const read = (await desk('GET', `/people/${one}`)).body;
  assert.deepEqual([read.participantNumber, read.age, read.contactNote, read.version, read.episodes.length], ['P-1', 35, 'Say that Dana called.', 0, 0]);
  assert.equal((await desk('GET', `/people/${two}`)).body.participantNumber, 'P-2');
  assert.equal(said(await facilitator('GET', `/people/${one}`)), '404 not-found');
  assert.deepEqual((await facilitator('GET', `/people?siteId=${clinic.siteId}`)).body.waiting, []);
});

test('PEO-22 of many entered at the same time each gets a number of their own', async (t) => {
  const { desk } = await openStage(t);
  const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => enter(desk, { legalFamilyName: `Ashdown${index}` })));
  const numbers = await Promise.all(ids.map(async (id) => (await desk('GET', `/people/${id}`)).body.participantNumber));
  assert.deepEqual(numbers.sort(), ['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6']);
});

test('PEO-20 the same legal name and birth date as somebody known is entered only when that is confirmed, and nobody is shown', async (t) => {
  const { house, desk } = await openStage(t);
  await enter(desk);
  const again = { legalGivenName: 'RÓWAN', legalFamilyName: ' ashdown ' };
  const refused = await desk('POST', '/people', { ...PERSON, ...again });
  assert.deepEqual([said(refused), refused.body.facts], ['409 looks-known', undefined]);
  assert.equal(said(await desk('POST', '/people', { ...PERSON, ...again, birthDate: '1991-05-07' })), '200');
  assert.equal(said(await desk('POST', '/people', { ...PERSON, ...again, confirmed: true })), '200');
  const other = await house.furnish('Fernhill Center', 1);
  assert.equal(said(await (await house.as(other, 'front-desk'))('POST', '/people', PERSON)), '200', 'another organization’s people are not known here');
});

test('PEO-20 of two desks that enter the same person at the same time one is told', async (t) => {
  const { desk, counselor } = await openStage(t);
  const both = await Promise.all([desk('POST', '/people', PERSON), counselor('POST', '/people', PERSON)]);
  assert.deepEqual(both.map(said).sort(), ['200', '409 looks-known']);
});

test('a number that is taken and a birth date that cannot be are refused by name, when entering and when changing', async (t) => {
  const { clinic, desk } = await openStage(t);
  const id = await enter(desk, { participantNumber: 'A-7' });
  const change = (more: object) => desk('POST', `/people/${id}`, { ...PERSON, participantNumber: 'A-7', version: 0, ...more });
  assert.equal(said(await desk('POST', '/people', { ...PERSON, legalGivenName: 'Else', participantNumber: 'A-7' })), '409 number-taken');
  assert.equal(said(await change({ participantNumber: clinic.people[0]?.number })), '409 number-taken');
  for (const birthDate of ['2026-11-22', '1899-01-01']) {
    assert.equal(said(await desk('POST', '/people', { ...PERSON, legalGivenName: 'Else', birthDate })), '422 birth-date-off');
    assert.equal(said(await change({ birthDate })), '422 birth-date-off');
  }
});

test('PEO-23 a change keeps what it said before; the version that is not the newest is refused, also of two at once', async (t) => {
  const { house, clinic, desk, counselor } = await openStage(t);
  const id = clinic.people[0]?.id ?? '';
  const read = (await desk('GET', `/people/${id}`)).body;
  const changed = await desk('POST', `/people/${id}`, { ...detailsOf(read), chosenName: 'Gil', version: read.version });
  assert.deepEqual([changed.status, changed.body], [200, { participantId: id, version: 1 }]);
  assert.equal(said(await counselor('POST', `/people/${id}`, { ...detailsOf(read), chosenName: 'Gus', version: read.version })), '409 changed-meanwhile');
  const same = await counselor('POST', `/people/${id}`, { ...detailsOf(read), chosenName: 'Gil', version: 1 });
  assert.deepEqual(same.body, { participantId: id, version: 1 }, 'what changes nothing makes no version');
  const both = await Promise.all([desk, counselor].map((ask, index) => ask('POST', `/people/${id}`, { ...detailsOf(read), chosenName: `Gil${index}`, version: 1 })));
  assert.deepEqual(both.map(said).sort(), ['200', '409 changed-meanwhile']);
  const history = await house.inOrganization(clinic.orgId, (tx) => sql<{ was: object; became: object }>`select was, became from changes where org_id = ${clinic.orgId} and row_id = ${id}`.execute(tx));
  assert.deepEqual(history.rows.find((row) => JSON.stringify(row.was) === '{"chosenName":""}'), { was: { chosenName: '' }, became: { chosenName: 'Gil' } });
  assert.equal(history.rows.length, 2);
});

test('PEO-21 somebody under 18 without a guardian is said until one is on the list; a contact is ended, brought back, and never twice on the list', async (t) => {
  const { house, clinic, desk } = await openStage(t);
  const id = await enter(desk, { birthDate: '2010-03-04' });
  const lacks = async () => (await desk('GET', `/people/${id}`)).body.lacksGuardian;
  const guardian = { kind: 'guardian', name: 'Mara Ashdown', relation: 'Mother', telephone: '312 555 0188' };
  assert.equal(await lacks(), true);
  const added = await desk('POST', `/people/${id}/contacts`, guardian);
  assert.equal(await lacks(), false);
  assert.equal(said(await desk('POST', `/people/${id}/contacts`, { ...guardian, name: 'mara ashdown' })), '409 contact-there-already');
  const end = (ends: boolean) => desk('POST', `/people/${id}/contacts/${added.body.contactId}/end`, { ends });
  assert.deepEqual([said(await end(true)), said(await end(true)), await lacks()], ['200', '200', true]);
  assert.deepEqual([said(await end(false)), await lacks()], ['200', false]);
  await end(true);
  await desk('POST', `/people/${id}/contacts`, guardian);
  assert.equal(said(await end(false)), '409 contact-there-already');
  const both = await Promise.all([1, 2].map(() => desk('POST', `/people/${id}/contacts`, { ...guardian, name: 'Theo Ashdown' })));
  assert.deepEqual(both.map(said).sort(), ['200', '409 contact-there-already']);
  const trace = await house.inOrganization(clinic.orgId, (tx) => sql<{ n: number }>`select count(*) as n from changes where org_id = ${clinic.orgId} and row_id = ${added.body.contactId}`.execute(tx));
  assert.equal(trace.rows[0]?.n, 3);
});

test('PEO-24 health lists are read and changed by clinical roles only; an entry is ended and brought back', async (t) => {
  const { house, clinic, desk, counselor, facilitator } = await openStage(t);
  const id = clinic.people[0]?.id ?? '';
  const wine = { kind: 'substance', label: 'Wine', detail: 'Evenings; primary', lastOn: '2026-11-01' };
  const added = await counselor('POST', `/people/${id}/health`, wine);
  assert.equal(added.status, 200);
  assert.equal(said(await counselor('POST', `/people/${id}/health`, { ...wine, label: 'wine ' })), '409 health-item-there-already');
  assert.equal(said(await counselor('POST', `/people/${id}/health`, { ...wine, label: 'Beer', lastOn: '2026-11-22' })), '422 last-use-ahead');
  const items = async () => (await facilitator('GET', `/people/${id}/health`)).body.items.map((item: { label: string; lastOn: string; hasEnded: boolean }) => `${item.label} ${item.lastOn} ${item.hasEnded}`);
  assert.deepEqual(await items(), ['Wine 2026-11-01 false']);
  const end = (ends: boolean) => counselor('POST', `/people/${id}/health/${added.body.healthItemId}/end`, { ends });
  assert.deepEqual([said(await end(true)), await items()], ['200', ['Wine 2026-11-01 true']]);
  assert.equal(said(await end(false)), '200');
  await end(true);
  await counselor('POST', `/people/${id}/health`, wine);
  assert.equal(said(await end(false)), '409 health-item-there-already');
  for (const ask of [desk, await house.as(clinic, 'admissions'), await house.as(clinic, 'administrator')]) assert.equal(said(await ask('GET', `/people/${id}/health`)), '403 not-your-role');
  for (const ask of [desk, facilitator, await house.as(clinic, 'director')]) assert.equal(said(await ask('POST', `/people/${id}/health`, wine)), '403 not-your-role');
  const read = await desk('GET', `/people/${id}`);
  assert.doesNotMatch(JSON.stringify(read.body), /wine|health|substance|allergy/i, 'the front desk gets none of it, not even a count');
});

test('PLA-3 who has an episode at another site only, or one that ended 91 days ago, is not there for anybody here (W20)', async (t) => {
  const { house, clinic, counselor } = await openStage(t);
  const [gone, moved] = clinic.people.map((person) => person.id);
  const now = house.clock.now();
  const elsewhere = newId(now);
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertSite(tx, clinic.orgId, { id: elsewhere, name: 'Quarry Lane', timeZone: 'America/Chicago' }, now);
    await sql`update episodes set ended_on = '2026-11-19' where org_id = ${clinic.orgId} and participant_id = ${gone}`.execute(tx);
    await sql`insert into episodes (org_id, id, participant_id, program_id, site_id, admitted_on, recorded_at)
      select org_id, ${newId(now)}, participant_id, program_id, ${elsewhere}, '2027-02-18', ${now} from episodes where org_id = ${clinic.orgId} and participant_id = ${gone}`.execute(tx);
  });
  const seen = async (id: string | undefined) => Promise.all(['', '/health'].map(async (part) => said(await counselor('GET', `/people/${id}${part}`))));
  assert.deepEqual(await seen(gone), ['200', '200']);
  assert.equal((await counselor('GET', `/people/${gone}`)).body.episodes.length, 1, 'the episode at the other site is not shown');
  house.clock.set(new Date('2027-02-18T18:00:00Z'));
  const later = await house.as(clinic, 'counselor');
  const seenLater = async (id: string | undefined) => Promise.all(['', '/health'].map(async (part) => said(await later('GET', `/people/${id}${part}`))));
  assert.deepEqual(await seenLater(gone), ['404 not-found', '404 not-found']);
  assert.equal(said(await later('POST', `/people/${gone}/contacts`, { kind: 'emergency', name: 'A sister', relation: '', telephone: '' })), '404 not-found');
  assert.deepEqual(await seenLater(moved), ['200', '200']);
  assert.deepEqual((await later('GET', `/people?siteId=${clinic.siteId}`)).body.waiting, [], 'who has been here does not wait to be admitted');
});

test('PEO-4 another organization’s person is not there, whatever is asked', async (t) => {
  const { house, clinic } = await openStage(t);
  const other = await house.furnish('Fernhill Center', 1);
  const ask = await house.as(other, 'counselor');
  const id = clinic.people[0]?.id ?? '';
  for (const [method, path, body] of [
    ['GET', `/people/${id}`, undefined], ['GET', `/people/${id}/health`, undefined], ['POST', `/people/${id}`, { ...PERSON, participantNumber: 'X', version: 0 }],
    ['POST', `/people/${id}/contacts`, { kind: 'emergency', name: 'A sister', relation: '', telephone: '' }], ['POST', `/people/${id}/health`, { kind: 'allergy', label: 'Nuts', detail: '', lastOn: null }],
  ] as const) assert.equal(said(await ask(method, path, body)), '404 not-found', path);
});

test('the list tells people who read alike apart, counts who waits beyond fifty, and every answer is accounted for', async (t) => {
  const { house, clinic, counselor, desk } = await openStage(t, 2);
  await house.inOrganization(clinic.orgId, (tx) => sql`insert into participants (org_id, id, participant_number, legal_given_name, legal_family_name, recorded_at)
    select ${clinic.orgId}, gen_random_uuid(), 'W-' || n, 'Given1', 'Fable' || n, ${house.clock.now()} from generate_series(1, 53) n`.execute(tx));
  const list = (await desk('GET', `/people?siteId=${clinic.siteId}`)).body;
  assert.deepEqual([list.people.length, list.waiting.length, list.waitingMore], [2, 50, 3]);
  assert.equal(list.people[0].displayName, 'Given1 Fam.');
  const accesses = () => house.inOrganization(clinic.orgId, async (tx) => (await sql<{ contract: string; ids: string[] }>`select contract, participant_ids as ids from accesses where org_id = ${clinic.orgId} order by at, id`.execute(tx)).rows);
  assert.deepEqual((await accesses()).map((row) => row.ids.length), [52]);
  await counselor('GET', `/people?siteId=${clinic.siteId}`);
  await counselor('GET', `/people/${clinic.people[0]?.id}/health`);
  assert.deepEqual((await accesses()).map((row) => row.contract).sort(), ['people.read-health', 'people.read-list', 'people.read-list']);
});
