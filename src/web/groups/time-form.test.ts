/** Proves that a weekly time comes back from its form as it went in, and that another one begins where people most often want it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BY_LINK, FIRST_TIME, NOT_SETTLED, anotherTime, formOf, formsOn, lengthOf, timeOf } from './time-form.ts';
import type { GroupTime } from './week.ts';

const SHOWN = {
  id: 't', weekday: 3, startsAtLocal: '09:00', minutes: 180, breaks: [{ startMinute: 50, minutes: 10 }], room: { id: 'r', name: 'Alder' }, telehealthLink: '', facilitator: { id: 'f', name: 'Theo' },
  startsOn: '2026-10-01', endedOn: null,
} as unknown as GroupTime;

test('a time that nobody changes is sent as it was', () => {
  const { weekday, startsAtLocal, minutes, breaks, telehealthLink } = SHOWN;
  assert.deepEqual(timeOf(formOf(SHOWN, 1)), { weekday, startsAtLocal, minutes, breaks, telehealthLink, roomId: 'r', facilitatorId: 'f' });
});

test('a link takes the place of a room, and nothing settled sends neither', () => {
  const link = 'https://meet.example/alder';
  const cases: [string, { roomId: string | null; telehealthLink: string }][] = [
    [BY_LINK, { roomId: null, telehealthLink: link }], [NOT_SETTLED, { roomId: null, telehealthLink: '' }], ['r', { roomId: 'r', telehealthLink: link }],
  ];
  for (const [place, expected] of cases) {
    const { roomId, telehealthLink } = timeOf({ ...FIRST_TIME, place, link: ` ${link} ` });
    assert.deepEqual({ roomId, telehealthLink }, expected);
  }
});

test('another time is two days later with everything else alike', () => {
  const days = [FIRST_TIME];
  for (let count = 0; count < 3; count += 1) days.push(anotherTime(days));
  assert.deepEqual(days.map((time) => [time.key, time.weekday]), [[1, '1'], [2, '3'], [3, '5'], [4, '7']]);
  assert.equal(anotherTime(days).weekday, '2');
});

test('a form begins with the times that hold on its day', () => {
  const times = [{ ...SHOWN, endedOn: '2026-11-29' }, { ...SHOWN, weekday: 4, startsOn: '2026-11-30' }] as GroupTime[];
  assert.deepEqual(formsOn(times, '2026-11-30').map((form) => form.weekday), ['4']);
  assert.deepEqual(formsOn(times, '2026-11-20').map((form) => form.weekday), ['3']);
});

test('a break without a length is not yet a break', () => {
  assert.deepEqual(lengthOf({ ...FIRST_TIME, breaks: [{ startMinute: 50, minutes: null }] }).breaks, []);
});
