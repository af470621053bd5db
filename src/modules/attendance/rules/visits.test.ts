/** When a visit may be written down: the first reason that holds says no, whatever else is the matter. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SESSION_TYPES } from '../../schedules/words.ts';
import { closingAbsence, decideVisit, mayComeAlone, takesVisitors, visitsUntil } from './visits.ts';
import type { VisitFacts } from './visits.ts';

const START = new Date('2026-11-19T16:10:00Z');
const OPENS = new Date('2026-11-19T15:10:00Z');
const FINE: VisitFacts = { session: { sessionType: 'family', plannedStart: START, isCanceled: false }, until: new Date('2026-11-27T06:00:00Z'), isSigned: false, isOnRoster: true, hasCome: true, permissionId: 'permission', visitId: null };

describe('ATT-30 a visit', () => {
  test('is open to these kinds of session, and to no other', () => {
    assert.deepEqual(Object.fromEntries(SESSION_TYPES.map((type) => [type, takesVisitors(type)])),
      { group: true, individual: true, family: true, couple: true, 'medication-visit': false, 'peer-support': false });
  });

  const ways: [string, Partial<VisitFacts>, Date, string][] = [
    ['canceled', { session: { ...FINE.session, isCanceled: true } }, START, 'session-canceled'],
    ['a medication visit', { session: { ...FINE.session, sessionType: 'medication-visit' } }, START, 'no-visitors-here'],
    ['with peers', { session: { ...FINE.session, sessionType: 'peer-support' } }, START, 'no-visitors-here'],
    ['the person does not belong there', { isOnRoster: false }, START, 'not-on-roster'],
    ['the note is signed', { isSigned: true }, START, 'visit-signed'],
    ['a second before arrivals open', {}, new Date(OPENS.getTime() - 1000), 'too-early-to-stamp'],
    ['the eighth day after the session', {}, FINE.until, 'visit-long-ago'],
    ['no permission', { permissionId: null }, START, 'not-permitted'],
    ['a group to which the person has not come', { session: { ...FINE.session, sessionType: 'group' }, hasCome: false }, START, 'person-not-come'],
  ];
  for (const [title, facts, now, refused] of ways) {
    test(`is refused: ${title}`, () => {
      const got = decideVisit({ ...FINE, ...facts }, now);
      assert.equal('refused' in got ? got.refused : got.value.step, refused);
    });
  }

  test('the first reason that holds is the one that is said, in every pair', () => {
    for (const [at, [, first, now]] of ways.entries()) {
      for (const [, second, then, refused] of ways.slice(0, at)) {
        const session = { ...FINE.session, ...first.session, ...second.session, isCanceled: first.session?.isCanceled === true || second.session?.isCanceled === true };
        // Nobody is both too early and too late.
        if (first.session === undefined && now === FINE.until && then < START) continue;
        const got = decideVisit({ ...FINE, ...first, ...second, session }, then === START ? now : then);
        assert.equal('refused' in got ? got.refused : got.value.step, refused);
      }
    }
  });

  test('is written down from the minute on in which arrivals open, until the seventh day after the session is over where it was', () => {
    assert.deepEqual(visitsUntil('America/Chicago', START), FINE.until);
    for (const now of [OPENS, START, new Date(FINE.until.getTime() - 1)]) assert.deepEqual(decideVisit(FINE, now), { value: { step: 'write', permissionId: 'permission' } });
  });

  test('said twice is the same visit, also when the permission was taken back in between', () => {
    for (const now of [START, FINE.until]) assert.deepEqual(decideVisit({ ...FINE, visitId: 'visit', permissionId: null, hasCome: false }, now), { value: { step: 'here-already', visitId: 'visit' } });
  });

  test('ATT-33 without the person nobody sits in but at a family or couple session', () => {
    for (const sessionType of SESSION_TYPES.filter(takesVisitors)) {
      const got = decideVisit({ ...FINE, session: { ...FINE.session, sessionType }, hasCome: false }, START);
      assert.deepEqual('refused' in got ? got.refused : got.value.step, mayComeAlone(sessionType) ? 'write' : 'person-not-come', sessionType);
    }
    assert.deepEqual(SESSION_TYPES.filter(mayComeAlone), ['family', 'couple']);
  });

  test('ATT-33 a session that the family held alone is no omission of the person; every other is', () => {
    for (const sessionType of SESSION_TYPES) {
      assert.deepEqual(closingAbsence(sessionType, true), mayComeAlone(sessionType) ? { reason: 'other', excused: true, detail: '' } : { reason: 'unknown', excused: false, detail: '' });
      assert.deepEqual(closingAbsence(sessionType, false), { reason: 'unknown', excused: false, detail: '' });
    }
  });
});
