/** The one function that sees past row-level security shows nothing of another organization, whatever it is asked, and reads by its index. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';

type After = { after(work: () => Promise<void>): void };
const CALL = 'select participant_id as id from find_people($1, $2::date[], $3::date[], $4::text[], $5, $6::uuid[], $7, $8::timestamptz, $9, $10)';
type Asked = { said?: string; from?: string[]; to?: string[]; numbers?: string[]; whole?: string; sites: string[]; admits?: boolean; at?: string; days?: number; most?: number };

function values({ said = '', from = [], to = [], numbers = [], whole = '', sites, admits = true, at = '2026-11-19T16:00:00Z', days = 90, most = 12 }: Asked): unknown[] {
  return [said, from, to, numbers, whole, sites, admits, at, days, most];
}

async function connect(closing: pg.Client[], connection: ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  closing.push(client);
  await client.connect();
  return client;
}

/** A house whose database is left by every client of the test before it is dropped. */
async function open(t: After): Promise<{ house: House; as(connection: ClientConfig): Promise<pg.Client> }> {
  const closing: pg.Client[] = [];
  t.after(async () => { for (const client of closing) await client.end(); });
  const house = await openHouse(t);
  return { house, as: (connection) => connect(closing, connection) };
}

/** Every way of asking that could name somebody of another organization. */
function everyWay(there: Organization, sites: string[]): Asked[] {
  const asked: Asked[] = [];
  for (const admits of [true, false]) {
    const all = { sites, admits, days: 100_000, most: 1000 };
    asked.push(
      { ...all, said: 'Given' }, { ...all, said: 'Given1 Family1' }, { ...all, said: 'family' }, { ...all, said: 'f' }, { ...all, said: '%' }, { ...all, said: `' or true --` }, { ...all, said: `x' || current_setting('app.org') || '` },
      { ...all, from: ['1800-01-01'], to: ['2199-12-31'] }, { ...all, from: ['-infinity'], to: ['infinity'] }, { ...all, numbers: ['N-1', '1', '2', '%'] }, { ...all, whole: 'n-1' }, { ...all, whole: '' },
      { ...all, said: 'given', from: ['1990-01-01'], to: ['1990-01-01'] }, { ...all, said: there.orgId }, { ...all, whole: there.people[0]?.id ?? '' }, { ...all, said: 'given', at: '1990-01-01T00:00:00Z' }, { ...all, said: 'given', at: 'infinity' },
    );
  }
  return asked;
}

async function answer(client: pg.Client, asked: Asked): Promise<string[] | { refused: string }> {
  try {
    return (await client.query<{ id: string }>(CALL, values(asked))).rows.map((row) => row.id);
  } catch (error) {
    return { refused: (error as { code: string }).code };
  }
}

test('by no argument of the search does one organization find people of another, nor anybody without an organization', async (t) => {
  const { house, as } = await open(t);
  const [here, there] = [await house.furnish('Larkfield House', 3), await house.furnish('Fernhill Center', 3)];
  const app = await as(house.database.app);
  const own = new Set(here.people.map((person) => person.id));
  let shown = 0;
  for (const sites of [[here.siteId], [there.siteId], [here.siteId, there.siteId], []]) {
    for (const asked of everyWay(there, sites)) {
      await app.query(`begin; set local app.org = '${here.orgId}'`);
      const found = await answer(app, asked);
      await app.query('rollback');
      if ('refused' in found) continue;
      assert.deepEqual(found.filter((id) => !own.has(id)), [], JSON.stringify(asked));
      shown += found.length;
    }
  }
  assert.ok(shown > 30, 'the search finds its own people, else this test proves nothing');
  for (const said of ['', `'`, 'null', '*', '1 or true', randomUUID(), '00000000-0000-0000-0000-000000000000']) {
    for (const asked of everyWay(there, [here.siteId, there.siteId])) {
      await app.query('begin');
      await app.query(`select set_config('app.org', $1, true)`, [said]);
      const found = await answer(app, asked);
      await app.query('rollback');
      assert.ok('refused' in found ? ['22P02', '22008'].includes(found.refused) : found.length === 0, `"${said}": ${JSON.stringify(found)}`);
    }
  }
  for (const asked of everyWay(there, [here.siteId, there.siteId])) {
    const found = await answer(app, asked);
    assert.ok('refused' in found || found.length === 0, 'after the transaction nothing is set');
  }
});

test('the search cannot be bent: not by a table of the same name, not by becoming its role, and only the application may call it', async (t) => {
  const { house, as } = await open(t);
  const [here, there] = [await house.furnish('Larkfield House', 2), await house.furnish('Fernhill Center', 2)];
  const app = await as(house.database.app);
  const code = async (client: pg.Client, statement: string): Promise<string | undefined> => await client.query(statement).then(() => undefined, (error: { code: string }) => error.code);
  assert.equal(await code(app, 'set role stepdown_search'), '42501');
  assert.equal(await code(app, 'set session authorization stepdown_search'), '42501');
  assert.equal(await code(app, 'drop function find_people'), '42501');
  assert.equal(await code(app, 'alter function find_people security invoker'), '42501');
  assert.equal(await code(await as(house.database.worker), `select * from find_people('', '{}', '{}', '{}', '', '{}', true, now(), 90, 12)`), '42501');
  await app.query(`create temporary table participants (org_id uuid, id uuid, name_key text, birth_date date, participant_number text)`).catch(() => undefined);
  await app.query(`create temporary table sites (org_id uuid, id uuid, time_zone text)`).catch(() => undefined);
  await app.query(`begin; set local search_path = pg_temp, public; set local app.org = '${here.orgId}'`);
  assert.deepEqual(((await answer(app, { said: 'given', sites: [here.siteId, there.siteId] })) as string[]).sort(), here.people.map((person) => person.id).sort());
  await app.query('rollback');
  const owner = await as(house.database.owner);
  await owner.query(`begin; set local app.org = '${here.orgId}'`);
  assert.deepEqual((await owner.query('select distinct org_id from participants')).rows, [{ org_id: here.orgId }], 'whoever migrates inherits nothing of what the search sees');
  await owner.query('rollback');
  const root = await as(house.database.root);
  const { rows } = await root.query(`
    select p.prosecdef as raised, pg_get_userbyid(p.proowner) as owner, p.proconfig[1] as path, r.rolcanlogin as enters, (select array_agg(pg_get_userbyid(g.grantee) order by 1) from aclexplode(p.proacl) g where g.grantee <> p.proowner) as callers
      from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'find_people'`);
  assert.deepEqual(rows, [{ raised: true, owner: 'stepdown_search', path: 'search_path=pg_catalog, public, pg_temp', enters: false, callers: '{stepdown_app}' }]);
});

const MANY = 20_000;
const STARTS = ['bar', 'cor', 'del', 'fen', 'gal', 'hol', 'jas', 'kir', 'lom', 'mir', 'nor', 'pel', 'quin', 'ros', 'sal', 'tor', 'ul', 'vin', 'wes', 'yar'];
const ENDS = ['ado', 'bert', 'cutt', 'dez', 'erson', 'ford', 'gren', 'ham', 'ik', 'jani', 'kova', 'ley', 'man', 'nez', 'oway', 'pez', 'quist', 'ridge', 'son', 'ton', 'uri', 'vale', 'wood', 'xon', 'zalez'];
const MIDDLES = ['a', 'amo', 'ebi', 'ilu', 'oche', 'uka', 'iph', 'endo', 'ast', 'ogy', 'isk', 'untle'];
const pick = (from: readonly string[], turn: number): string => from[turn % from.length] ?? '';

/** Everybody was here once; two hundred are now. */
async function crowd(house: House, clinic: Organization): Promise<void> {
  const now = house.clock.now();
  const people = Array.from({ length: MANY }, (_, turn) => ({
    id: newSilentId(), participantNumber: `M-${String(turn).padStart(6, '0')}`, legalGivenName: `${pick(STARTS, turn * 7)}${pick(MIDDLES, Math.floor(turn / 20))}${pick(ENDS, turn * 11 + Math.floor(turn / 240))}`,
    legalFamilyName: `${pick(STARTS, Math.floor(turn / 25))}${pick(MIDDLES, Math.floor(turn / 3))}${pick(ENDS, turn)}`, chosenName: null, pronouns: null,
    birthDate: `${1950 + (turn % 55)}-${String(1 + (turn % 12)).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`, language: 'en',
  }));
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertParticipants(tx, clinic.orgId, people, now, null);
    await insertEpisodes(tx, clinic.orgId, people.map((person) => ({ id: newId(now), participantId: person.id, programId: clinic.programId, siteId: clinic.siteId, admittedOn: '2025-01-06', segmentId: newId(now), level: 'iop' })), now, null);
  });
}

test('among twenty thousand people the application finds by the indexes: no table is read whole, and only what is alike in its letters is looked at', async (t) => {
  const { house, as } = await open(t);
  const clinic = await house.furnish('Larkfield House', 0);
  await crowd(house, clinic);
  const root = await as(house.database.root);
  await root.query(`update episodes set ended_on = '2025-04-04' where participant_id in (select id from participants where participant_number not like 'M-0000%' and participant_number not like 'M-0001%')`);
  await root.query('vacuum analyze participants');
  await root.query('vacuum analyze episodes');
  const app = await as(house.database.app);
  const cases: readonly [what: string, asked: Asked, index: string][] = [
    ['a name', { said: 'mirilubert', sites: [clinic.siteId] }, 'participants_name_ix'], ['two names', { said: 'mirilubert corendoquist', sites: [clinic.siteId] }, 'participants_name_ix'], ['a typing error', { said: 'mriilubert', sites: [clinic.siteId] }, 'participants_name_ix'],
    ['a beginning', { said: 'quinz', sites: [clinic.siteId] }, 'participants_name_ix'], ['a birth date', { from: ['1990-05-13'], to: ['1990-05-13'], sites: [clinic.siteId] }, 'participants_birth_ix'],
    ['a number', { numbers: ['M-000041'], sites: [clinic.siteId] }, 'participants_number_ix'], ['the end of a number', { numbers: ['41'], sites: [clinic.siteId] }, 'participants_number_end_ix'],
  ];
  /* What one session read so far; PostgreSQL keeps counting over its transactions. */
  const countsOf = async (index: string): Promise<{ whole: number; people: number; episodes: number; scans: number }> => {
    const { rows: [row] } = await app.query<Record<'whole' | 'people' | 'episodes' | 'scans', string>>(`
      select sum(seq_tup_read) as whole, sum(idx_tup_fetch) filter (where relname = 'participants') as people, sum(idx_tup_fetch) filter (where relname = 'episodes') as episodes,
             pg_stat_get_xact_numscans($1::regclass) as scans from pg_stat_xact_user_tables where relname in ('participants', 'episodes')`, [index]);
    return { whole: Number(row?.whole), people: Number(row?.people), episodes: Number(row?.episodes), scans: Number(row?.scans) };
  };
  for (const [what, asked, index] of cases) {
    await app.query(`begin; set local app.org = '${clinic.orgId}'`);
    const before = await countsOf(index);
    const found = await answer(app, asked);
    const after = await countsOf(index);
    await app.query('rollback');
    assert.ok(!('refused' in found), what);
    const [people, episodes] = [after.people - before.people, after.episodes - before.episodes];
    t.diagnostic(`${what}: ${found.length} found, ${people} rows of people and ${episodes} of episodes looked at`);
    assert.ok(after.scans > before.scans, `${what} goes by ${index}`);
    assert.equal(after.whole, before.whole, `${what}: no table is read whole`);
    assert.ok(people <= MANY / 8 && episodes <= MANY / 8, `${what}: ${people} people, ${episodes} episodes`);
  }
});
