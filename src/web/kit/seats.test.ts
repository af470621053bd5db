/** Proves that a roster is drawn in its order with free seats last, and counted as a person at the door would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Standing } from '../../modules/attendance/words.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { countsOf, seatsOf, seatsSaid } from './seats.ts';
import type { Say } from './words.tsx';

test('seats keep the order of the roster and free ones come last', () => {
  assert.deepEqual(seatsOf(['here', 'expected', 'missing'], 5), ['here', 'booked', 'missing', 'free', 'free']);
  assert.equal(seatsOf(Array.from({ length: 11 }, () => 'here' as const), 10).length, 11);
  assert.equal(seatsOf([], 10).length, 10);
});

const SAYS: readonly Standing[] = ['here', 'late', 'make-up', 'left-early', 'expected', 'missing', 'absent', 'absent', 'excused'];
const sayIn = (locale: 'en' | 'es'): Say => (id, values) => {
  const message = (locale === 'en' ? en : es)[id];
  return setupI18n({ locale, messages: { [locale]: { [id]: compileMessageOrThrow(message) } } })._(id, values);
};

test('late people and make-up visits are counted as here', () => {
  const counts = countsOf(['here', 'late', 'make-up', 'left-early', 'missing', 'excused'], 8, false);
  assert.deepEqual(counts.map(({ word, count }) => `${count} ${word}`), ['3 here', '1 left-early', '1 missing', '1 excused', '2 free']);
  assert.deepEqual(countsOf(Array.from({ length: 11 }, () => 'here' as const), 10, false), [{ word: 'here', count: 11 }], 'beyond the seats none is free');
});

test('who is recorded as absent did not come and is not missing, in both languages', () => {
  const full: readonly Standing[] = [...Array.from({ length: 9 }, () => 'here' as const), 'missing', 'absent', 'excused'];
  assert.equal(seatsSaid(sayIn('en'), full, 10, false), '9 here, 1 missing, 1 did not come, 1 excused');
  assert.equal(seatsSaid(sayIn('es'), full, 10, false), '9 aquí, 1 en falta, 1 no vino, 1 con justificación');
  assert.equal(seatsSaid(sayIn('en'), SAYS, 10, false), '3 here, 1 left early, 1 booked, 1 missing, 2 did not come, 1 excused, 1 free');
  assert.equal(seatsSaid(sayIn('es'), SAYS, 9, false), '3 aquí, 1 antes de la hora, 1 con cita, 1 en falta, 2 no vinieron, 1 con justificación');
});

test('nobody is missing any more from a session that has ended', () => {
  assert.equal(seatsSaid(sayIn('en'), ['here', 'missing', 'absent', 'excused'], 4, true), '1 here, 2 did not come, 1 excused');
  assert.equal(seatsSaid(sayIn('es'), ['here', 'missing', 'absent', 'excused'], 4, true), '1 aquí, 2 no vinieron, 1 con justificación');
});
