/** People of a file enter together or not at all, twice changes nothing, and nobody is overwritten or put into a demo. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { RollBack, inTransaction } from '../../platform/database.ts';
import { openGate } from '../../platform/gate.ts';
import { newSilentId } from '../../platform/ids.ts';
import { isRefused } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { insertParticipants, readPeople } from '../../modules/people/index.ts';
import type { CheckedPeople, ImportColumn } from '../../modules/people/index.ts';
import { furnishOrganization } from '../program/furnish-organization.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { TEN_O_CLOCK, openHouse } from '../../../test/support/house.ts';
import type { House, Organization } from '../../../test/support/house.ts';
import { importPeople } from './import-people.ts';
import type { Imported, ImportRefused } from './import-people.ts';

const COLUMNS: readonly ImportColumn[] = ['participant_number', 'legal_given_name', 'legal_family_name', 'chosen_name', 'birth_date'];

function fileOf(...texts: string[]): CheckedPeople {
  const read = readPeople(COLUMNS, texts.map((text, index) => ({ line: index + 2, values: text.split(',') })), '2026-11-19' as CivilDate);
  assert.ok(!('wrongs' in read));
  return read;
}

function actorOf(orgId: string): Actor {
  return { orgId, id: newSilentId(), signInId: 'terminal:test', roles: [], permissions: new Set(), placeIds: [], signature: { name: '', credential: '' } };
}

/** What the command does: one transaction, undone on a refusal. */
function bring(house: House, orgId: string, file: CheckedPeople): Promise<Outcome<Imported, ImportRefused>> {
  const gate = openGate();
  return inTransaction<Outcome<Imported, ImportRefused>>(house.kysely, orgId, async (tx) => {
    const outcome = await importPeople(tx, { file, actor: actorOf(orgId), address: 'terminal', gate, now: TEN_O_CLOCK, progress: () => undefined });
    return isRefused(outcome) ? new RollBack(outcome) : outcome;
  });
}

function rowsOf(house: House, orgId: string): Promise<Record<string, unknown>[]> {
  return house.inOrganization(orgId, async (tx) => (await sql<Record<string, unknown>>`
    select participant_number, legal_given_name, legal_family_name, chosen_name, birth_date, language, recorded_by from participants
     where participant_number like 'I-%' order by participant_number`.execute(tx)).rows);
}

function accessesOf(house: House, orgId: string): Promise<{ ids: string[] }[]> {
  return house.inOrganization(orgId, async (tx) => (await sql<{ ids: string[] }>`select participant_ids as ids from accesses where contract = 'import' order by id`.execute(tx)).rows);
}

describe('importing people', () => {
  const putAway: (() => Promise<void>)[] = [];
  let house: House;
  let north: Organization;
  let south: Organization;
  before(async () => {
    house = await openHouse({ after: (work) => void putAway.push(work) });
    north = await house.furnish('North');
    south = await house.furnish('South');
  });
  after(async () => { for (const work of putAway) await work(); });

  test('everybody comes in, once, with an access row that names them', async () => {
    const file = fileOf('I-1,Ana,Núñez,,1990-02-28', 'I-2,,Prince,,', 'I-3,Ruth,O’Neil,Roo,');
    assert.deepEqual(await bring(house, north.orgId, file), { value: { added: 3, unchanged: 0 } });
    assert.deepEqual(await rowsOf(house, north.orgId), [
      { participant_number: 'I-1', legal_given_name: 'Ana', legal_family_name: 'Núñez', chosen_name: null, birth_date: '1990-02-28', language: 'en', recorded_by: null },
      { participant_number: 'I-2', legal_given_name: '', legal_family_name: 'Prince', chosen_name: null, birth_date: null, language: 'en', recorded_by: null },
      { participant_number: 'I-3', legal_given_name: 'Ruth', legal_family_name: 'O’Neil', chosen_name: 'Roo', birth_date: null, language: 'en', recorded_by: null },
    ]);
    assert.deepEqual((await accessesOf(house, north.orgId)).map(({ ids }) => ids.length), [3]);
    assert.deepEqual(await bring(house, north.orgId, file), { value: { added: 0, unchanged: 3 } });
    assert.equal((await accessesOf(house, north.orgId)).length, 1);
    assert.deepEqual(await rowsOf(house, south.orgId), []);
  });

  test('one row that contradicts the record keeps the whole file out', async () => {
    const before = await rowsOf(house, north.orgId);
    const refused = await bring(house, north.orgId, fileOf('I-8,New,Person,,', 'I-1,Ana,Nunez,,1990-02-28'));
    assert.ok(isRefused(refused));
    assert.equal(refused.refused, 'known-differently');
    assert.deepEqual((refused.facts?.['wrongs'] as { line: number; column: string }[]).map(({ line, column }) => [line, column]), [[3, 'legal_family_name']]);
    assert.deepEqual(await rowsOf(house, north.orgId), before);
  });

  test('the same number in another organization is another person', async () => {
    assert.deepEqual(await bring(house, south.orgId, fileOf('I-1,Somebody,Else,,')), { value: { added: 1, unchanged: 0 } });
  });

  test('a number taken between looking and writing undoes everything', async () => {
    let importing: Promise<Outcome<Imported, ImportRefused>> | null = null;
    await house.inOrganization(south.orgId, async (tx) => {
      const person = { participantNumber: 'I-50', legalGivenName: 'At', legalFamilyName: 'Desk', chosenName: null, pronouns: null, birthDate: null, language: 'en' };
      await insertParticipants(tx, south.orgId, [{ ...person, id: newSilentId() }], TEN_O_CLOCK, null);
      importing = bring(house, south.orgId, fileOf('I-51,A,A,,', 'I-50,B,B,,'));
      /* Until it waits for the row that is not committed yet. */
      for (let waiting = 0; waiting === 0;) {
        waiting = Number((await sql<{ count: number }>`select count(*) as count from pg_locks where not granted and locktype = 'transactionid' and transactionid = pg_current_xact_id()::xid`.execute(tx)).rows[0]?.count);
      }
    });
    assert.deepEqual(await importing, { refused: 'changed-meanwhile' });
    assert.deepEqual((await rowsOf(house, south.orgId)).map((row) => row['legal_family_name']), ['Else', 'Desk']);
  });

  test('two files at once: one comes in whole, the other is refused or finds nothing to do', async () => {
    const numbers = Array.from({ length: 400 }, (_, at) => `I-9${String(at).padStart(3, '0')}`);
    const [left, right] = [fileOf(...numbers.map((one) => `${one},L,Left,,`)), fileOf(...numbers.map((one) => `${one},R,Right,,`))];
    const outcomes = await Promise.all([bring(house, south.orgId, left), bring(house, south.orgId, right)]);
    assert.equal(outcomes.filter((one) => !isRefused(one)).length, 1);
    const names = new Set((await rowsOf(house, south.orgId)).filter((row) => String(row['participant_number']).startsWith('I-9')).map((row) => row['legal_family_name']));
    assert.equal(names.size, 1);
  });

  test('a demo takes no people (W24)', async () => {
    const orgId = newSilentId();
    await house.inOrganization(orgId, (tx) => furnishOrganization(tx, {
      orgId, name: 'Demo', kind: 'demo', siteName: 'Maple', timeZone: 'America/Chicago', first: { givenName: 'A', familyName: 'B', credential: '', roles: ['administrator'] },
    }, TEN_O_CLOCK));
    assert.deepEqual(await bring(house, orgId, fileOf('I-1,A,B,,')), { refused: 'demo-takes-no-people' });
    assert.deepEqual(await rowsOf(house, orgId), []);
  });
});
