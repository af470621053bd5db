/** What a plan says as a whole: what holds in it under which numbers, what changed since it was signed, and the text that tells two plans apart. */
import type { CivilDate } from '../../../values/civil-date.ts';
import type { StaffId } from '../../people/words.ts';
import type { PlanChange, PlanContent } from '../words.ts';

type Row = { readonly position: number; readonly hasEnded: boolean };
export type GoalToSign = Row & {
  readonly problem: string; readonly ownWords: string;
  readonly objectives: readonly (Row & { readonly text: string; readonly targetOn: CivilDate | null })[];
  readonly interventions: readonly (Row & { readonly text: string; readonly frequency: string; readonly staffId: StaffId | null; readonly staffName: string | null })[];
};

/** 1 is a, 26 is z, 27 is aa: so that 1.2 is always an objective and 1b always an intervention. */
export function letterOf(position: number): string {
  const rest = Math.floor((position - 1) / 26);
  return (rest === 0 ? '' : letterOf(rest)) + String.fromCharCode(97 + ((position - 1) % 26));
}

const holds = (row: Row): boolean => !row.hasEnded;
const inOrder = <One extends Row>(rows: readonly One[]): One[] => rows.filter(holds).sort((one, other) => one.position - other.position);

/** Goals that hold, each with what holds under it, in the order of their numbers. */
export function contentOf(goals: readonly GoalToSign[]): PlanContent {
  return {
    goals: inOrder(goals).map((goal) => ({
      number: String(goal.position), problem: goal.problem, ownWords: goal.ownWords,
      objectives: inOrder(goal.objectives).map(({ position, text, targetOn }) => ({ number: `${goal.position}.${position}`, text, targetOn })),
      interventions: inOrder(goal.interventions).map(({ position, text, frequency, staffId, staffName }) => ({ number: `${goal.position}${letterOf(position)}`, text, frequency, staffId, staffName })),
    })),
  };
}

type Part = { part: PlanChange['part']; number: string; goal: string; place: readonly number[]; text: string };

const placeOfLetters = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);

/** Every part under its number. Who answers is told by id: a colleague who takes another name does not change anybody's plan. */
function partsOf({ goals }: PlanContent): Map<string, Part> {
  const parts = goals.flatMap((goal): Part[] => {
    const at = Number(goal.number);
    return [
      { part: 'goal', number: goal.number, goal: goal.number, place: [at, 0, 0], text: JSON.stringify([goal.problem, goal.ownWords]) },
      ...goal.objectives.map((one): Part => ({ part: 'objective', number: one.number, goal: goal.number, place: [at, 1, Number(one.number.split('.')[1])], text: JSON.stringify([one.text, one.targetOn]) })),
      ...goal.interventions.map((one): Part => ({ part: 'intervention', number: one.number, goal: goal.number, place: [at, 2, placeOfLetters(one.number.replace(/\d+/, ''))], text: JSON.stringify([one.text, one.frequency, one.staffId]) })),
    ];
  });
  return new Map(parts.map((one) => [one.number, one]));
}

function byPlace(one: Part, other: Part): number {
  const at = one.place.findIndex((value, index) => value !== other.place[index]);
  return at < 0 ? 0 : (one.place[at] ?? 0) - (other.place[at] ?? 0);
}

/** What was added, changed or ended, in the order of the numbers. A goal that came or went stands for everything under it. */
export function changesSince(signed: PlanContent, now: PlanContent): PlanChange[] {
  const [before, after] = [partsOf(signed), partsOf(now)];
  const told = (one: Part, other: Map<string, Part>): boolean => one.part === 'goal' || other.has(one.goal);
  type Told = { one: Part; how: PlanChange['how'] };
  const ended = [...before.values()].filter((one) => !after.has(one.number) && told(one, after)).map((one): Told => ({ one, how: 'ended' }));
  const others = [...after.values()].flatMap((one): Told[] => {
    const was = before.get(one.number);
    if (was === undefined) return told(one, before) ? [{ one, how: 'added' }] : [];
    return was.text === one.text ? [] : [{ one, how: 'changed' }];
  });
  return [...ended, ...others].sort((a, b) => byPlace(a.one, b.one)).map(({ one: { part, number }, how }) => ({ part, number, how }));
}

/** Two plans have the same text when nothing changed from one to the other. */
export function textOf(content: PlanContent): string {
  return JSON.stringify([...partsOf(content).values()].sort(byPlace).map(({ number, text }) => [number, text]));
}
