/** Signing in, staying signed in and being out again, against real PostgreSQL. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import pg from 'pg';
import { testDatabase } from '../../../test/support/database.ts';
import { setClock } from '../clock.ts';
import { DEMO, EMAIL, PASSWORD, SECRET, browser, openTestDoor, person } from '../../../test/support/door.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('no password, address or code is in an error or on the terminal', async (t) => {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    // Listens only: the runner reports through the same stream.
    t.mock.method(stream, 'write', (text: string | Uint8Array) => {
      said.push(String(text));
      return write(text);
    });
  }
  const door = await openTestDoor(t);
  await person(door);
  const mine = browser();
  await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: 'wrong but long enough' }), mine.exchange);
  assert.deepEqual(await door.signIn.createAccount({ email: EMAIL, password: PASSWORD, name: 'Twice' }), { refused: 'address-taken' });
  const { rows } = await door.pool.query('select * from sign_in_tries');
  const dead = door.again(new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 }));
  await dead.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange).then(
    () => assert.fail('no database, yet an answer'), (error: unknown) => said.push(inspect(error)));
  t.mock.restoreAll();
  const all = said.join('\n') + JSON.stringify(rows);
  for (const secret of [EMAIL, PASSWORD, 'wrong but long', SECRET, door.signIn.firstAdministratorCode() ?? 'none']) assert.ok(!all.includes(secret), secret);
});

test('the right password opens a sign-in that whoIs knows, with the organization and the row it acts as', async (t) => {
  const door = await openTestDoor(t);
  const member = await person(door);
  const mine = browser();
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: EMAIL.toUpperCase(), password: PASSWORD }), mine.exchange), { value: { signedIn: true } });
  const who = await door.signIn.whoIs(mine.exchange.headers);
  assert.deepEqual({ ...who, signInId: undefined }, { ...member, signInId: undefined });
  const { rows } = await door.pool.query('select from_address, browser, password_hash from sign_ins join account_keys using (account_id)');
  assert.equal(rows[0].from_address, '192.0.2.7');
  assert.equal(rows[0].browser, 'Test browser');
  assert.match(rows[0].password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a wrong password and an address nobody has get the same answer, and no cookie', async (t) => {
  const door = await openTestDoor(t);
  await person(door);
  for (const body of [{ email: EMAIL, password: 'wrong but long enough' }, { email: 'nobody@example.org', password: PASSWORD }]) {
    const mine = browser();
    assert.deepEqual(await door.signIn.handlers.signIn(mine.input(body), mine.exchange), { refused: 'wrong-sign-in' });
    assert.deepEqual(mine.cookies, []);
  }
});

test('an account without an organization is told so, and only after the right password', async (t) => {
  const door = await openTestDoor(t);
  await door.signIn.createAccount({ email: EMAIL, password: PASSWORD, name: 'Ada Field' });
  const mine = browser();
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange), { refused: 'no-organization' });
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: 'wrong but long enough' }), mine.exchange), { refused: 'wrong-sign-in' });
  assert.deepEqual(mine.cookies, []);
});

test('the cookie is hidden from scripts and other sites, and bound to the host when the browser comes by https', async (t) => {
  for (const [secureCookies, name, secure] of [[false, 'stepdown_sign_in', ''], [true, '__Host-stepdown_sign_in', '; Secure']] as const) {
    const door = await openTestDoor(t, { secureCookies });
    await person(door);
    const mine = browser();
    await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
    assert.equal(mine.cookies.length, 1);
    assert.match(mine.cookies[0] ?? '', new RegExp(`^${name}=[A-Za-z0-9]{32}\\.[A-Za-z0-9%]+; Max-Age=43200; Path=/; HttpOnly${secure}; SameSite=Strict$`));
    assert.notEqual(await door.signIn.whoIs(mine.exchange.headers), null);
    await door.signIn.handlers.signOut(mine.input({}), mine.exchange);
    assert.equal(mine.cookies.at(-1), `${name}=; Max-Age=0; Path=/; HttpOnly${secure}; SameSite=Strict`);
  }
});

test('a forged, cut, foreign or swollen cookie stands for nobody', async (t) => {
  const door = await openTestDoor(t);
  await person(door);
  const mine = browser();
  await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
  const value = decodeURIComponent(mine.cookie().split('=')[1] ?? '');
  const [token = '', signature = ''] = value.split('.');
  const other = createHmac('sha256', 'another secret, also long enough to use').update(token).digest('base64');
  const unknown = 'A'.repeat(32);
  const known = createHmac('sha256', SECRET).update(unknown).digest('base64');
  const bad = ['', '.', '%', '%E0%A4%A', token, `${token}.`, `${token}.${signature.slice(0, -2)}`, value.slice(1), `${token}.${other}`, `${unknown}.${signature}`,
    `${unknown}.${known}`, `${value}x`, `${token}x.${signature}`, `${token}.${'A'.repeat(43)}=`, 'x'.repeat(100_000), `${token}.${signature}`.toUpperCase()];
  for (const said of bad) {
    assert.equal(await door.signIn.whoIs({ cookie: `stepdown_sign_in=${said}` }), null, said.slice(0, 90));
    assert.equal(await door.signIn.whoIs({ cookie: `stepdown_sign_in=${encodeURIComponent(said)}` }), null, said.slice(0, 90));
  }
  assert.equal(await door.signIn.whoIs({}), null);
  assert.equal(await door.signIn.whoIs({ cookie: `__Host-stepdown_sign_in=${value}` }), null, 'another name');
  assert.notEqual(await door.signIn.whoIs({ cookie: `theme=dark; stepdown_sign_in=${encodeURIComponent(value)}; x` }), null);
  assert.notEqual(await door.signIn.whoIs(new Headers({ cookie: mine.cookie() })), null, 'a Headers object');
});

test('signing out is felt here at once and in another process within ten seconds', async (t) => {
  const door = await openTestDoor(t);
  const elsewhere = door.again();
  await person(door);
  const mine = browser();
  await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
  const headers = { cookie: mine.cookie() };
  assert.notEqual(await door.signIn.whoIs(headers), null);
  assert.notEqual(await elsewhere.whoIs(headers), null);
  assert.deepEqual(await door.signIn.handlers.signOut(mine.input({}), { ...mine.exchange, headers }), { value: { signedIn: false } });
  const ended = performance.now();
  assert.equal(await door.signIn.whoIs(headers), null);
  while (await elsewhere.whoIs(headers) !== null) {
    assert.ok(performance.now() - ended < 10_000, 'still signed in elsewhere');
    await wait(100);
  }
  assert.deepEqual(await door.signIn.handlers.signOut(mine.input({}), { ...mine.exchange, headers }), { value: { signedIn: false } }, 'again does no harm');
});

test('ending every sign-in of an account, or its place in the organization, ends all its browsers', async (t) => {
  const door = await openTestDoor(t);
  const member = await person(door);
  const [one, two] = [browser(), browser()];
  const both = async () => {
    const found = [];
    for (const each of [one, two]) found.push(await door.signIn.whoIs(each.exchange.headers) !== null);
    return found;
  };
  for (const ending of [() => door.signIn.endSignIns(member.accountId), () => door.signIn.leaveOrganization(member)]) {
    for (const each of [one, two]) await door.signIn.handlers.signIn(each.input({ email: EMAIL, password: PASSWORD }), each.exchange);
    assert.deepEqual(await both(), [true, true]);
    await ending();
    assert.deepEqual(await both(), [false, false]);
  }
  assert.deepEqual(await door.signIn.handlers.signIn(one.input({ email: EMAIL, password: PASSWORD }), one.exchange), { refused: 'no-organization' });
});

test('a browser that signs in again leaves no sign-in behind', async (t) => {
  const door = await openTestDoor(t);
  await person(door);
  const mine = browser();
  for (let round = 0; round < 3; round += 1) await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
  const { rows } = await door.pool.query('select count(*)::int as open from sign_ins');
  assert.equal(rows[0].open, 1);
});

test('a sign-in ends an hour after the last request of a person, and twelve hours after its start whatever happens', async (t) => {
  const clock = setClock(new Date('2026-11-19T08:00:00Z'));
  const door = await openTestDoor(t, { now: clock.now });
  await person(door);
  const mine = browser();
  const enter = () => door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
  await enter();
  clock.advance(59);
  assert.notEqual(await door.signIn.whoIs(mine.exchange.headers), null, 'awake');
  clock.advance(61);
  assert.equal(await door.signIn.whoIs(mine.exchange.headers), null, 'idle, and remembered');
  assert.equal(await door.again().whoIs(mine.exchange.headers), null, 'idle, and looked up');
  await enter();
  for (let minutes = 0; minutes < 715; minutes += 55) {
    assert.notEqual(await door.signIn.whoIs(mine.exchange.headers), null, `after ${minutes} minutes`);
    clock.advance(55);
  }
  clock.advance(4);
  assert.notEqual(await door.signIn.whoIs(mine.exchange.headers), null, 'a minute before twelve hours');
  clock.advance(1);
  assert.equal(await door.signIn.whoIs(mine.exchange.headers), null, 'twelve hours');
  await enter();
  for (let minutes = 0; minutes < 60; minutes += 1) {
    assert.notEqual(await door.signIn.whoIs(mine.exchange.headers, { attended: false }), null);
    clock.advance(1);
  }
  assert.equal(await door.signIn.whoIs(mine.exchange.headers, { attended: false }), null, 'a page that refreshes by itself does not keep it awake');
  await enter();
  const { rows } = await door.pool.query('select count(*)::int as kept from sign_ins');
  assert.equal(rows[0].kept, 1, 'ended ones are swept');
});

test('the door stops a guesser by e-mail and by address, the same for an address nobody has, and lets go after the window', async (t) => {
  const clock = setClock(new Date('2026-11-19T08:00:00Z'));
  const door = await openTestDoor(t, { now: clock.now });
  await person(door);
  for (const email of [EMAIL, 'nobody@example.org']) {
    const mine = browser(`198.51.100.${email.length}`);
    const said = await Promise.all(Array.from({ length: 14 }, () => door.signIn.handlers.signIn(mine.input({ email, password: 'wrong but long enough' }), mine.exchange)));
    assert.equal(said.filter((answer) => 'refused' in answer && answer.refused === 'wrong-sign-in').length, 10, email);
    assert.equal(said.filter((answer) => 'refused' in answer && answer.refused === 'too-many').length, 4, email);
  }
  const mine = browser();
  const right = () => door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange);
  assert.deepEqual(await right(), { refused: 'too-many' });
  assert.deepEqual(await door.again().handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange), { refused: 'too-many' }, 'another server counts the same');
  clock.advance(11);
  assert.deepEqual(await right(), { value: { signedIn: true } });
  const sprayer = (round: number) => browser(`2001:db8:1:2::${round.toString(16)}`);
  const sprayed = await Promise.all(Array.from({ length: 55 }, (_, round) => {
    const each = sprayer(round);
    return door.signIn.handlers.signIn(each.input({ email: `nobody${round}@example.org`, password: 'wrong but long enough' }), each.exchange);
  }));
  assert.equal(sprayed.filter((answer) => 'refused' in answer && answer.refused === 'wrong-sign-in').length, 50, 'one network, many addresses');
  for (let round = 0; round < 60; round += 1) assert.deepEqual(await right(), { value: { signedIn: true } }, 'right passwords do not add up');
});

test('the application role owns none of these tables and reaches no more than their rows', async (t) => {
  const database = await testDatabase(t);
  const client = new pg.Client(database.app);
  await client.connect();
  try {
    const { rows } = await client.query(`select tablename, tableowner, rowsecurity from pg_tables where tablename in ('accounts', 'account_keys', 'account_organizations', 'sign_ins', 'sign_in_codes', 'sign_in_tries')`);
    assert.equal(rows.length, 6);
    for (const row of rows) assert.deepEqual([row.tableowner, row.rowsecurity], ['stepdown_owner', false], row.tablename);
  } finally {
    await client.end();
  }
});

test('a demo card opens its own account and nothing else, only while all is demo and on loopback (W24)', async (t) => {
  const doors = { allDemo: true, anyOrganization: true, organizationName: 'Demo program', roleCards: [] as { accountId: string; name: string; role: string; credential: string }[] };
  const door = await openTestDoor(t, { doors });
  const made = await door.signIn.createAccount({ email: 'demo@example.org', password: null, name: 'Nia Okafor' });
  const other = await person(door);
  const accountId = 'value' in made ? made.value.accountId : '';
  await door.signIn.joinOrganization({ ...DEMO, accountId });
  doors.roleCards = [{ accountId, name: 'Nia Okafor', role: 'facilitator', credential: 'LCSW' }];
  const mine = browser();
  const enter = (signIn: typeof door.signIn, id = accountId) => signIn.handlers.enterDemo(mine.input({ accountId: id }), mine.exchange);
  assert.deepEqual(await door.signIn.handlers.readDoor(mine.input({}), mine.exchange), { value: { kind: 'demo', organizationName: 'Demo program', roleCards: doors.roleCards } });
  assert.deepEqual(await enter(door.signIn), { value: { signedIn: true } });
  assert.equal((await door.signIn.whoIs(mine.exchange.headers))?.accountId, accountId);
  for (const strange of [other.accountId, 'x', '']) assert.deepEqual(await enter(door.signIn, strange), { refused: 'not-found' });
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: 'demo@example.org', password: PASSWORD }), mine.exchange), { refused: 'wrong-sign-in' }, 'it has no password');
  const away = door.again(door.pool, { loopbackOnly: false });
  const open = { kind: 'sign-in', organizationName: 'Demo program', roleCards: [] };
  assert.deepEqual(await enter(away), { refused: 'not-demo' });
  assert.deepEqual(await away.handlers.readDoor(mine.input({}), mine.exchange), { value: open });
  doors.allDemo = false;
  assert.deepEqual(await enter(door.signIn), { refused: 'not-demo' });
  assert.deepEqual(await door.signIn.handlers.readDoor(mine.input({}), mine.exchange), { value: open });
});
