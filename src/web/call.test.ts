/** Proves what every act relies on: addresses, command ids that stay the same, and names for every way it can go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToday } from '../boards/day/today.contract.ts';
import { stampArrival } from '../modules/attendance/contract.ts';
import { savePersonDraft } from '../modules/notes/contract.ts';
import { EMPTY_PERSON } from '../modules/notes/words.ts';
import type { ParticipantId } from '../modules/people/words.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import { addressOf, call, carry, whenSignedOut } from './call.ts';
import type { Wire } from './call.ts';

const params = { sessionId: 's 1' as SessionId, participantId: 'p/1' as ParticipantId };

function wireOf(...replies: (() => Response)[]): Wire & { sent: { url: string; init: RequestInit }[]; waited: number[] } {
  const sent: { url: string; init: RequestInit }[] = [];
  const waited: number[] = [];
  return {
    sent, waited,
    pause: (milliseconds) => { waited.push(milliseconds); return Promise.resolve(); },
    fetch: (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      const next = replies.shift();
      return next === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve().then(next);
    },
  };
}
const ok = (body: unknown) => () => new Response(JSON.stringify(body), { status: 200 });
const no = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const gone = () => { throw new TypeError('Failed to fetch'); };
const keyOf = (init: RequestInit) => (init.headers as Record<string, string>)['idempotency-key'];

test('parameters are encoded into the path and the query is put behind it', () => {
  assert.equal(addressOf('/sessions/:sessionId/people/:participantId/arrival', params), '/api/sessions/s%201/people/p%2F1/arrival');
  assert.equal(addressOf(readToday.path, {}, { siteId: 'x', date: undefined }), '/api/boards/today?siteId=x');
});

test('an act that runs once carries one command id through all its attempts', async () => {
  const wire = wireOf(gone, gone, ok({ sessionId: 's', participantId: 'p', attendanceId: 'a', at: 't' }));
  const answer = await carry(stampArrival, { params, body: {} }, wire);
  assert.ok('value' in answer);
  assert.equal(wire.sent.length, 3);
  assert.equal(new Set(wire.sent.map(({ init }) => keyOf(init))).size, 1);
  assert.match(keyOf(wire.sent[0]?.init ?? {}) ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('an act that may be repeated carries no command id', async () => {
  const wire = wireOf(ok({}));
  await call(savePersonDraft, { params, body: { version: 0, part: EMPTY_PERSON } }, wire);
  assert.equal(keyOf(wire.sent[0]?.init ?? {}), undefined);
});

test('no network is an outcome of its own, after every pause was used', async () => {
  const wire = wireOf();
  assert.deepEqual(await carry(stampArrival, { params, body: {} }, wire), { offline: true });
  assert.equal(wire.sent.length, wire.waited.length + 1);
});

test('a refusal keeps its name, its facts and its reference', async () => {
  const wire = wireOf(no(409, { refusal: 'session-full', sentence: 's', way: 'w', facts: { taken: 10 }, reference: 'r' }));
  assert.deepEqual(await call(stampArrival, { params, body: {} }, wire), { refused: 'session-full', sentence: 's', way: 'w', facts: { taken: 10 }, reference: 'r' });
});

test('a reply that is no JSON means that the server is not there', async () => {
  const wire = wireOf(() => new Response('<html>502 Bad Gateway</html>', { status: 502 }));
  const answer = await call(stampArrival, { params, body: {} }, wire);
  assert.equal('refused' in answer && answer.refused, 'unavailable');
});

test('being signed out is told to the app, whichever call met it', async () => {
  let told = 0;
  whenSignedOut(() => { told += 1; });
  await call(readToday, { query: { siteId: 'x' } }, wireOf(no(401, { refusal: 'not-signed-in', sentence: '', way: '' })));
  assert.equal(told, 1);
});
