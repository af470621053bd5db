/** Proves where a tablet may stand, and when an end can be undone as if nothing had been. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidePlace, staysSetUp } from './tablet.ts';

test('TAB-2 a tablet lists names only inside a room of its own site that is in use', () => {
  const room = { siteId: 's', isEnded: false };
  const cases: [said: { roomId: string | null; listsNames: boolean }, room: { siteId: string; isEnded: boolean } | null, refused: string | null][] = [
    [{ roomId: null, listsNames: false }, null, null], [{ roomId: null, listsNames: true }, null, 'list-needs-room'], [{ roomId: 'r', listsNames: true }, room, null], [{ roomId: 'r', listsNames: false }, room, null],
    [{ roomId: 'r', listsNames: true }, null, 'room-gone'], [{ roomId: 'r', listsNames: true }, { ...room, isEnded: true }, 'room-gone'], [{ roomId: 'r', listsNames: false }, { ...room, siteId: 'other' }, 'room-gone'],
  ];
  for (const [said, where, refused] of cases) {
    const decided = decidePlace(said, 's', where);
    assert.equal('refused' in decided ? decided.refused : null, refused, JSON.stringify([said, where]));
  }
});

test('TAB-3 an end is undone as if nothing had been for two minutes; after that the tablet needs a new code', () => {
  const ended = new Date('2026-11-19T16:00:00Z');
  const cases: [seconds: number, stays: boolean][] = [[0, true], [120, true], [121, false], [86_400, false]];
  for (const [seconds, stays] of cases) assert.equal(staysSetUp(ended, new Date(ended.getTime() + seconds * 1000)), stays, String(seconds));
});
