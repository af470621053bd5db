/** What every answer carries and never carries: the headers that shut the browser's doors, and logs without people. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { setClock } from '../../src/platform/clock.ts';
import { buildServer } from '../../src/server.ts';
import type { ServerOptions } from '../../src/server.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { PASSWORD, TEN_O_CLOCK, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';

const SECRET = 'a secret of the tests, long enough to be one';

async function serve(house: House, other: Partial<ServerOptions>): Promise<FastifyInstance> {
  const { app } = await buildServer({
    connections: house.database, host: '127.0.0.1', port: 0, behindProxy: false, demo: false, secretsFolder: null, webFolder: '/nowhere', say: () => undefined,
    clock: setClock(TEN_O_CLOCK), secret: SECRET, log: false, ...other,
  });
  return app;
}

/** A house, and servers beside it that are closed before its database is dropped. */
async function openStage(t: { after(work: () => Promise<void>): void }): Promise<{ house: House; open(other: Partial<ServerOptions>): Promise<FastifyInstance> }> {
  const opened: FastifyInstance[] = [];
  t.after(async () => { for (const app of opened) await app.close(); });
  const house = await openHouse(t);
  return {
    house,
    open: async (other) => {
      const app = await serve(house, other);
      opened.push(app);
      return app;
    },
  };
}

test('a page may run our scripts and styles only, sit in no frame, and is taken for what it says it is', async (t) => {
  const { house } = await openStage(t);
  for (const url of ['/api/door', '/api/me', '/api/nothing', '/health', '/openapi.json', '/']) {
    const { headers } = await house.app.inject({ method: 'GET', url });
    const policy = String(headers['content-security-policy']);
    assert.doesNotMatch(policy, /unsafe-|\*|http:/, url);
    for (const part of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) assert.ok(policy.split(';').includes(part), `${url} ${part}`);
    assert.equal(headers['x-content-type-options'], 'nosniff', url);
    assert.equal(headers['referrer-policy'], 'no-referrer', url);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url);
    assert.equal(headers['access-control-allow-origin'], undefined, url);
    assert.equal(headers['x-powered-by'], undefined, url);
  }
});

test('no answer below /api is ever kept in a cache, whatever its status', async (t) => {
  const { house } = await openStage(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [person] = clinic.people;
  assert.ok(person);
  const replies = [
    await ask('GET', '/me'), await ask('GET', pathOf.room(clinic)), await ask('GET', '/people/x/hours'), await ask('GET', `/people/${randomUUID()}/hours`), await house.stranger('GET', '/me'), await house.stranger('GET', '/nothing'),
    await ask('POST', pathOf.arrival(clinic, person), {}), await ask('POST', pathOf.arrival(clinic, person), {}, { 'idempotency-key': '' }),
  ];
  assert.deepEqual(replies.map((reply) => reply.status), [200, 200, 400, 404, 401, 404, 200, 400]);
  for (const reply of replies) assert.equal(reply.headers['cache-control'], 'no-store');
});

test('a browser is told to come by https only where we are reached by https', async (t) => {
  const { house, open } = await openStage(t);
  assert.equal((await house.app.inject({ method: 'GET', url: '/api/door' })).headers['strict-transport-security'], undefined);
  const secure = await open({ behindProxy: true });
  assert.match(String((await secure.inject({ method: 'GET', url: '/api/door' })).headers['strict-transport-security']), /max-age=31536000/);
});

test('the cookie cannot be read by scripts, comes from our own pages only, and is bound to https where there is https', async (t) => {
  const { house, open } = await openStage(t);
  const clinic = await house.furnish('Larkfield House');
  await house.as(clinic, 'facilitator');
  const payload = { email: await house.emailOf(clinic, 'facilitator'), password: PASSWORD };
  const plain = String((await house.app.inject({ method: 'POST', url: '/api/door/sign-in', payload })).headers['set-cookie']);
  assert.match(plain, /^stepdown_sign_in=.*HttpOnly/i);
  assert.match(plain, /SameSite=Strict/i);
  assert.doesNotMatch(plain, /; Secure/i);
  const secure = String((await (await open({ behindProxy: true })).inject({ method: 'POST', url: '/api/door/sign-in', payload })).headers['set-cookie']);
  assert.match(secure, /^__Host-stepdown_sign_in=/);
  for (const part of [/; Secure/i, /HttpOnly/i, /SameSite=Strict/i, /Path=\//i]) assert.match(secure, part);
  assert.doesNotMatch(secure, /Domain=/i);
});

test('an act asked for by another web site is refused before anybody is looked up, and changes nothing', async (t) => {
  const { house } = await openStage(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [person] = clinic.people;
  assert.ok(person);
  for (const site of ['cross-site', 'same-site']) {
    const reply = await ask('POST', pathOf.arrival(clinic, person), {}, { 'sec-fetch-site': site });
    assert.deepEqual([reply.status, reply.body.refusal], [403, 'other-site']);
    assert.equal((await house.stranger('POST', '/door/sign-in', { email: 'a@example.org', password: PASSWORD }, { 'sec-fetch-site': site })).body.refusal, 'other-site');
  }
  assert.equal((await ask('GET', pathOf.today(clinic))).body.sessions[0].people[0].standing, 'expected');
  assert.equal((await ask('POST', pathOf.arrival(clinic, person), {}, { 'sec-fetch-site': 'same-origin' })).status, 200);
  assert.equal((await ask('POST', pathOf.leaving(clinic, person), {}, { 'sec-fetch-site': 'none' })).status, 200);
});

type Logged = { lines: string[]; ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; reference: string }> };

/** A server whose log we hold, asked as the facilitator. */
async function openLogged(open: (other: Partial<ServerOptions>) => Promise<FastifyInstance>, house: House, clinic: Organization): Promise<Logged> {
  const lines: string[] = [];
  const app = await open({ log: { write: (line) => void lines.push(line) }, clock: house.clock });
  const signedIn = await app.inject({ method: 'POST', url: '/api/door/sign-in', payload: { email: await house.emailOf(clinic, 'facilitator'), password: PASSWORD } });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  return {
    lines,
    ask: async (method, path, body) => {
      const headers = { cookie, ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}) };
      const reply = await app.inject({ method, url: `/api${path}`, headers, ...(body === undefined ? {} : { payload: body as object }) });
      return { status: reply.statusCode, reference: (reply.json() as { reference?: string }).reference ?? '' };
    },
  };
}

test('the log of a failing request says where it broke and nothing about anybody', async (t) => {
  let root: pg.Client | null = null;
  t.after(async () => { await root?.end(); });
  const { house, open } = await openStage(t);
  root = new pg.Client(house.database.root);
  await root.connect();
  const clinic = await house.furnish('Larkfield House');
  const sent = await groupReadyToSign(house, clinic, await house.as(clinic, 'facilitator'));
  const [first] = clinic.people;
  assert.ok(first);
  const { lines, ask } = await openLogged(open, house, clinic);
  // PostgreSQL quotes the whole row, sentence and all, in the detail of a refused check.
  await root.query(`update note_drafts set part = jsonb_set(part, '{craving}', '11')`);
  const replies = [await ask('POST', pathOf.sign(clinic), sent)];
  await root.query('revoke select on participants from stepdown_app');
  replies.push(await ask('GET', pathOf.hours(first)), await ask('GET', pathOf.room(clinic)));
  await root.query('alter table attendances rename column participant_id to someone_id');
  replies.push(await ask('POST', pathOf.arrival(clinic, first), {}));
  await ask('POST', pathOf.arrival(clinic, first), { at: 'Given1 Family1' });
  await ask('POST', '/door/sign-in', { email: 'given1.family1@example.org', password: 'a wrong password of somebody' });
  assert.deepEqual(replies.map((reply) => reply.status), [500, 500, 500, 500]);
  const log = lines.join('');
  assert.equal(lines.length, 4, 'a failure is one line, and a refusal none');
  for (const [index, contract] of ['notes.sign-group', 'hours-ledger.read', 'group-room.read', 'attendance.stamp-arrival'].entries()) {
    const line = JSON.parse(lines[index] ?? '{}') as { reference?: string; contract?: string; frames?: string[] };
    assert.deepEqual([line.reference, line.contract], [replies[index]?.reference, contract]);
    assert.ok((line.frames ?? []).length > 0);
  }
  const ids = [clinic.orgId, clinic.sessionId, ...clinic.people.map((person) => person.id), ...Object.values(clinic.staff).map((one) => one.staffId)];
  for (const word of [...ids, 'Given1', 'Family1', 'Named the hour', 'Pairs rehearsed', 'Sam', 'Larkfield', 'example.org', PASSWORD, 'stepdown_sign_in', '127.0.0.1']) assert.ok(!log.includes(word), `the log names ${word}`);
});

test('a browser that floods is told too-many; a colleague behind the same network address goes on working', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 1);
  const [flooder, colleague] = [await house.as(clinic, 'facilitator'), await house.as(clinic, 'counselor')];
  let last = await flooder('GET', '/me');
  for (let round = 0; round < 13 && last.status === 200; round += 1) {
    const replies = await Promise.all(Array.from({ length: 100 }, () => flooder('GET', '/me')));
    last = replies.at(-1) ?? last;
  }
  assert.deepEqual([last.status, last.body.refusal], [429, 'too-many']);
  assert.equal((await colleague('GET', '/me')).status, 200);
});
