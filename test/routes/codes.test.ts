/** Codes for colleagues: handed out once, used once, kept nowhere, and a door that tells a stranger nothing. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Role } from '../../src/permissions.ts';
import { openHouse, PASSWORD } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask };
const HOUR = 3_600_000;
const NEW = 'a river of plain words';

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  return { house, clinic, ask: await house.as(clinic, 'administrator') };
}

const staffOf = ({ clinic }: Stage, role: Role): string => clinic.staff[role].staffId;
const issue = ({ ask }: Stage, staffId: string): Promise<Reply> => ask('POST', `/staff/${staffId}/code`, {});
async function codeFor(stage: Stage, staffId: string): Promise<string> {
  const { status, body } = await issue(stage, staffId);
  assert.equal(status, 200, JSON.stringify(body));
  return body.code;
}
const use = ({ house }: Stage, code: string, more: object = {}): Promise<Reply> => house.stranger('POST', '/door/use-code', { code, email: 'nia@larkfield.example', password: NEW, ...more });
const enter = ({ house }: Stage, email: string, password: string): Promise<Reply> => house.stranger('POST', '/door/sign-in', { email, password });
const outcome = ({ status, body }: Reply) => `${status} ${body.refusal ?? 'done'}`;
const cookieIn = ({ headers }: Reply): string => String(headers['set-cookie']).split(';')[0] ?? '';
const meWith = ({ house }: Stage, cookie: string): Promise<Reply> => house.stranger('GET', '/me', undefined, { cookie });
async function rowOf({ ask }: Stage, staffId: string): Promise<{ accountSince: string | null; codeOpenUntil: string | null }> {
  const { body } = await ask('GET', '/staff');
  return body.staff.find((one: { id: string }) => one.id === staffId);
}

async function hired(stage: Stage, startsOn = '2026-11-19'): Promise<string> {
  const made = await stage.ask('POST', '/staff', { givenName: 'Nia', familyName: `Okafor ${randomUUID().slice(0, 4)}`, credential: 'LCSW', roles: ['facilitator'], siteIds: [stage.clinic.siteId], startsOn, confirmed: true });
  assert.equal(made.status, 200);
  return made.body.staffId;
}

test('a code makes the account of a colleague, who is signed in at once and again with the password; the list of staff says how far it is', async (t) => {
  const stage = await openStage(t);
  const staffId = await hired(stage);
  assert.deepEqual(await rowOf(stage, staffId).then(({ accountSince, codeOpenUntil }) => [accountSince, codeOpenUntil]), [null, null]);
  const issued = await issue(stage, staffId);
  assert.match(issued.body.code, /^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
  assert.equal(issued.body.expiresAt, new Date(stage.house.clock.now().getTime() + 72 * HOUR).toISOString());
  assert.equal((await rowOf(stage, staffId)).codeOpenUntil, issued.body.expiresAt);
  const used = await use(stage, ` ${issued.body.code.toLowerCase().replace('-', ' ')}`, { email: 'Nia@Larkfield.example' });
  assert.deepEqual([used.status, used.body], [200, { signedIn: true, startsOn: null }]);
  assert.equal((await meWith(stage, cookieIn(used))).status, 200);
  assert.equal((await enter(stage, 'nia@larkfield.example', NEW)).status, 200);
  const row = await rowOf(stage, staffId);
  assert.deepEqual([row.accountSince, row.codeOpenUntil], [stage.house.clock.now().toISOString(), null]);
});

test('PEO-25 a code stands in no table, neither as typed nor as shown, and a repeat of the request hands out another', async (t) => {
  const stage = await openStage(t);
  const staffId = await hired(stage);
  const key = { 'idempotency-key': randomUUID() };
  const codes = [];
  for (let turn = 0; turn < 2; turn += 1) codes.push((await stage.ask('POST', `/staff/${staffId}/code`, {}, key)).body.code);
  assert.notEqual(codes[0], codes[1]);
  const client = new pg.Client(stage.house.database.root);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
    assert.ok(tables.some(({ name }) => name === 'handed_codes') && tables.some(({ name }) => name === 'commands'));
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(x)::text as row from ${name} x`);
      for (const code of codes) for (const form of [code, code.replace('-', ''), code.toLowerCase()]) assert.ok(!rows.some(({ row }) => row.includes(form)), `${form} in ${name}`);
    }
  } finally {
    await client.end();
  }
  assert.equal(outcome(await use(stage, codes[0] ?? '')), '403 code-unknown', 'the first was taken back');
  assert.equal(outcome(await use(stage, codes[1] ?? '')), '200 done');
});

test('PEO-25 of ten who use one code at once, one holds', async (t) => {
  const stage = await openStage(t);
  const code = await codeFor(stage, await hired(stage));
  const answers = await Promise.all(Array.from({ length: 10 }, (_, turn) => stage.house.app.inject({
    method: 'POST', url: '/api/door/use-code', remoteAddress: `192.0.2.${turn + 1}`, payload: { code, email: `nia${turn}@larkfield.example`, password: NEW },
  })));
  const said = answers.map((answer) => (answer.statusCode === 200 ? 'held' : answer.json<{ refusal: string }>().refusal)).sort();
  assert.deepEqual(said, [...Array.from({ length: 9 }, () => 'code-used'), 'held']);
  const { rows } = await stage.house.kysely.pool.query(`select 1 from accounts where email like 'nia%@larkfield.example'`);
  assert.equal(rows.length, 1, 'whoever came second left no account behind');
});

test('PEO-25 of ten codes handed out at once for one colleague, the last one stands alone', async (t) => {
  const stage = await openStage(t);
  const staffId = await hired(stage);
  const codes = (await Promise.all(Array.from({ length: 10 }, () => issue(stage, staffId)))).map(({ body }) => body.code as string);
  assert.equal(new Set(codes).size, 10);
  const said = [];
  for (const [turn, code] of codes.entries()) {
    const answer = await stage.house.app.inject({ method: 'POST', url: '/api/door/use-code', remoteAddress: `192.0.2.${turn + 1}`, payload: { code, email: `nia${turn}@larkfield.example`, password: NEW } });
    said.push(answer.statusCode);
  }
  assert.deepEqual(said.toSorted(), [200, ...Array.from({ length: 9 }, () => 403)]);
});

test('each refusal of the door by its name, and a refused code is still good', async (t) => {
  const stage = await openStage(t);
  const other = await otherClinic(stage);
  const staffId = await hired(stage);
  const code = await codeFor(stage, staffId);
  assert.equal(outcome(await use(stage, 'AAAA-AAAA')), '403 code-unknown');
  assert.equal(outcome(await use(stage, '')), '403 code-unknown');
  assert.equal(outcome(await use(stage, code, { password: 'password1234' })), '422 weak-password');
  assert.equal(outcome(await use(stage, code, { email: await stage.house.emailOf(stage.clinic, 'counselor') })), '409 address-taken');
  assert.equal(outcome(await use(stage, code, { email: await stage.house.emailOf(other, 'counselor') })), '409 address-taken');
  assert.equal(outcome(await use(stage, code, { email: 'no address' })), '400 malformed');
  assert.equal(outcome(await use(stage, code)), '200 done');
  assert.equal(outcome(await use(stage, code)), '409 code-used');
  const late = await codeFor(stage, await hired(stage));
  stage.house.clock.set(new Date(stage.house.clock.now().getTime() + 72 * HOUR));
  assert.equal(outcome(await use(stage, late, { email: 'late@larkfield.example' })), '409 code-expired');
});

async function otherClinic({ house }: Stage): Promise<Organization> {
  return await house.furnish('Fernhill Center');
}

test('a code for somebody with an account sets a new password: the old one and every open sign-in end, and the address must be that account’s', async (t) => {
  const stage = await openStage(t);
  const email = await stage.house.emailOf(stage.clinic, 'counselor');
  const before = cookieIn(await enter(stage, email, PASSWORD));
  assert.equal((await meWith(stage, before)).status, 200);
  const code = await codeFor(stage, staffOf(stage, 'counselor'));
  assert.equal(outcome(await use(stage, code, { email: 'somebody.else@larkfield.example' })), '409 address-differs');
  assert.equal(outcome(await use(stage, code, { email })), '200 done');
  assert.equal((await meWith(stage, before)).status, 401);
  assert.equal(outcome(await enter(stage, email, PASSWORD)), '401 wrong-sign-in');
  assert.equal((await enter(stage, email, NEW)).status, 200);
});

test('an account that belongs to a second organization keeps its password: no administrator walks into another organization with a code', async (t) => {
  const stage = await openStage(t);
  const other = await otherClinic(stage);
  const email = await stage.house.emailOf(stage.clinic, 'counselor');
  const { rows: [account] } = await stage.house.kysely.pool.query<{ id: string }>('select id from accounts where email = $1', [email]);
  await stage.house.signIn.joinOrganization({ accountId: account?.id ?? '', orgId: other.orgId, actorId: other.staff.counselor.staffId });
  const code = await codeFor(stage, staffOf(stage, 'counselor'));
  assert.equal(outcome(await use(stage, code, { email })), '409 account-elsewhere');
  assert.equal((await enter(stage, email, PASSWORD)).status, 200);
});

test('PEO-25 nobody hands out a code for oneself, for somebody who left or in a demo, and another organization’s colleague is not there', async (t) => {
  const stage = await openStage(t);
  const other = await otherClinic(stage);
  assert.equal(outcome(await issue(stage, staffOf(stage, 'administrator'))), '422 own-code');
  const gone = await hired(stage);
  const open = await codeFor(stage, gone);
  assert.equal((await stage.ask('POST', `/staff/${gone}/end`, { ends: true, version: 0, lastDay: '2026-11-19' })).status, 200);
  assert.equal(outcome(await issue(stage, gone)), '409 work-has-ended');
  assert.equal(outcome(await use(stage, open)), '403 code-unknown', 'a code handed out before the end opens nothing');
  assert.equal(outcome(await issue(stage, other.staff.counselor.staffId)), '404 not-found');
  assert.equal(outcome(await issue(stage, randomUUID())), '404 not-found');
  const root = new pg.Client(stage.house.database.root);
  await root.connect();
  await root.query(`update organizations set kind = 'demo' where org_id = $1`, [stage.clinic.orgId]);
  await root.end();
  assert.equal(outcome(await issue(stage, staffOf(stage, 'counselor'))), '409 demo-has-cards');
});

test('when work ends, the sign-in ends with the next request, and the door says so to the right password only', async (t) => {
  const stage = await openStage(t);
  const email = await stage.house.emailOf(stage.clinic, 'biller');
  const cookie = cookieIn(await enter(stage, email, PASSWORD));
  assert.equal((await meWith(stage, cookie)).status, 200);
  assert.equal((await stage.ask('POST', `/staff/${staffOf(stage, 'biller')}/end`, { ends: true, version: 0, lastDay: '2026-11-19' })).status, 200);
  assert.equal((await meWith(stage, cookie)).status, 401);
  assert.equal(outcome(await enter(stage, email, PASSWORD)), '403 no-organization');
  assert.equal(outcome(await enter(stage, email, 'wrong but long enough')), '401 wrong-sign-in');
});

test('whoever begins later makes the account now, is told the day, and signs in from then on', async (t) => {
  const stage = await openStage(t);
  const code = await codeFor(stage, await hired(stage, '2026-11-30'));
  const used = await use(stage, code);
  assert.deepEqual(used.body, { signedIn: false, startsOn: '2026-11-30' });
  assert.equal(used.headers['set-cookie'], undefined);
  const early = await enter(stage, 'nia@larkfield.example', NEW);
  assert.deepEqual([outcome(early), early.body.facts], ['403 first-day-ahead', { startsOn: '2026-11-30' }]);
  assert.equal(early.headers['set-cookie'], undefined);
  const { rows } = await stage.house.kysely.pool.query(`select 1 from sign_ins s join accounts a on a.id = s.account_id where a.email = 'nia@larkfield.example'`);
  assert.equal(rows.length, 0, 'no sign-in was left open');
  stage.house.clock.set(new Date('2026-11-30T14:00:00Z'));
  assert.equal((await enter(stage, 'nia@larkfield.example', NEW)).status, 200);
});

test('a code is taken back, once', async (t) => {
  const stage = await openStage(t);
  const staffId = await hired(stage);
  const withdraw = () => stage.ask('POST', `/staff/${staffId}/code/withdraw`, {});
  assert.equal(outcome(await withdraw()), '409 no-code');
  const code = await codeFor(stage, staffId);
  assert.deepEqual((await Promise.all([withdraw(), withdraw()])).map(outcome).sort(), ['200 done', '409 no-code']);
  assert.equal(outcome(await use(stage, code)), '403 code-unknown');
  assert.equal((await rowOf(stage, staffId)).codeOpenUntil, null);
});

test('guessing is slow and short: a wrong code takes its time, and after ten the address waits, also with the right one', async (t) => {
  const stage = await openStage(t);
  const code = await codeFor(stage, await hired(stage));
  const before = performance.now();
  assert.equal(outcome(await use(stage, 'AAAA-AAAA')), '403 code-unknown');
  assert.ok(performance.now() - before >= 240);
  for (let turn = 0; turn < 9; turn += 1) await use(stage, 'AAAA-AAAA');
  assert.equal(outcome(await use(stage, 'AAAA-AAAA')), '429 too-many');
  assert.equal(outcome(await use(stage, code)), '429 too-many');
  assert.equal(outcome(await use(stage, code, { email: 'another@larkfield.example' })), '200 done', 'another address is not held up');
  stage.house.clock.set(new Date(stage.house.clock.now().getTime() + HOUR));
  assert.equal(outcome(await use(stage, code)), '409 code-used');
});

test('codes for colleagues are written down with who handed them out and when they were used', async (t) => {
  const stage = await openStage(t);
  const staffId = await hired(stage);
  await codeFor(stage, staffId);
  const code = await codeFor(stage, staffId);
  await use(stage, code);
  const rows = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql<{ by: string; used: boolean; withdrawn: boolean }>`
    select issued_by as by, used_at is not null as used, withdrawn_at is not null as withdrawn from handed_codes where org_id = ${stage.clinic.orgId} and actor_id = ${staffId} order by used_at nulls first`.execute(tx)).rows);
  const by = staffOf(stage, 'administrator');
  assert.deepEqual(rows, [{ by, used: false, withdrawn: true }, { by, used: true, withdrawn: false }]);
});
