/** A path while it is being written: each change gives a new draft, and what is said of it is computed from the rules the server uses too. */
import type { z } from 'zod';
import type { readPaths } from '../../boards/program/hours-settings.contract.ts';
import { gapsOf, spansOf, weeksOf } from '../../modules/program/paths.contract.ts';
import type { Gap, Mend } from '../../modules/program/paths.contract.ts';
import type { PathBlock, PathPhase, ServiceType } from '../../modules/program/words.ts';
import { freshId } from '../clock.ts';
import type { Said } from '../words/said.ts';

export type Paths = z.output<typeof readPaths['output']>;
export type PathRow = Paths['paths'][number];
export type Rule = Paths['rules'][number];
export type DraftBlock = PathBlock & { readonly key: string };
export type DraftPhase = Omit<PathPhase, 'blocks'> & { readonly key: string; readonly blocks: readonly DraftBlock[] };
export type Draft = { readonly name: string; readonly programId: string; readonly phases: readonly DraftPhase[] };
/** What the stair, the sentence and the phases show. */
export type Reading = { readonly plan: readonly PathPhase[]; readonly weeks: ReturnType<typeof weeksOf>; readonly gaps: readonly Gap<Rule>[] };

const keyed = <Value extends object>(value: Value): Value & { key: string } => ({ ...value, key: freshId() });

const FIRST_BLOCK: PathBlock = { label: '', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 };
const LAST_BLOCK: PathBlock = { label: '', sessionType: 'group', minutes: 90, breakMinutes: 0, perWeek: 1 };
const NEW_BLOCK: PathBlock = { label: '', sessionType: 'group', minutes: 60, breakMinutes: 0, perWeek: 1 };
const INDIVIDUAL: PathBlock = { label: '', sessionType: 'individual', minutes: 50, breakMinutes: 0, perWeek: 1 };

/** Labels that a new draft begins with, in the language of the page. */
export type Labels = { block: string; individual: string; continuing: string; first: string; last: string; phase: string };

export function draftOf(path: Pick<PathRow, 'name' | 'programId' | 'phases'>): Draft {
  return { name: path.name, programId: path.programId, phases: path.phases.map(inOrder).map((phase) => keyed({ ...phase, blocks: phase.blocks.map(keyed) })) };
}

/** A plan that reaches the floor from the start and steps down at the end (W5). */
export function newDraft(programId: string, labels: Labels): Draft {
  return { name: '', programId, phases: [
    keyed({ name: labels.first, weeks: 4, level: 'iop' as const, blocks: [keyed({ ...FIRST_BLOCK, label: labels.block })] }),
    keyed({ name: labels.last, weeks: 2, level: 'outpatient' as const, blocks: [keyed({ ...LAST_BLOCK, label: labels.continuing })] }),
  ] };
}

/** The draft as it is sent: without the keys by which the page tells its rows apart. */
export function planOf(draft: Pick<Draft, 'phases'>): PathPhase[] {
  return draft.phases.map(({ key: _phase, blocks, ...phase }) => ({ ...phase, blocks: blocks.map(({ key: _block, ...block }) => block) }));
}

export function readingOf(phases: readonly PathPhase[], population: string, rules: readonly Rule[]): Reading {
  return { plan: phases, weeks: weeksOf(phases), gaps: gapsOf(phases, population, rules) };
}

export function setPhase(draft: Draft, key: string, change: Partial<Omit<DraftPhase, 'key'>>): Draft {
  return { ...draft, phases: draft.phases.map((phase) => (phase.key === key ? { ...phase, ...change } : phase)) };
}

export function setBlock(draft: Draft, phaseKey: string, key: string, change: Partial<PathBlock>): Draft {
  const phase = draft.phases.find((one) => one.key === phaseKey);
  return phase === undefined ? draft : setPhase(draft, phaseKey, { blocks: phase.blocks.map((block) => (block.key === key ? { ...block, ...change } : block)) });
}

export function addBlock(draft: Draft, phaseKey: string, label: string, sessionType: ServiceType = 'group', minutes?: number, perWeek = 1): Draft {
  const phase = draft.phases.find((one) => one.key === phaseKey);
  const block = sessionType === 'individual' ? INDIVIDUAL : NEW_BLOCK;
  return phase === undefined ? draft : setPhase(draft, phaseKey, { blocks: [...phase.blocks, keyed({ ...block, label, sessionType, minutes: minutes ?? block.minutes, perWeek })] });
}

/** A phase keeps at least one block. */
export function removeBlock(draft: Draft, phaseKey: string, key: string): Draft {
  const phase = draft.phases.find((one) => one.key === phaseKey);
  return phase === undefined || phase.blocks.length < 2 ? draft : setPhase(draft, phaseKey, { blocks: phase.blocks.filter((block) => block.key !== key) });
}

/** A copy of the last phase: most often only one thing about it changes. */
export function addPhase(draft: Draft, name: string): Draft {
  const last = draft.phases.at(-1);
  if (last === undefined) return draft;
  return { ...draft, phases: [...draft.phases, keyed({ ...last, name, weeks: Math.min(last.weeks, 4), blocks: last.blocks.map(keyed) })] };
}

export function removePhase(draft: Draft, key: string): Draft {
  return draft.phases.length < 2 ? draft : { ...draft, phases: draft.phases.filter((phase) => phase.key !== key) };
}

export function movePhase(draft: Draft, key: string, by: -1 | 1): Draft {
  const from = draft.phases.findIndex((phase) => phase.key === key);
  const to = from + by;
  const moved = draft.phases[from];
  if (moved === undefined || to < 0 || to >= draft.phases.length) return draft;
  const rest = draft.phases.filter((phase) => phase.key !== key);
  return { ...draft, phases: [...rest.slice(0, to), moved, ...rest.slice(to)] };
}

/** Carries out one way of closing a gap. */
export function mended(draft: Draft, phaseKey: string, mend: Mend, individualLabel: string): Draft {
  const phase = draft.phases.find((one) => one.key === phaseKey);
  if (phase === undefined) return draft;
  if (mend.kind === 'outpatient') return setPhase(draft, phaseKey, { level: 'outpatient' });
  if (mend.kind === 'individual') return addBlock(draft, phaseKey, individualLabel, 'individual', mend.minutes, mend.perWeek);
  const block = phase.blocks[mend.blockNo];
  if (block === undefined) return draft;
  return setBlock(draft, phaseKey, block.key, mend.kind === 'longer-blocks' ? { minutes: mend.minutes } : { perWeek: mend.perWeek });
}

type Writers = { hours: (minutes: number) => string; mend: (mend: Mend) => string };

const spanSaid = ({ from, to }: { from: number; to: number }): string => (from === to ? `${from}` : `${from}–${to}`);

/** The gap in one sentence for each phase that has one, else that every floor is reached (design: sentences before figures). */
export function gapSaid({ weeks, gaps }: Reading, write: Writers): Said[] {
  const short = gaps.filter((gap) => gap.rule.purpose === 'floor' && gap.short > 0);
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  if (short.length === 0) {
    const floors = gaps.some((gap) => gap.rule.purpose === 'floor' && gap.rule.floorMinutesWeek !== null);
    const between = { first: write.hours(first.clinical), last: write.hours(last.clinical), weeks: weeks.length };
    return [{ id: floors ? 'paths.say.reached' : 'paths.say.no-floor' }, { id: first.clinical === last.clinical ? 'paths.say.even' : 'paths.say.between', values: between }];
  }
  return short.flatMap((gap): Said[] => {
    const floor = gap.rule.floorMinutesWeek ?? 0;
    const [one, two] = gap.mends;
    const said: Said = { id: 'paths.say.short', values: { span: spanSaid(gap), weeks: gap.to - gap.from + 1, planned: write.hours(floor - gap.short), floor: write.hours(floor), short: write.hours(gap.short) } };
    const way: Said[] = one === undefined ? [] : two === undefined ? [{ id: 'paths.say.way', values: { one: write.mend(one) } }] : [{ id: 'paths.say.ways', values: { one: write.mend(one), two: write.mend(two) } }];
    return [said, ...way];
  });
}

export { spanSaid, spansOf };

/** Whether anything differs from what is saved. */
export function isChanged(draft: Draft, path: Pick<PathRow, 'name' | 'phases'>): boolean {
  return draft.name !== path.name || JSON.stringify(planOf(draft)) !== JSON.stringify(path.phases.map(inOrder));
}

/* A row out of the database may hold its keys in another order. */
function inOrder({ name, weeks, level, blocks }: PathPhase): PathPhase {
  return { name, weeks, level, blocks: blocks.map(({ label, sessionType, minutes, breakMinutes, perWeek }) => ({ label, sessionType, minutes, breakMinutes, perWeek })) };
}
