/** A closed list is said twice, in a check and in TypeScript, and both say the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTACT_KINDS, CONTACT_WAYS, HEALTH_KINDS, organizationKind } from '../../src/modules/people/words.ts';
import { LEVELS, POPULATIONS, RULE_BASES, RULE_PURPOSES, RULE_UNITS, SPECIALTIES } from '../../src/modules/program/words.ts';
import type { CurrentAttendance } from '../../src/modules/attendance/index.ts';
import { CHANGE_KINDS, SESSION_TYPES } from '../../src/modules/sessions/words.ts';
import { openCatalog } from './ask.ts';

/** The compiler refuses a name too many or too few. */
const OUTCOMES: Record<CurrentAttendance['outcome'], true> = { present: true, absent: true };

const LISTS: Readonly<Record<string, readonly string[]>> = {
  organizations_kind_check: organizationKind.options,
  programs_population_check: POPULATIONS,
  programs_specialty_check: SPECIALTIES,
  hours_rules_level_check: LEVELS,
  hours_rules_population_check: POPULATIONS,
  hours_rules_basis_check: RULE_BASES,
  hours_rules_unit_check: RULE_UNITS,
  hours_rules_purpose_check: RULE_PURPOSES,
  programs_level_check: LEVELS,
  participants_contact_check: CONTACT_WAYS,
  participant_contacts_kind_check: CONTACT_KINDS,
  health_items_kind_check: HEALTH_KINDS,
  session_changes_kind_check: CHANGE_KINDS,
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
