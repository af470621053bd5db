/** People are found by what is remembered of them, and by nobody who may not see them: names, typing errors, birth dates, numbers (W20, W21). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { FIRST_MAPPING, ROLES } from '../../src/permissions.ts';
import type { Role } from '../../src/permissions.ts';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes, isVisible } from '../../src/modules/placements/index.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { addDays } from '../../src/values/civil-date.ts';
import type { CivilDate } from '../../src/values/civil-date.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization } from '../support/house.ts';

const TODAY = '2026-11-19' as CivilDate;
type Person = { name: string; born?: string; number?: string; chosen?: string; /** Days from today; none: never admitted. */ admitted?: number; ended?: number; siteId?: string };

/** Enters people by "Given Family" and answers their ids by name. */
async function enter(house: House, clinic: Organization, people: readonly Person[]): Promise<Map<string, string>> {
  const now = house.clock.now();
  const ids = new Map(people.map((one) => [one.name, newSilentId()]));
  const idOf = (name: string): string => ids.get(name) ?? '';
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertParticipants(tx, clinic.orgId, people.map(({ name, born, number, chosen }, index) => ({
      id: idOf(name), participantNumber: number ?? `X-${name}-${index}`, legalGivenName: name.split(' ')[0] ?? '', legalFamilyName: name.split(' ').slice(1).join(' '), chosenName: chosen ?? null, pronouns: null,
      birthDate: born ?? null, language: 'en',
    })), now, null);
    const placed = people.filter((one) => one.admitted !== undefined).map((one) => ({
      id: newId(now), participantId: idOf(one.name), programId: clinic.programId, siteId: one.siteId ?? clinic.siteId, admittedOn: addDays(TODAY, one.admitted ?? 0), segmentId: newId(now), level: 'iop',
    }));
    await insertEpisodes(tx, clinic.orgId, placed, now, null);
    for (const one of people) if (one.ended !== undefined) await sql`update episodes set ended_on = ${addDays(TODAY, one.ended)}, ended_at = ${now} where org_id = ${clinic.orgId} and participant_id = ${idOf(one.name)}`.execute(tx);
  });
  return ids;
}

async function found(ask: Ask, text: string, language = 'en'): Promise<{ legalName: string; why: string; state: string }[]> {
  const reply = await ask('POST', '/found-people', { text, language });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body.people;
}
const namesOf = async (ask: Ask, text: string, language = 'en'): Promise<string[]> => (await found(ask, text, language)).map((one) => one.legalName);

test('PEO-41 a name is found without its accents, in any order, by its beginnings and with a typing error in it', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 0);
  await enter(house, clinic, [
    'Juniper Vale', 'John Okafor', 'José Núñez', 'Siobhán O’Brien', 'María García López', 'Ana García-Pérez', 'Łukasz Ødegård', '李 小龙', 'Иван Щукин', 'Prince', 'Björn Straße', 'Mary-Jane D’Angelo', 'محمد علي', '김 철수', 'Wolf Bo',
  ].map((name) => ({ name, admitted: -10 })));
  const ask = await house.as(clinic, 'counselor');
  const cases: readonly [typed: string, name: string][] = [
    ['juniper vale', 'Juniper Vale'], ['Vale, Juniper', 'Juniper Vale'], ['juniper v', 'Juniper Vale'], ['jun', 'Juniper Vale'], ['v j', 'Juniper Vale'], ['JUNIPER', 'Juniper Vale'],
    ['junpier', 'Juniper Vale'], ['junper', 'Juniper Vale'], ['junipper', 'Juniper Vale'], ['juniqer', 'Juniper Vale'], ['uniper', 'Juniper Vale'], ['jnuiper vael', 'Juniper Vale'], ['junpi', 'Juniper Vale'],
    ['jhon', 'John Okafor'], ['jonh', 'John Okafor'], ['ojhn', 'John Okafor'], ['okaffor', 'John Okafor'], ['okaofr', 'John Okafor'], ['oka', 'John Okafor'],
    ['jose nunez', 'José Núñez'], ['JOSÉ NÚÑEZ', 'José Núñez'], ['Jose\u0301 Nun\u0303ez', 'José Núñez'], ['nunes', 'José Núñez'],
    ['siobhan obrien', 'Siobhán O’Brien'], ["o'brien", 'Siobhán O’Brien'], ['o brien', 'Siobhán O’Brien'], ['garcia lopez', 'María García López'], ['maria lopez', 'María García López'], ['lopez, maria', 'María García López'],
    ['garcia-perez', 'Ana García-Pérez'], ['garcia perez ana', 'Ana García-Pérez'], ['lukasz', 'Łukasz Ødegård'], ['odegard', 'Łukasz Ødegård'], ['ØDEGÅRD', 'Łukasz Ødegård'],
    ['李小龙', '李 小龙'], ['李', '李 小龙'], ['小龙', '李 小龙'], ['Иван', 'Иван Щукин'], ['ЩУКИН', 'Иван Щукин'], ['щукн', 'Иван Щукин'], ['ivan', 'Иван Щукин'], ['prince', 'Prince'], ['pirnce', 'Prince'],
    ['strasse', 'Björn Straße'], ['straße', 'Björn Straße'], ['STRASSE bjorn', 'Björn Straße'], ['dangelo', 'Mary-Jane D’Angelo'], ['mary jane', 'Mary-Jane D’Angelo'], ['محمد', 'محمد علي'], ['김철수', '김 철수'], ['bo', 'Wolf Bo'],
  ];
  for (const [typed, name] of cases) assert.equal((await namesOf(ask, typed))[0], name, typed);
  for (const nobody of ['', ' ', '%', '_', '\\', '%%%', 'zzzzzz', 'juniper x', 'xq', "'; drop table participants; --", '💜', '0', '-', 'a'.repeat(120)]) assert.deepEqual(await namesOf(ask, nobody), [], nobody);
});

test('PEO-41 words as typed stand before beginnings, these before what is like them, and who is here before who has left', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 0);
  await enter(house, clinic, [
    { name: 'Marian Stone', admitted: -3 }, { name: 'Marian Left', admitted: -60, ended: -5 }, { name: 'Mariana Cole', admitted: -3 }, { name: 'Maryan Dunn', admitted: -3 }, { name: 'Zoe Marian', admitted: 5 }, { name: 'Amy Marian' },
  ]);
  const ask = await house.as(clinic, 'supervisor');
  assert.deepEqual((await found(ask, 'marian')).map(({ legalName, why, state }) => `${legalName} ${why} ${state}`), [
    'Marian Stone name here', 'Zoe Marian name ahead', 'Amy Marian name waiting', 'Marian Left name left', 'Mariana Cole name here', 'Maryan Dunn similar here',
  ]);
});

test('PEO-42 a birth date is found in both readings, a year, and either together with a name; a number whole or by its end', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 0);
  await enter(house, clinic, [
    { name: 'Ada Spring', born: '1992-03-02', number: 'P-0041', admitted: -3 }, { name: 'Ben Winter', born: '1992-02-03', number: 'P-141', admitted: -3 }, { name: 'Cora Spring', born: '1980-03-02', number: 'B-2024-007', admitted: -3 },
    { name: 'Dov Summer', number: 'rec-7-org', chosen: 'Sunny', admitted: -3 },
  ]);
  const ask = await house.as(clinic, 'front-desk');
  const cases: readonly [typed: string, names: string, why: string, language?: string][] = [
    ['1992-03-02', 'Ada Spring', 'birth-date'], ['3/2/1992', 'Ada Spring, Ben Winter', 'birth-date'], ['3/2/92', 'Ada Spring, Ben Winter', 'birth-date'], ['Mar 2 1992', 'Ada Spring', 'birth-date'], ['2 de marzo de 1992', 'Ada Spring', 'birth-date', 'es'],
    ['1992', 'Ada Spring, Ben Winter', 'birth-date'], ['1955', '', ''], ['spring 1980', 'Cora Spring', 'name'], ['sprnig 1980', 'Cora Spring', 'similar'], ['winter 1980', '', ''], ['spring 1992-03-02', 'Ada Spring', 'name'],
    ['P-0041', 'Ada Spring', 'number'], ['p-0041', 'Ada Spring', 'number'], ['41', 'Ada Spring', 'number'], ['0041', 'Ada Spring', 'number'], ['#41', 'Ada Spring', 'number'], ['141', 'Ben Winter', 'number'],
    ['007', 'Cora Spring', 'number'], ['7', 'Cora Spring', 'number'], ['b-2024-007', 'Cora Spring', 'number'], ['REC-7-ORG', 'Dov Summer', 'number'], ['spring 41', 'Ada Spring', 'name'], ['winter 41', '', ''], ['sunny', 'Dov Summer', 'name'], ['sunny summer', 'Dov Summer', 'name'],
    ['4', '', ''], ['2/30/1991', '', ''],
  ];
  for (const [typed, names, why, language] of cases) {
    const people = await found(ask, typed, language);
    assert.equal(people.map((one) => one.legalName).sort().join(', '), names, typed);
    assert.deepEqual([...new Set(people.map((one) => one.why))], why === '' ? [] : [why], typed);
  }
});

test('PEO-43 whoever asks finds exactly those whom they may see, whatever the role (W20)', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 0);
  const elsewhere = newId(house.clock.now());
  await house.inOrganization(clinic.orgId, (tx) => insertSite(tx, clinic.orgId, { id: elsewhere, name: 'Quarry Lane', timeZone: 'Pacific/Auckland' }, house.clock.now()));
  const people: Person[] = [
    { name: 'Here Person', admitted: -5 }, { name: 'Ahead Person', admitted: 9 }, { name: 'Today Person', admitted: 0 }, { name: 'Left Person', admitted: -50, ended: -1 }, { name: 'Ninety Person', admitted: -190, ended: -90 },
    { name: 'Past Person', admitted: -191, ended: -91 }, { name: 'Waiting Person' }, { name: 'Elsewhere Person', admitted: -5, siteId: elsewhere }, { name: 'Gone Person', admitted: -200, ended: -150, siteId: elsewhere },
  ].map((one, index) => ({ ...one, born: '1971-01-01', number: `V-${index}1` }));
  const ids = await enter(house, clinic, people);
  const readers = ROLES.filter((role) => FIRST_MAPPING[role].includes('people.read'));
  assert.ok(readers.length > 4);
  const seen = async (role: Role): Promise<string[]> => {
    const asker = { placeIds: [clinic.siteId], permissions: new Set<string>(FIRST_MAPPING[role]) };
    const visible: string[] = [];
    for (const { name } of people) if (await house.inOrganization(clinic.orgId, (tx) => isVisible(tx, clinic.orgId, ids.get(name) ?? '', asker, house.clock.now()))) visible.push(name);
    return visible.sort();
  };
  for (const role of readers) {
    const ask = await house.as(clinic, role);
    const expected = await seen(role);
    assert.deepEqual((await namesOf(ask, 'person')).sort(), expected, role);
    assert.deepEqual((await namesOf(ask, '1971')).sort(), expected, role);
    for (const { name, number } of people) assert.deepEqual(await namesOf(ask, number ?? ''), expected.includes(name) ? [name] : [], `${role} ${name}`);
  }
  const all = await Promise.all(readers.map(seen));
  assert.ok(all.some((one) => one.includes('Waiting Person')) && all.some((one) => !one.includes('Waiting Person')), 'some admit, some do not');
  assert.deepEqual([...new Set(all.flat())].sort(), ['Ahead Person', 'Here Person', 'Left Person', 'Ninety Person', 'Today Person', 'Waiting Person']);
});

test('PEO-43 many whom one may not see never crowd out the one whom one may, and more than twelve are said to be more', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 0);
  await enter(house, clinic, [
    ...Array.from({ length: 40 }, (_, index) => ({ name: `Aaron Smith${'abcdefghij'.charAt(index % 10)}${index}`, admitted: -300, ended: -200, number: `S-${index}` })), { name: 'Zed Smith', admitted: -3 },
    ...Array.from({ length: 13 }, (_, index) => ({ name: `Rose Alike${index}`, admitted: -3, number: `R-${index}` })),
  ]);
  const ask = await house.as(clinic, 'front-desk');
  assert.deepEqual(await namesOf(ask, 'smith'), ['Zed Smith']);
  const roses = await ask('POST', '/found-people', { text: 'rose', language: 'en' });
  assert.deepEqual([roses.body.people.length, roses.body.hasMore], [12, true]);
  assert.deepEqual((await ask('POST', '/found-people', { text: 'zed', language: 'en' })).body.hasMore, false);
});

test('PEO-43 a search finds nobody of another organization, says of each where they stand, and leaves an access row with exactly those shown', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  const other = await house.furnish('Fernhill Center', 2);
  const ids = await enter(house, clinic, [{ name: 'Wren Hale', born: '1990-07-14', number: 'W-1', chosen: 'Birdie', admitted: -20 }]);
  await enter(house, other, [{ name: 'Wren Hale', born: '1990-07-14', number: 'W-1', admitted: -20 }]);
  const ask = await house.as(clinic, 'counselor');
  for (const text of ['wren hale', '1990-07-14', 'W-1']) {
    const { body } = await ask('POST', '/found-people', { text, language: 'en' });
    assert.deepEqual(body.people, [{
      participantId: ids.get('Wren Hale'), displayName: 'Birdie H.', legalName: 'Wren Hale', birthYear: 1990, participantNumber: 'W-1', programName: body.people[0].programName, siteName: 'Maple Street', week: 3, state: 'here',
      why: text === 'wren hale' ? 'name' : text === 'W-1' ? 'number' : 'birth-date',
    }], text);
  }
  const rows = await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ ids: string[] }>`select participant_ids as ids from accesses where org_id = ${clinic.orgId} and contract = 'people.find'`.execute(tx)).rows);
  assert.deepEqual(rows.map((row) => row.ids), [1, 2, 3].map(() => [ids.get('Wren Hale')]));
});

test('PEO-41 a name that was changed is found by what it is now', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 1);
  await house.inOrganization(clinic.orgId, (tx) => sql`update participants set legal_family_name = 'Ábalos', chosen_name = 'Kit' where org_id = ${clinic.orgId}`.execute(tx));
  const ask = await house.as(clinic, 'counselor');
  assert.deepEqual([await namesOf(ask, 'abalos'), await namesOf(ask, 'kit'), await namesOf(ask, 'family1')], [['Given1 Ábalos'], ['Given1 Ábalos'], []]);
});
