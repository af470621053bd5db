/** Every contract, every role, and every way of asking for what is not one's own: the stranger is forgotten nowhere (W20). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { FIRST_MAPPING, PERMISSIONS, ROLES } from '../../src/permissions.ts';
import type { Permission, Role } from '../../src/permissions.ts';
import { COMMON_REFUSALS } from '../../src/platform/contract.ts';
import type { Contract } from '../../src/platform/contract.ts';
import { PROGRAM_ROUTES } from '../../src/routes.ts';
import { EXAMPLES, MALFORMED_IDS } from './examples.ts';
import type { Example, Where } from './example.ts';
import { openGround } from './ground.ts';
import type { Got, Ground, Sent } from './ground.ts';

const CONTRACTS = PROGRAM_ROUTES.map((route) => route.contract);
const mayDo = (role: Role, contract: Contract) => FIRST_MAPPING[role].includes(contract.may as Permission);

/** Whatever was asked: never a failure of ours, only refusals of the list with their own status, nothing of anybody else. */
function mustBeDecent(ground: Ground, contract: Contract, example: Example, sent: Sent, got: Got): void {
  const label = `${contract.name} ${sent.path}: ${got.status} ${got.text.slice(0, 300)}`;
  assert.ok(got.status < 500, label);
  if (got.status !== 200) {
    const said = [...contract.refusals, ...COMMON_REFUSALS].find((refusal) => refusal.name === got.refusal);
    assert.equal(said?.status, got.status, label);
  }
  const asked = `${sent.path} ${JSON.stringify(sent.body ?? '')}`;
  const forbidden = example.reach === 'organization' ? ground.foreign : [...ground.foreign, ...ground.ofOtherSite];
  const leaked = forbidden.filter((word) => got.text.includes(word) && !asked.includes(word));
  assert.deepEqual(leaked, [], label);
}

/** An asker of one contract as one role, whose every answer is looked at for decency. */
function askerOf(ground: Ground, contract: Contract, example: Example, cookie: string | null, address: string) {
  return async (where: Where, other: Partial<Sent> = {}): Promise<Got> => {
    const sent: Sent = { cookie, method: contract.method, path: example.path(where), ...(example.body === undefined ? {} : { body: example.body(where) }), address, ...other };
    const got = await ground.send(sent);
    mustBeDecent(ground, contract, example, sent, got);
    return got;
  };
}

const every = (ground: Ground, id: () => string): Where => Object.fromEntries(Object.keys(ground.own).map((key) => [key, id()])) as Where;
const absent = (ground: Ground): Where => every(ground, randomUUID);
const outcome = (got: Got) => `${got.status} ${got.refusal}`;

/** The same request for what does not exist, what is another site's and what is another organization's. */
function hiddenWheres(ground: Ground, example: Example, ids: readonly (keyof Where)[]): Where[] {
  const hidden = [absent(ground), ...(example.reach === 'organization' ? [] : [ground.otherSite]), ground.otherOrganization];
  return hidden.map((other) => ({ ...ground.own, ...Object.fromEntries(ids.map((id) => [id, other[id]])) }));
}

async function tryHidden(ground: Ground, example: Example, ask: ReturnType<typeof askerOf>): Promise<void> {
  const everything = Object.keys(ground.own) as (keyof Where)[];
  if (example.rows.length > 0) {
    const texts = [];
    for (const where of [...hiddenWheres(ground, example, example.rows), ...hiddenWheres(ground, example, everything)]) {
      const got = await ask(where);
      assert.equal(outcome(got), '404 not-found');
      texts.push(got.text);
    }
    assert.equal(new Set(texts).size, 1, 'absent, other site and other organization read alike, byte for byte');
  }
  if (example.within === undefined) return;
  const { id, refusal } = example.within;
  const texts = [];
  for (const where of hiddenWheres(ground, example, [id])) {
    const got = await ask(where);
    assert.equal(got.refusal, refusal);
    texts.push(got.text.replaceAll(where[id], 'the id that was sent'));
  }
  assert.equal(new Set(texts).size, 1, 'a person who is not there, of another site or organization reads alike, byte for byte');
}

async function tryMalformed(ground: Ground, contract: Contract, example: Example, ask: ReturnType<typeof askerOf>): Promise<void> {
  for (const id of [...example.rows, ...(example.within === undefined ? [] : [example.within.id])]) {
    for (const malformed of MALFORMED_IDS) assert.equal(outcome(await ask({ ...ground.own, [id]: malformed })), '400 malformed', `${id} ${malformed}`);
  }
  for (const path of example.malformedPaths ?? []) assert.equal(outcome(await ask(ground.own, { path: path(ground.own) })), '400 malformed', path(ground.own));
  for (const body of example.malformedBodies) assert.equal(outcome(await ask(ground.own, { body: body(ground.own) })), '400 malformed', JSON.stringify(body(ground.own)).slice(0, 100));
  if (contract.runs !== 'once') return;
  for (const commandId of [null, '', 'x', 'not-a-uuid', '00000000']) assert.equal(outcome(await ask(ground.own, { commandId })), '400 command-missing');
}

/** A role that may not is told so whatever it asks for, so that the refusal tells nothing of what exists. */
async function tryForbidden(ground: Ground, ask: ReturnType<typeof askerOf>): Promise<void> {
  const texts = [];
  for (const where of [ground.own, absent(ground), ground.otherSite, ground.otherOrganization, every(ground, () => 'x')]) {
    const got = await ask(where);
    assert.equal(outcome(got), '403 not-your-role');
    texts.push(got.text);
  }
  assert.equal(new Set(texts).size, 1);
}

const FORGED = ['', 'stepdown_sign_in=', 'stepdown_sign_in=x.y', 'stepdown_sign_in=%00', `stepdown_sign_in=${'a'.repeat(32)}.${'A'.repeat(43)}=`, `stepdown_sign_in=${'a'.repeat(500)}`];

/** A signed cookie with one letter changed in the token or in the signature, or with its signature cut off. */
function bent(cookie: string): string[] {
  const [name = '', value = ''] = cookie.split('=', 2);
  const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
  return [`${name}=${flip(value, 3)}`, `${name}=${flip(value, 40)}`, `${name}=${value.split('.')[0] ?? ''}`, `other=${value}`];
}

test('every contract has an example here, and every example a contract', () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), CONTRACTS.map((contract) => contract.name).sort());
});

test('every contract of the program needs a permission of the closed list, and names and addresses are unique', () => {
  assert.deepEqual(CONTRACTS.filter((contract) => !(PERMISSIONS as readonly (string | null)[]).includes(contract.may)).map((contract) => contract.name), []);
  assert.equal(new Set(CONTRACTS.map((contract) => contract.name)).size, CONTRACTS.length);
  assert.equal(new Set(CONTRACTS.map((contract) => `${contract.method} ${contract.path}`)).size, CONTRACTS.length);
});

describe('the sweep', () => {
  let ground: Ground;
  const puttingAway: (() => Promise<void>)[] = [];
  before(async () => { ground = await openGround({ after: (work) => void puttingAway.push(work) }); });
  after(async () => { for (const work of puttingAway) await work(); });

  for (const [turn, contract] of CONTRACTS.entries()) {
    const example = EXAMPLES[contract.name];
    if (example === undefined) continue;

    test(`${contract.name}: a stranger and a forged cookie are asked to sign in, whatever they ask for`, async () => {
      for (const cookie of [null, ...FORGED, ...bent(ground.cookies.supervisor)]) {
        const ask = askerOf(ground, contract, example, cookie, '192.0.2.1');
        for (const where of [ground.own, absent(ground)]) assert.equal(outcome(await ask(where)), '401 not-signed-in', cookie ?? 'no cookie');
      }
    });

    for (const [index, role] of ROLES.entries()) {
      test(`${contract.name} as ${role}: ${mayDo(role, contract) ? 'one’s own is answered, everything else is not there' : 'not your role'}`, async () => {
        const ask = askerOf(ground, contract, example, ground.cookieAt(role, turn), `192.0.2.${10 + index}`);
        if (!mayDo(role, contract)) return await tryForbidden(ground, ask);
        const got = await ask(ground.own);
        assert.ok(got.status === 200 || [...contract.refusals.map((refusal) => refusal.name), 'changed-meanwhile'].includes(got.refusal ?? ''), got.text);
        await tryHidden(ground, example, ask);
        await tryMalformed(ground, contract, example, ask);
      });
    }
  }

  test('what no contract names is nothing to see either', async () => {
    for (const path of ['/', '/nothing', '/sessions', `/people/${ground.own.participantId}/scores`, '/../server.ts']) {
      const got = await ground.send({ cookie: ground.cookies.supervisor, method: 'GET', path, address: '192.0.2.30' });
      assert.equal(outcome(got), '404 not-found', path);
    }
  });

});
