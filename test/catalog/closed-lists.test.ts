/** A closed list is said twice, in a check and in TypeScript, and both say the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTACT_KINDS, CONTACT_WAYS, HEALTH_KINDS, PERMISSION_WAYS, organizationKind } from '../../src/modules/people/words.ts';
import { DAY_RULES, LEVELS, POPULATIONS, RULE_BASES, RULE_PURPOSES, RULE_UNITS, SPECIALTIES } from '../../src/modules/program/words.ts';
import type { CurrentAttendance } from '../../src/modules/attendance/index.ts';
import { ABSENCE_REASONS } from '../../src/modules/attendance/words.ts';
import { ADDENDUM_KINDS, CONTACT_NOTE_KINDS, CONTACT_RISKS, REVIEW_KINDS } from '../../src/modules/notes/words.ts';
import { DISCHARGE_REASONS } from '../../src/modules/placements/words.ts';
import { PLAN_AGREEMENTS } from '../../src/modules/plans/words.ts';
import { CLAIM_ENDS } from '../../src/modules/tablets/words.ts';
import { CONCERNS, OWNED_BECAUSE, TASK_ENDS, TASK_KINDS, TASK_SOURCES } from '../../src/modules/tasks/words.ts';
import { CODE_KINDS } from '../../src/platform/sign-in/index.ts';
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
  attendances_reason_check: ABSENCE_REASONS,
  day_rules_rule_check: DAY_RULES,
  note_addenda_kind_check: ADDENDUM_KINDS,
  note_reviews_kind_check: REVIEW_KINDS,
  contact_notes_kind_check: CONTACT_NOTE_KINDS,
  contact_notes_risk_check: CONTACT_RISKS,
  discharges_reason_check: DISCHARGE_REASONS,
  arrival_claims_settled_check: CLAIM_ENDS,
  tasks_kind_check: TASK_KINDS,
  tasks_source_check: TASK_SOURCES,
  tasks_concern_check: CONCERNS,
  tasks_ended_as_check: TASK_ENDS,
  task_owners_because_check: OWNED_BECAUSE,
  handed_codes_kind_check: CODE_KINDS,
  signed_plans_agreement_check: PLAN_AGREEMENTS,
  supporter_permissions_how_check: PERMISSION_WAYS,
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
