/** The first administrator of a new server: with the printed code, once, whoever races and whatever breaks (W24). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setClock } from '../clock.ts';
import type { TimeZone } from '../../values/civil-date.ts';
import { EMAIL, PASSWORD, browser, openTestDoor } from '../../../test/support/door.ts';
import type { SignIn } from './index.ts';

const about = {
  organizationName: 'Lakeside', siteName: 'Main Street', timeZone: 'America/Chicago' as TimeZone, givenName: 'Ada', familyName: 'Field', email: EMAIL, password: PASSWORD,
};
const shut = () => ({ allDemo: false, anyOrganization: false, organizationName: null as string | null, roleCards: [] });

function attempt(signIn: SignIn, other: Partial<typeof about & { code: string }> = {}) {
  const mine = browser();
  const answer = signIn.handlers.createFirstAdministrator(mine.input({ ...about, code: signIn.firstAdministratorCode() ?? 'USED-CODE', ...other }), mine.exchange);
  return { mine, answer };
}

test('the printed code makes the first administrator, signs that person in and is gone', async (t) => {
  const doors = shut();
  const made = { orgId: randomUUID(), actorId: randomUUID() };
  const furnished: unknown[] = [];
  const door = await openTestDoor(t, { doors, furnish: async (first) => {
    furnished.push(first);
    doors.anyOrganization = true;
    return await Promise.resolve(made);
  } });
  const code = door.signIn.firstAdministratorCode() ?? '';
  assert.match(code, /^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
  assert.equal((await door.signIn.handlers.readDoor(browser().input({}), browser().exchange) as { value: { kind: string } }).value.kind, 'first-administrator');
  const { mine, answer } = attempt(door.signIn, { code: ` ${code.toLowerCase().replace('-', '')} ` });
  assert.deepEqual(await answer, { value: { organizationId: made.orgId } });
  const { password: _unsaid, ...first } = about;
  assert.deepEqual(furnished, [first], 'the program is told all but the password');
  const who = await door.signIn.whoIs(mine.exchange.headers);
  assert.deepEqual([who?.orgId, who?.actorId], [made.orgId, made.actorId]);
  assert.equal(door.signIn.firstAdministratorCode(), null);
  assert.deepEqual(await attempt(door.signIn, { code }).answer, { refused: 'already-set-up' });
  assert.equal((await door.signIn.handlers.readDoor(browser().input({}), browser().exchange) as { value: { kind: string } }).value.kind, 'sign-in');
});

test('of many who race with the right code, here and on another server, one wins', async (t) => {
  const doors = shut();
  let times = 0;
  const door = await openTestDoor(t, { doors, furnish: async () => {
    times += 1;
    await new Promise((resolve) => setTimeout(resolve, 150));
    doors.anyOrganization = true;
    return { orgId: randomUUID(), actorId: randomUUID() };
  } });
  const elsewhere = door.again();
  const all = await Promise.all(Array.from({ length: 12 }, (_, each) => attempt(each % 2 === 0 ? door.signIn : elsewhere, { email: `person${each}@example.org` }).answer));
  assert.equal(all.filter((answer) => 'value' in answer).length, 1);
  assert.equal(all.filter((answer) => 'refused' in answer && answer.refused === 'already-set-up').length, 11);
  assert.equal(times, 1);
  const { rows } = await door.pool.query('select (select count(*) from accounts)::int as accounts, (select count(*) from account_organizations)::int as members');
  assert.deepEqual(rows, [{ accounts: 1, members: 1 }]);
});

test('a wrong code is refused, five in a minute stop even the right one, and a minute later it opens', async (t) => {
  const clock = setClock(new Date('2026-11-19T08:00:00Z'));
  const doors = shut();
  const door = await openTestDoor(t, { doors, now: clock.now, furnish: () => Promise.resolve({ orgId: randomUUID(), actorId: randomUUID() }) });
  for (const code of ['', 'AAAA-AAAA', '----', 'ÄÖÜ', door.signIn.firstAdministratorCode()?.slice(0, 8) ?? '']) {
    assert.deepEqual(await attempt(door.signIn, { code }).answer, { refused: 'wrong-code' });
  }
  assert.deepEqual(await attempt(door.signIn).answer, { refused: 'too-many' });
  clock.advance(1.1);
  assert.deepEqual(await attempt(door.signIn, { password: 'Password1234' }).answer, { refused: 'weak-password' });
  assert.ok('value' in await attempt(door.signIn).answer);
});

test('when furnishing fails nothing is left behind, the code stays good and the same address can try again', async (t) => {
  const doors = shut();
  let broken = true;
  const door = await openTestDoor(t, { doors, furnish: () => broken ? Promise.reject(new Error('disk full')) : Promise.resolve({ orgId: randomUUID(), actorId: randomUUID() }) });
  const code = door.signIn.firstAdministratorCode();
  await assert.rejects(attempt(door.signIn).answer, /disk full/);
  assert.equal(door.signIn.firstAdministratorCode(), code);
  const left = await door.pool.query('select from accounts');
  assert.equal(left.rowCount, 0);
  // As if the server had died between the account and the organization.
  await door.signIn.createAccount({ email: EMAIL, password: 'another long password', name: 'Ada Field' });
  broken = false;
  assert.ok('value' in await attempt(door.signIn).answer);
  const mine = browser();
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange), { value: { signedIn: true } });
});

test('the membership commits with the organization when the program runs the statement it is given', async (t) => {
  const doors = shut();
  const seated = { orgId: randomUUID(), actorId: randomUUID() };
  const door = await openTestDoor(t, { doors, furnish: async (_first, seat) => {
    const client = await door.pool.connect();
    const { sql, parameters } = seat(seated);
    await client.query('begin');
    await client.query(sql, [...parameters]);
    await client.query('commit');
    client.release();
    doors.anyOrganization = true;
    throw new Error('the reply was lost after the commit');
  } });
  await assert.rejects(attempt(door.signIn).answer, /reply was lost/);
  const mine = browser();
  assert.deepEqual(await door.signIn.handlers.signIn(mine.input({ email: EMAIL, password: PASSWORD }), mine.exchange), { value: { signedIn: true } });
  assert.equal((await door.signIn.whoIs(mine.exchange.headers))?.orgId, seated.orgId);
});
