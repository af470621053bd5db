/** Which changes can be undone by the change back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backTo, inForce, phaseBackTo } from './back.ts';

const level = (name: string, startsOn: string, endedOn: string | null = null) => ({ level: name, startsOn, endedOn });
const two = [level('iop', '2026-10-12', '2026-12-06'), level('outpatient', '2026-12-07')];

test('what is in force on a day counts first and last day in', () => {
  assert.deepEqual(['2026-10-11', '2026-10-12', '2026-12-06', '2026-12-07'].map((day) => inForce(two, day)?.level), [undefined, 'iop', 'iop', 'outpatient']);
});

test('the change back names what was in force, unless something planned for later would be lost or nothing was there', () => {
  assert.equal(backTo(two, '2026-12-07')?.level, 'outpatient');
  assert.equal(backTo(two, '2026-12-10')?.level, 'outpatient');
  assert.equal(backTo(two, '2026-11-19'), null);
  assert.equal(backTo([], '2026-11-19'), null);
});

test('a phase is gone back to only with the level it carries', () => {
  const phase = { pathVersionId: 'v', pathName: 'Twelve weeks', phaseNo: 1, name: 'Three blocks', level: 'iop', startsOn: '2026-10-12', endedOn: null, plannedEnd: null, reason: null };
  const episode = (name: string) => ({ phases: [phase], levels: [level(name, '2026-10-12')] }) as never;
  assert.deepEqual([phaseBackTo(episode('iop'), '2026-11-19')?.phaseNo, phaseBackTo(episode('php'), '2026-11-19')], [1, null]);
});
