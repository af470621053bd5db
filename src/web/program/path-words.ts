/** How a path is put into words: ways to close a gap, tests held against a phase, figures of a path in one line. */
import type { GapPart, Mend } from '../../modules/program/paths.contract.ts';
import { hoursSaid } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import type { Said } from '../words/said.ts';
import { gapSaid } from './path-draft.ts';
import type { Draft, Reading } from './path-draft.ts';

export function mendSaid(say: Say, mend: Mend): string {
  switch (mend.kind) {
    case 'longer-blocks': return say('paths.mend.longer-blocks', { hours: hoursSaid(mend.minutes) });
    case 'individual': return say('paths.mend.individual', { hours: hoursSaid(mend.minutes), times: mend.perWeek });
    case 'more-blocks': return say('paths.mend.more-blocks', { times: mend.perWeek });
    case 'outpatient': return say('paths.mend.outpatient');
  }
}

/** For a button: the same words, with a capital. */
export function mendLabel(say: Say, mend: Mend): string {
  const text = mendSaid(say, mend);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function readingSaid(say: Say, reading: Reading): Said[] {
  return gapSaid(reading, { hours: hoursSaid, mend: (mend) => mendSaid(say, mend) });
}

/** The sentences as plain text, for the name of a drawing. */
export function plainly(say: Say, said: readonly Said[]): string {
  return said.map(({ id, values }) => say(id, values)).join(' ').replace(/<\/?b>/g, '');
}

export function partSaid(say: Say, { kind, planned, wanted }: GapPart): string {
  return kind === 'minutes' || kind === 'ceiling'
    ? say(`paths.part.${kind}`, { planned: hoursSaid(planned), wanted: hoursSaid(wanted) })
    : say(`paths.part.${kind}`, { planned, wanted });
}

/** What keeps a draft from being saved, or null: said before the button is pressed. */
export function missingSaid(draft: Draft): Said | null {
  if (draft.name.trim() === '') return { id: 'paths.missing.name' };
  const weeks = draft.phases.reduce((sum, phase) => sum + phase.weeks, 0);
  if (weeks > 52) return { id: 'paths.missing.weeks', values: { weeks } };
  const unnamed = draft.phases.findIndex((phase) => phase.name.trim() === '' || phase.blocks.some((block) => block.label.trim() === ''));
  if (unnamed !== -1) return { id: 'paths.missing.label', values: { phase: unnamed + 1 } };
  const filled = draft.phases.findIndex((phase) => phase.blocks.some((block) => block.breakMinutes >= block.minutes));
  return filled === -1 ? null : { id: 'paths.missing.break', values: { phase: filled + 1 } };
}
