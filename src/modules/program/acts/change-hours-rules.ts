/** Hours rules are added, followed by new figures from a day on, ended, and switched on or off; one floor holds at a time. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer, Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { Refused } from '../../../platform/outcome.ts';
import { addDays, dateIn } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { addHoursRule as addContract, endHoursRule as endContract, replaceHoursRule as replaceContract, switchHoursRule as switchContract } from '../hours-rules.contract.ts';
import { mayBeTakenOut, overlappingFloor, wrongFigures } from '../rules/rule-changes.ts';
import type { Dated } from '../rules/rule-changes.ts';
import { insertHoursRules, listFloors, lockHoursRule, lockHoursRules, updateRuleStand } from '../store/hours-rules.ts';
import type { LockedRule, RuleStand } from '../store/hours-rules.ts';
import type { HoursRule } from '../words.ts';

type Loaded = { rule: LockedRule; version: number };

/** The rule as it stands, locked; a refusal when it is not there or was changed since the page saw it. */
async function lockSeen({ tx, actor }: Exchange, ruleId: string, seen: number): Promise<Loaded | Refused<'not-found' | 'changed-meanwhile'>> {
  await lockHoursRules(tx, actor.orgId);
  const rule = await lockHoursRule(tx, actor.orgId, ruleId);
  if (rule === null) return refuse('not-found');
  const version = await versionOf(tx, actor.orgId, ruleId);
  return version === seen ? { rule, version } : refuse('changed-meanwhile');
}

async function floorInTheWay({ tx, actor }: Exchange, rule: Dated, except: string | null): Promise<Refused<'floor-overlaps'> | null> {
  if (rule.purpose !== 'floor' || !rule.isOn) return null;
  const others = (await listFloors(tx, actor.orgId)).filter((other) => other.id !== except);
  const other = overlappingFloor(rule, others);
  return other === null ? null : refuse('floor-overlaps', { ruleId: other.id, validFrom: other.validFrom, validTo: other.validTo });
}

async function write({ tx, actor, now, newId }: Exchange, rule: HoursRule): Promise<string> {
  const id = newId();
  await insertHoursRules(tx, actor.orgId, [{ ...rule, id }], now, actor.id);
  return id;
}

/** Saves how a rule stands, with its history, and answers its next version. */
async function stand({ tx, actor, now }: Exchange, { rule, version }: Loaded, became: RuleStand): Promise<number> {
  const was: RuleStand = { validTo: rule.validTo, isOn: rule.isOn, isTakenOut: rule.isTakenOut };
  const changed = await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'hours_rules', rowId: rule.id, was, became });
  if (changed) await updateRuleStand(tx, actor.orgId, rule.id, became, now, actor.id);
  return changed ? version + 1 : version;
}

type RuleId = Parameters<Answer<typeof endContract>>[1]['params']['ruleId'];

export const addHoursRule: Answer<typeof addContract> = async (exchange, { body }) => {
  const rule: HoursRule = { ...body, isOn: true };
  const wrong = wrongFigures(rule);
  if (wrong !== null) return wrong;
  await lockHoursRules(exchange.tx, exchange.actor.orgId);
  const inTheWay = await floorInTheWay(exchange, rule, null);
  if (inTheWay !== null) return inTheWay;
  return { value: { ruleId: await write(exchange, rule) as RuleId, version: 0 } };
};

export const replaceHoursRule: Answer<typeof replaceContract> = async (exchange, { params, body: { version, ...figures } }) => {
  const seen = await lockSeen(exchange, params.ruleId, version);
  if ('refused' in seen) return seen;
  const { purpose, level, population, isOn, isTakenOut } = seen.rule;
  if (isTakenOut) return refuse('changed-meanwhile');
  const rule: HoursRule = { ...figures, purpose, level, population, isOn };
  const wrong = wrongFigures(rule);
  if (wrong !== null) return wrong;
  if (rule.validFrom <= seen.rule.validFrom) return refuse('replacement-too-early', { validFrom: seen.rule.validFrom });
  const inTheWay = await floorInTheWay(exchange, rule, seen.rule.id);
  if (inTheWay !== null) return inTheWay;
  const dayBefore = addDays(rule.validFrom as CivilDate, -1);
  const { validTo } = seen.rule;
  await stand(exchange, seen, { validTo: validTo !== null && validTo < dayBefore ? validTo : dayBefore, isOn, isTakenOut });
  return { value: { ruleId: await write(exchange, rule) as RuleId, version: 0 } };
};

export const endHoursRule: Answer<typeof endContract> = async (exchange, { params, body: { version, ends, lastOn } }) => {
  const seen = await lockSeen(exchange, params.ruleId, version);
  if ('refused' in seen) return seen;
  const { rule } = seen;
  if (lastOn !== null && lastOn < rule.validFrom) return refuse('rule-ends-before-it-begins');
  const takesOut = ends && lastOn === null;
  if (takesOut && !mayBeTakenOut(rule, dateIn('UTC', exchange.now), exchange.now)) return refuse('rule-in-force');
  const became: RuleStand = { validTo: takesOut ? rule.validTo : lastOn, isOn: rule.isOn, isTakenOut: takesOut };
  const inTheWay = takesOut ? null : await floorInTheWay(exchange, { ...rule, validTo: became.validTo }, rule.id);
  if (inTheWay !== null) return inTheWay;
  return { value: { ruleId: params.ruleId, version: await stand(exchange, seen, became) } };
};

export const switchHoursRule: Answer<typeof switchContract> = async (exchange, { params, body: { version, isOn } }) => {
  const seen = await lockSeen(exchange, params.ruleId, version);
  if ('refused' in seen) return seen;
  const { rule } = seen;
  if (rule.isTakenOut) return refuse('changed-meanwhile');
  const inTheWay = await floorInTheWay(exchange, { ...rule, isOn }, rule.id);
  if (inTheWay !== null) return inTheWay;
  return { value: { ruleId: params.ruleId, version: await stand(exchange, seen, { validTo: rule.validTo, isOn, isTakenOut: false }) } };
};
