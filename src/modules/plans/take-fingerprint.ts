/** A short name for what a plan says, so that a signature can name what was on the screen. */
import { createHash } from 'node:crypto';
import { textOf } from './rules/content.ts';
import type { PlanContent } from './words.ts';

export function fingerprintOf(content: PlanContent): string {
  return createHash('sha256').update(textOf(content)).digest('hex');
}
