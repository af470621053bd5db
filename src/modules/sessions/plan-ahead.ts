/** Brings the sessions ahead to what the weekly times, the holidays and the curricula say; safe to repeat, and serial for each group. */
import type { Exchange } from '../../platform/http.ts';
import { listHolidayDates, listModuleIds, listPlanFrames } from '../program/index.ts';
import { lockGroups } from '../schedules/index.ts';
import type { PlannedGroup } from '../schedules/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import { decidePlan, wantedOf, withModules } from './rules/plan.ts';
import type { GroupFacts, PlanChanges } from './rules/plan.ts';
import { changePlanned, insertPlanned, listLastModules, listPlanned, withdrawPlanned } from './store.ts';

export type Planned = { added: number; changed: number; withdrawn: number };
type Doing = Pick<Exchange, 'tx' | 'now' | 'newId'> & { actor: { orgId: string; id: string | null } };

/**
 * Plans the groups of these sites, or these groups, as many weeks ahead as the organization says. Sessions that somebody touched and
 * sessions that have begun stay as they are. The caller has asked whether the actor may.
 */
export async function planAhead({ tx, actor, now, newId }: Doing, which: { siteIds?: readonly string[]; seriesIds?: readonly string[] }): Promise<Planned> {
  const { orgId } = actor;
  const groups = await lockGroups(tx, orgId, which);
  if (groups.length === 0) return { added: 0, changed: 0, withdrawn: 0 };
  const ids = groups.map((group) => group.seriesId);
  const curricula = groups.map((group) => group.curriculumId).filter((id) => id !== null);
  const [frames, holidays, modules, existing, lasts] = await Promise.all([
    listPlanFrames(tx, orgId, [...new Set(groups.map((group) => group.siteId))]),
    listHolidayDates(tx, orgId), listModuleIds(tx, orgId, curricula), listPlanned(tx, orgId, ids, now), listLastModules(tx, orgId, ids, now),
  ]);
  const planned: Planned = { added: 0, changed: 0, withdrawn: 0 };
  for (const group of groups) {
    const frame = frames.get(group.siteId);
    if (frame === undefined) continue;
    const own = existing.filter((one) => one.seriesId === group.seriesId);
    const facts: GroupFacts = { ...group, moduleIds: modules.get(group.curriculumId ?? '') ?? [], lastModuleId: lasts.get(group.seriesId) ?? null };
    const from = dateIn(frame.timeZone, now);
    const days = new Set(holidays.filter((one) => one.siteId === null || one.siteId === group.siteId).map((one) => one.date));
    const wanted = wantedOf(facts, { zone: frame.timeZone, from, to: addDays(from, frame.planWeeks * 7), now, holidays: days });
    const done = await carryOut({ tx, actor, now, newId }, group, decidePlan(withModules(facts, wanted, own), own));
    planned.added += done.added;
    planned.changed += done.changed;
    planned.withdrawn += done.withdrawn;
  }
  return planned;
}

async function carryOut({ tx, actor, now, newId }: Doing, group: PlannedGroup, changes: PlanChanges): Promise<Planned> {
  const { orgId } = actor;
  const added = changes.add.length === 0 ? 0 : await insertPlanned(tx, orgId, group, changes.add.map((one) => ({ ...one, id: newId() })), now, actor.id);
  if (changes.change.length > 0) await changePlanned(tx, orgId, changes.change);
  if (changes.withdraw.length > 0) await withdrawPlanned(tx, orgId, changes.withdraw, now);
  return { added, changed: changes.change.length, withdrawn: changes.withdraw.length };
}
