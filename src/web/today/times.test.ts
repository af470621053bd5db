/** Proves what typed times come to: a stamp where a stamp can say it, else a correction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, instantNear, planTimes, typedFrom } from './times.ts';
import type { Times, Typed } from './times.ts';

const ZONE = 'America/Chicago';
const at = (clock: string): string => `2026-11-19T${clock}:00.000Z`;
const times = (over: Partial<Times> = {}): Times => ({
  asOf: at('16:30'), participantId: 'p', attendanceId: null, stays: [], absence: null, overCapReason: null, noteSigned: false, startsAt: at('16:10'), endsAt: at('17:10'), isCanceled: false, isFull: false, ...over,
}) as Times;
const HERE = times({ attendanceId: 'a', stays: [{ arrivedAt: '2026-11-19T16:12:41.000Z', leftAt: null }] });
const LEFT = times({ attendanceId: 'a', stays: [{ arrivedAt: at('16:12'), leftAt: at('16:40') }] });
const ABSENT = times({ attendanceId: 'a', absence: { reason: 'ill', excused: true, detail: 'Flu' } });
const typed = (from: Times, over: Partial<Typed> = {}): Typed => ({ ...typedFrom(from, ZONE), ...over });
const first = (from: Times, over: object): Partial<Typed> => ({ stays: typedFrom(from, ZONE).stays.map((stay, index) => (index === 0 ? { ...stay, ...over } : stay)) });

test('the fields show what is recorded, else now, or the start once it is over', () => {
  assert.deepEqual(typedFrom(times(), ZONE).stays.map(({ arrived, left }) => [arrived, left]), [['10:30', '']]);
  assert.deepEqual(typedFrom(times({ asOf: at('18:00') }), ZONE).stays.map(({ arrived }) => arrived), ['10:10']);
  assert.deepEqual(typedFrom(LEFT, ZONE).stays.map(({ arrived, left }) => [arrived, left]), [['10:12', '10:40']]);
  assert.deepEqual([typedFrom(ABSENT, ZONE).wasHere, typedFrom(ABSENT, ZONE).absence.detail], [false, 'Flu']);
});

test('a clock time is the one nearest to the session, across midnight too', () => {
  assert.equal(clockOf(ZONE, at('16:05')), '10:05');
  assert.equal(instantNear(ZONE, at('16:10'), '10:05'), at('16:05'));
  assert.equal(instantNear(ZONE, '2026-11-20T05:30:00.000Z', '00:15'), '2026-11-20T06:15:00.000Z');
});

test('a stamp where a stamp can say it, else a correction', () => {
  const added = (from: Times, arrived: string, left = ''): Partial<Typed> => ({ stays: [...typedFrom(from, ZONE).stays, { arrived, left, was: null }] });
  const cases: [what: string, from: Times, over: Partial<Typed>, kind: string, detail?: unknown][] = [
    ['nothing recorded, an arrival', times(), {}, 'arrive', at('16:30')],
    ['an arrival set back', times(), first(times(), { arrived: '10:12' }), 'arrive', at('16:12')],
    ['an arrival after the end', times({ asOf: at('18:00') }), first(times(), { arrived: '11:20' }), 'correct'],
    ['arrival and leaving at once', times(), first(times(), { arrived: '10:12', left: '10:20' }), 'correct'],
    ['no time at all', times(), first(times(), { arrived: '' }), 'nothing'],
    ['nothing touched', HERE, {}, 'nothing'],
    ['a leaving', HERE, first(HERE, { left: '10:28' }), 'leave', at('16:28')],
    ['another arrival', HERE, first(HERE, { arrived: '10:05' }), 'correct'],
    ['another arrival and a leaving', HERE, first(HERE, { arrived: '10:05', left: '10:28' }), 'correct'],
    ['a leaving changed', LEFT, first(LEFT, { left: '10:50' }), 'correct'],
    ['a leaving rubbed out', LEFT, first(LEFT, { left: '' }), 'correct'],
    ['coming back', LEFT, added(LEFT, '10:50'), 'arrive', at('16:50')],
    ['coming back and going again', LEFT, added(LEFT, '10:50', '11:00'), 'correct'],
    ['a second stay beside an open one', HERE, added(HERE, '10:50'), 'correct'],
    ['did not come', times(), { wasHere: false }, 'absence'],
    ['was here, yet did not come', HERE, { wasHere: false }, 'correct'],
    ['absent as recorded', ABSENT, {}, 'nothing'],
    ['absent for another reason', ABSENT, { absence: { reason: 'court', excused: true, detail: '' } }, 'absence'],
    ['came after all', ABSENT, { wasHere: true }, 'arrive', at('16:30')],
    ['signed', { ...HERE, noteSigned: true }, first(HERE, { left: '10:28' }), 'correct'],
    ['signed, absent for another reason', { ...ABSENT, noteSigned: true }, { absence: { reason: 'court', excused: true, detail: '' } }, 'correct'],
  ];
  for (const [what, from, over, kind, detail] of cases) {
    const plan = planTimes(from, typed(from, over), ZONE);
    assert.equal(plan.kind, kind, what);
    if (detail !== undefined) assert.equal('at' in plan && plan.at, detail, what);
  }
});

test('a time that was not touched keeps its seconds', () => {
  const plan = planTimes(HERE, typed(HERE, { stays: [{ arrived: '10:12', left: '10:20', was: HERE.stays[0] ?? null }, { arrived: '10:25', left: '', was: null }] }), ZONE);
  assert.deepEqual(plan.kind === 'correct' && plan.stays, [{ arrivedAt: '2026-11-19T16:12:41.000Z', leftAt: at('16:20') }, { arrivedAt: at('16:25'), leftAt: null }]);
});
