/** The first paths of a new organization: four, eight and twelve weeks, fuller at the beginning than at the end. */
import type { PathBlock, PathPhase, Population } from '../words.ts';

export type FirstPath = { readonly name: string; readonly phases: readonly PathPhase[] };

const INDIVIDUAL: PathBlock = { label: 'Individual session', sessionType: 'individual', minutes: 50, breakMinutes: 0, perWeek: 1 };
const FAMILY: PathBlock = { label: 'Family session', sessionType: 'family', minutes: 60, breakMinutes: 0, perWeek: 1 };
const CONTINUING: PathBlock = { label: 'Continuing group', sessionType: 'group', minutes: 90, breakMinutes: 0, perWeek: 1 };

/**
 * The block that carries an intensive week alone. Adults: 3 h 20 with two breaks of 10 minutes, three times 3 h = 9 h clinical; with 3 h blocks it
 * would be 8 h (W5). Adolescents: 2 h 10 with one break, three times 2 h = 6 h.
 */
const BLOCK: Readonly<Record<Population, PathBlock>> = {
  adults: { label: 'Three-group block', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 },
  adolescents: { label: 'Two-group block', sessionType: 'group', minutes: 130, breakMinutes: 10, perWeek: 3 },
};

/**
 * Two blocks a week would stay under the floor and so be an outpatient segment (W5), which would step people down a month early. The middle
 * weeks therefore keep the three blocks and let the hours beside them go; only the last phase, one evening of 1.5 h, is outpatient and says so.
 */
export function firstPaths(population: Population): FirstPath[] {
  const block = BLOCK[population];
  const early = (weeks: number): PathPhase => ({ name: 'Beginning', weeks, level: 'iop', blocks: [block, INDIVIDUAL, FAMILY] });
  const middle = (weeks: number): PathPhase => ({ name: 'Practice', weeks, level: 'iop', blocks: [block, INDIVIDUAL] });
  const later = (weeks: number): PathPhase => ({ name: 'Step-down', weeks, level: 'outpatient', blocks: [CONTINUING] });
  return [
    { name: 'Four weeks', phases: [early(3), later(1)] },
    { name: 'Eight weeks', phases: [early(3), middle(3), later(2)] },
    { name: 'Twelve weeks', phases: [early(4), middle(4), later(4)] },
  ];
}
