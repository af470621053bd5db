/** What a path plans week by week, how far each phase is from the rules of its level, and what would close the gap (W5). */
import type { HoursRule, PathBlock, PathPhase } from '../words.ts';
import { COUNTED_TYPES } from './counted-types.ts';

export type Span = { readonly phaseNo: number; readonly from: number; readonly to: number };
export type PathWeek = { readonly week: number; readonly phaseNo: number; /** With breaks, of every kind of session. */ readonly planned: number; /** Without breaks, of the kinds that count (W4). */ readonly clinical: number };
/** The part of a rule that a plan can be held against: a longest gap needs days of the week, which a path does not name. */
export type PathRule = Pick<HoursRule, 'name' | 'purpose' | 'level' | 'population' | 'basis' | 'sessionTypes' | 'floorMinutesWeek' | 'ceilingMinutesWeek' | 'floorMinutesDay' | 'daysWeek' | 'servicesWeek' | 'weeksMax'>;

export type GapPart = { readonly kind: 'minutes' | 'ceiling' | 'days' | 'services' | 'weeks'; readonly planned: number; readonly wanted: number; readonly isMet: boolean };
/** Ways to close a gap; the first is the smallest change. */
export type Mend =
  | { readonly kind: 'longer-blocks'; readonly blockNo: number; readonly was: number; readonly minutes: number }
  | { readonly kind: 'individual'; readonly minutes: number; readonly perWeek: number }
  | { readonly kind: 'more-blocks'; readonly blockNo: number; readonly was: number; readonly perWeek: number }
  | { readonly kind: 'outpatient' };
export type Gap<Rule extends PathRule = PathRule> = Span & { readonly rule: Rule; readonly parts: readonly GapPart[]; /** Minutes under the floor of the week; 0 when it is reached or there is none. */ readonly short: number; readonly mends: readonly Mend[] };

const INDIVIDUAL_MINUTES = 50;
const HOUR = 60;
/* Beyond two more sessions with one person a longer or further block is the plainer plan. */
const MOST_INDIVIDUALS = 2;
const LONGEST_BLOCK = 300;
const STEP = 5;

export function spansOf(phases: readonly PathPhase[]): Span[] {
  let from = 1;
  return phases.map((phase, index) => {
    const span = { phaseNo: index + 1, from, to: from + phase.weeks - 1 };
    from = span.to + 1;
    return span;
  });
}

const isCounted = (types: readonly string[], block: PathBlock): boolean => types.includes(block.sessionType);
const clinicalOf = (block: PathBlock): number => Math.max(0, block.minutes - block.breakMinutes);
const sum = (blocks: readonly PathBlock[], minutes: (block: PathBlock) => number): number => blocks.reduce((total, block) => total + minutes(block) * block.perWeek, 0);

export function weeksOf(phases: readonly PathPhase[]): PathWeek[] {
  return spansOf(phases).flatMap((span, index) => {
    const blocks = phases[index]?.blocks ?? [];
    const planned = sum(blocks, (block) => block.minutes);
    const clinical = sum(blocks.filter((block) => isCounted(COUNTED_TYPES, block)), clinicalOf);
    return Array.from({ length: span.to - span.from + 1 }, (_, week) => ({ week: span.from + week, phaseNo: span.phaseNo, planned, clinical }));
  });
}

/** Minutes of one block as the rule counts them: clinical without breaks, every other basis with them (W1, W4). */
function minutesBy(rule: Pick<PathRule, 'basis'>, block: PathBlock): number {
  return rule.basis === 'clinical' ? clinicalOf(block) : block.minutes;
}

/** What a phase plans for a week, counted as a rule counts. */
export function amountOf(phase: Pick<PathPhase, 'blocks'>, rule: Pick<PathRule, 'basis' | 'sessionTypes'>): number {
  return sum(phase.blocks.filter((block) => isCounted(rule.sessionTypes, block)), (block) => minutesBy(rule, block));
}

/** Weeks in a row, up to and with this phase, at one level. */
function weeksAtLevel(phases: readonly PathPhase[], phaseNo: number): number {
  const earlier = phases.slice(0, phaseNo).toReversed();
  const other = earlier.findIndex((phase) => phase.level !== earlier[0]?.level);
  return earlier.slice(0, other === -1 ? undefined : other).reduce((total, phase) => total + phase.weeks, 0);
}

function partsOf(phases: readonly PathPhase[], phase: PathPhase, phaseNo: number, rule: PathRule): GapPart[] {
  const counted = phase.blocks.filter((block) => isCounted(rule.sessionTypes, block));
  const times = (blocks: readonly PathBlock[]): number => blocks.reduce((total, block) => total + block.perWeek, 0);
  const amount = amountOf(phase, rule);
  /* A path does not say which block is on which day: each is taken as a day of its own, at most seven. */
  const days = Math.min(7, times(counted.filter((block) => minutesBy(rule, block) >= (rule.floorMinutesDay ?? 1))));
  const weeks = weeksAtLevel(phases, phaseNo);
  const atLeast = (kind: GapPart['kind'], planned: number, wanted: number | null): GapPart[] => (wanted === null ? [] : [{ kind, planned, wanted, isMet: planned >= wanted }]);
  const atMost = (kind: GapPart['kind'], planned: number, wanted: number | null): GapPart[] => (wanted === null ? [] : [{ kind, planned, wanted, isMet: planned <= wanted }]);
  return [
    ...atLeast('minutes', amount, rule.floorMinutesWeek), ...atMost('ceiling', amount, rule.ceilingMinutesWeek), ...atLeast('days', days, rule.daysWeek),
    ...atLeast('services', times(counted), rule.servicesWeek), ...atMost('weeks', weeks, rule.weeksMax),
  ];
}

/** The block that carries the week: the one with the most minutes in it. */
function carrierOf(phase: PathPhase, rule: PathRule): number {
  const weight = (block: PathBlock): number => (isCounted(rule.sessionTypes, block) && block.sessionType !== 'individual' ? block.minutes * block.perWeek : 0);
  const heaviest = Math.max(...phase.blocks.map(weight));
  return heaviest === 0 ? -1 : phase.blocks.findIndex((block) => weight(block) === heaviest);
}

function mendsOf(phase: PathPhase, rule: PathRule, short: number): Mend[] {
  const mends: Mend[] = [];
  const blockNo = carrierOf(phase, rule);
  const block = phase.blocks[blockNo];
  if (block !== undefined) {
    const minutes = block.minutes + Math.ceil(short / block.perWeek / STEP) * STEP;
    if (minutes <= LONGEST_BLOCK) mends.push({ kind: 'longer-blocks', blockNo, was: block.minutes, minutes });
  }
  const session = short <= INDIVIDUAL_MINUTES ? INDIVIDUAL_MINUTES : HOUR;
  const perWeek = Math.ceil(short / session);
  if (perWeek <= MOST_INDIVIDUALS && rule.sessionTypes.includes('individual')) mends.push({ kind: 'individual', minutes: session, perWeek });
  if (block !== undefined) {
    const times = block.perWeek + Math.ceil(short / Math.max(1, minutesBy(rule, block)));
    if (times <= 7) mends.push({ kind: 'more-blocks', blockNo, was: block.perWeek, perWeek: times });
  }
  /* W5: a phase below its level's floor is an outpatient segment, and may be planned as one. */
  if (phase.level !== 'outpatient') mends.push({ kind: 'outpatient' });
  return mends;
}

/** Each phase against each rule of its level and the program's population, phase by phase and floors first. */
export function gapsOf<Rule extends PathRule>(phases: readonly PathPhase[], population: string, rules: readonly Rule[]): Gap<Rule>[] {
  const ordered = [...rules].sort((a, b) => Number(a.purpose === 'test') - Number(b.purpose === 'test'));
  return spansOf(phases).flatMap((span, index) => {
    const phase = phases[index];
    if (phase === undefined) return [];
    return ordered.filter((rule) => rule.level === phase.level && rule.population === population).map((rule) => {
      const parts = partsOf(phases, phase, span.phaseNo, rule);
      const minutes = parts.find((part) => part.kind === 'minutes');
      const short = minutes === undefined ? 0 : Math.max(0, minutes.wanted - minutes.planned);
      return { ...span, rule, parts, short, mends: short > 0 ? mendsOf(phase, rule, short) : [] };
    });
  });
}
