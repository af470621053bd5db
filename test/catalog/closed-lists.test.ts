/** A closed list is said twice, in a check and in TypeScript, and both say the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { organizationKind } from '../../src/modules/people/words.ts';
import { LEVELS, POPULATIONS, SPECIALTIES } from '../../src/modules/program/words.ts';
import type { HoursRule } from '../../src/modules/program/words.ts';
import type { CurrentAttendance } from '../../src/modules/attendance/index.ts';
import { SESSION_TYPES } from '../../src/modules/sessions/words.ts';
import { openCatalog } from './ask.ts';

/** The compiler refuses a name too many or too few. */
const BASES: Record<HoursRule['basis'], true> = { planned: true, scheduled: true, attended: true, clinical: true };
const OUTCOMES: Record<CurrentAttendance['outcome'], true> = { present: true, absent: true };

const LISTS: Readonly<Record<string, readonly string[]>> = {
  organizations_kind_check: organizationKind.options,
  programs_population_check: POPULATIONS,
  programs_specialty_check: SPECIALTIES,
  hours_rules_level_check: LEVELS,
  hours_rules_population_check: POPULATIONS,
  hours_rules_basis_check: Object.keys(BASES),
  /* Services are not counted by the program yet; insertHoursRules writes minutes. */
  hours_rules_unit_check: ['minutes', 'services'],
  level_segments_level_check: LEVELS,
  series_type_check: SESSION_TYPES,
  sessions_type_check: SESSION_TYPES,
  attendances_outcome_check: Object.keys(OUTCOMES),
  attendances_level_check: LEVELS,
};

test('each closed list of the database is the list of the program, in both directions', async (t) => {
  const { ask } = await openCatalog(t);
  const checks = await ask<{ name: string; text: string }>(`select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`);
  const listed = checks.filter((check) => /= ANY \(+ARRAY\[/.test(check.text));
  assert.deepEqual(listed.map((check) => check.name).sort(), Object.keys(LISTS).sort(), 'every closed list is compared here');
  for (const { name, text } of listed) {
    assert.deepEqual([...text.matchAll(/'([^']*)'::text/g)].map((match) => match[1]).sort(), [...LISTS[name] ?? []].sort(), name);
  }
});
