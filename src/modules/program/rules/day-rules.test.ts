/** Proves what a figure of the day may be, and which of its rows holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_RULES } from '../words.ts';
import { DAY_RULE_BOUNDS, standingsOf, wrongDayRule } from './day-rules.ts';
import { FIRST_DAY_RULES } from './first-day-rules.ts';

const TODAY = '2026-11-19';

test('PRO-27 a figure outside its bounds, or one that begins before today, is refused', () => {
  const cases: [Parameters<typeof wrongDayRule>[0], string | undefined][] = [
    [{ rule: 'danger-take-minutes', value: 1, validFrom: TODAY }, undefined], [{ rule: 'danger-take-minutes', value: 240, validFrom: TODAY }, undefined], [{ rule: 'danger-take-minutes', value: 241, validFrom: TODAY }, 'figure-out-of-bounds'],
    [{ rule: 'near-identical-percent', value: 29, validFrom: TODAY }, 'figure-out-of-bounds'], [{ rule: 'craving-alert-from', value: 11, validFrom: TODAY }, 'figure-out-of-bounds'],
    [{ rule: 'plan-due-days', value: 14, validFrom: '2026-11-18' }, 'figure-in-the-past'], [{ rule: 'plan-due-days', value: 14, validFrom: '2027-01-01' }, undefined],
  ];
  for (const [wanted, expected] of cases) assert.equal(wrongDayRule(wanted, TODAY)?.refused, expected, JSON.stringify(wanted));
});

test('PRO-27 every figure has bounds, and the first settings lie within them', () => {
  assert.deepEqual(Object.keys(DAY_RULE_BOUNDS).sort(), [...DAY_RULES].sort());
  for (const { rule, value } of FIRST_DAY_RULES) assert.equal(wrongDayRule({ rule, value, validFrom: TODAY }, TODAY), null, rule);
});

test('PRO-27 the row that begins latest holds, of two for one day the one written last; a site has its own list', () => {
  const row = (id: string, validFrom: string, recorded: string, siteId: string | null = null) => ({ id, siteId, rule: 'danger-take-minutes' as const, validFrom, recordedAt: new Date(`${recorded}T00:00:00Z`) });
  const rows = [
    row('first', '2000-01-01', '2026-01-01'), row('typo', '2026-11-01', '2026-10-30'), row('mended', '2026-11-01', '2026-10-31'), row('december', '2026-12-01', '2026-11-02'),
    row('december again', '2026-12-01', '2026-11-03'), row('site', '2026-06-01', '2026-05-01', 'maple'), row('today', TODAY, '2026-11-10', 'maple'),
  ];
  assert.deepEqual(Object.fromEntries(standingsOf(rows, TODAY)), {
    first: 'past', typo: 'past', mended: 'in-force', december: 'past', 'december again': 'coming', site: 'past', today: 'in-force',
  });
});
