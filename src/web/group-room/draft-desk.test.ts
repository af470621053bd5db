/** Proves that nothing typed is lost: pauses, slow replies, lost networks, two writers, a closed browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DraftDesk, saveStateOf } from './draft-desk.ts';
import type { Saved } from './draft-desk.ts';

type Sent = { key: string; version: number; part: string; answer: (saved: Saved) => void };

function desk(kept: Record<string, { part: string; version: number }> = {}) {
  const sent: Sent[] = [];
  let timers: { milliseconds: number; act: () => void }[] = [];
  let reloads = 0;
  const drafts: DraftDesk<string> = new DraftDesk<string>({
    save: (key, version, part) => new Promise((resolve) => { sent.push({ key, version, part, answer: resolve }); }),
    reload: () => { reloads += 1; return Promise.resolve(); },
    later: (milliseconds, act) => {
      const timer = { milliseconds, act };
      timers.push(timer);
      return () => { timers = timers.filter((other) => other !== timer); };
    },
    read: () => kept,
    write: (next) => { kept = next; },
  });
  const settle = () => new Promise((resolve) => { setImmediate(resolve); });
  return {
    drafts, sent, settle, kept: () => kept, reloads: () => reloads, waits: () => timers.map(({ milliseconds }) => milliseconds),
    tick: async () => { const due = timers; timers = []; for (const { act } of due) act(); await settle(); },
    state: (key: string) => drafts.snapshot().get(key),
  };
}
const empty = { part: '', version: 0, savedAt: null, savedBy: null };
const saved = (version: number): Saved => ({ saved: { version, savedAt: `2026-11-19T16:00:0${version}Z` } });

test('typing is sent once the hand rests, and leaves the browser when the server has it', async () => {
  const { drafts, sent, tick, settle, kept, state, waits } = desk();
  drafts.learn('a', empty);
  drafts.type('a', 'N'); drafts.type('a', 'Na');
  assert.deepEqual([waits(), kept()], [[600], { a: { part: 'Na', version: 0 } }]);
  await tick();
  assert.deepEqual(sent.map(({ part, version }) => [part, version]), [['Na', 0]]);
  assert.equal(state('a')?.state, 'saving');
  sent[0]?.answer(saved(1)); await settle();
  assert.deepEqual([state('a')?.state, state('a')?.version, kept()], ['saved', 1, {}]);
});

test('what is typed during a save goes after it, on the version it brought', async () => {
  const { drafts, sent, tick, settle, kept, state } = desk();
  drafts.learn('a', empty);
  drafts.type('a', 'one'); await tick();
  drafts.type('a', 'one two'); await tick();
  assert.equal(sent.length, 1, 'never two saves of one part at a time');
  sent[0]?.answer(saved(1)); await settle();
  assert.deepEqual([state('a')?.part, state('a')?.state, kept()], ['one two', 'waiting', { a: { part: 'one two', version: 1 } }]);
  await tick();
  assert.deepEqual([sent[1]?.part, sent[1]?.version], ['one two', 1]);
});

test('without network it stays here, waits longer each time, and goes at once when the network is back', async () => {
  const { drafts, sent, tick, settle, kept, waits, state } = desk();
  drafts.learn('a', empty);
  drafts.type('a', 'x'); await tick();
  sent[0]?.answer({ offline: true }); await settle();
  assert.deepEqual([state('a')?.state, waits(), kept()], ['no-network', [2000], { a: { part: 'x', version: 0 } }]);
  await tick();
  sent[1]?.answer({ offline: true }); await settle();
  assert.deepEqual(waits(), [4000]);
  drafts.retry();
  assert.deepEqual(waits(), [0]);
});

test('a browser that was closed finds its text again and sends it', async () => {
  const { drafts, sent, tick, state } = desk({ a: { part: 'kept', version: 2 } });
  drafts.learn('a', { part: 'older', version: 2, savedAt: null, savedBy: null });
  assert.equal(state('a')?.part, 'kept');
  await tick();
  assert.deepEqual([sent[0]?.part, sent[0]?.version], ['kept', 2]);
});

test('a change by somebody else shows both texts; keeping mine goes on theirs', async () => {
  const { drafts, sent, tick, settle, state, reloads } = desk();
  drafts.learn('a', empty);
  drafts.type('a', 'mine'); await tick();
  sent[0]?.answer({ refused: 'draft-changed', sentence: '', way: '' }); await settle();
  assert.deepEqual([state('a')?.state, reloads()], ['conflict', 1]);
  drafts.learn('a', { part: 'theirs', version: 3, savedAt: null, savedBy: 'Imogen' });
  assert.deepEqual([state('a')?.part, state('a')?.theirs?.part, state('a')?.theirs?.savedBy], ['mine', 'theirs', 'Imogen']);
  drafts.keepMine('a'); await tick();
  assert.deepEqual([sent[1]?.part, sent[1]?.version], ['mine', 3]);
});

test('taking theirs drops mine everywhere', async () => {
  const { drafts, sent, tick, settle, state, kept } = desk();
  drafts.learn('a', empty);
  drafts.type('a', 'mine'); await tick();
  sent[0]?.answer({ refused: 'draft-changed', sentence: '', way: '' }); await settle();
  drafts.learn('a', { part: 'theirs', version: 3, savedAt: null, savedBy: null });
  drafts.takeTheirs('a');
  assert.deepEqual([state('a')?.part, state('a')?.version, state('a')?.state, kept()], ['theirs', 3, 'saved', {}]);
});

test('a newer draft from the server is taken in only where nothing is typed', () => {
  const { drafts, state } = desk();
  drafts.learn('a', empty); drafts.learn('b', empty);
  drafts.type('b', 'mine');
  for (const key of ['a', 'b']) drafts.learn(key, { part: 'newer', version: 5, savedAt: null, savedBy: 'Imogen' });
  assert.deepEqual([state('a')?.part, state('b')?.part], ['newer', 'mine']);
});

test('flush sends what waits and says whether the server has it all', async () => {
  const { drafts, sent, settle } = desk();
  drafts.learn('a', empty); drafts.learn('b', empty);
  drafts.type('a', 'x'); drafts.type('b', 'y');
  const flushed = drafts.flush(); await settle();
  sent[0]?.answer(saved(1)); sent[1]?.answer({ refused: 'note-frozen', sentence: '', way: '' });
  assert.equal(await flushed, false);
});

test('the one word for all parts is the most worrying one', () => {
  const held = (state: 'saved' | 'waiting' | 'no-network' | 'conflict', savedAt: string | null = null) => ({ state, savedAt });
  assert.equal(saveStateOf([held('saved', '1'), held('no-network'), held('waiting')]).word, 'no-network');
  assert.equal(saveStateOf([held('conflict'), held('no-network')]).word, 'conflict');
  assert.deepEqual(saveStateOf([held('saved', '1'), held('saved', '2')]), { word: 'saved', savedAt: '2' });
  assert.equal(saveStateOf([held('saved')]).word, 'nothing');
});
