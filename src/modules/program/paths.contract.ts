/** Acts on path templates: each save is a new version; the arithmetic that server and editor share goes out by this door. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { pathId, pathPhases } from './words.ts';

export { amountOf, gapsOf, spansOf, weeksOf } from './rules/paths.ts';
export type { Gap, GapPart, Mend, Span } from './rules/paths.ts';

export const pathTooLong = refusal('path-too-long', 422, 'The phases of this path are longer than 52 weeks together.', 'Shorten one of them.');
export const breakFillsBlock = refusal('break-fills-block', 422, 'The breaks of a block are as long as the block itself.', 'Make the breaks shorter, or the block longer.');
export const pathNameTaken = refusal('path-name-taken', 409, 'Another path of this program has this name.', 'Choose another name, or change that path.');

const saved = z.object({ pathId, pathVersionId: uuid, version: z.number().int().positive() });
const plan = { name: plainText(120, 1), phases: pathPhases };

export const addPath = act({
  name: 'paths.add',
  path: '/paths',
  summary: 'Adds a path: a plan of weeks in phases, with the blocks of a week.',
  may: 'settings.change' satisfies Permission,
  body: z.object({ programId: uuid, ...plan }),
  output: saved,
  refusals: [pathTooLong, breakFillsBlock, pathNameTaken],
  discloses: () => [],
});

/** Names the version it was made from: somebody else's save in between is answered `changed-meanwhile`. */
export const savePath = act({
  name: 'paths.save',
  path: '/paths/:pathId',
  summary: 'Saves a path as its next version; people on an older version keep theirs.',
  may: 'settings.change' satisfies Permission,
  params: z.object({ pathId }),
  body: z.object({ version: z.number().int().positive().max(2_147_483_646), ...plan }),
  output: saved,
  refusals: [pathTooLong, breakFillsBlock, pathNameTaken],
  discloses: () => [],
});

export const endPath = act({
  name: 'paths.end',
  path: '/paths/:pathId/end',
  summary: 'Takes a path out of what is offered, or brings it back; people on it stay on it.',
  may: 'settings.change' satisfies Permission,
  params: z.object({ pathId }),
  body: z.object({ ends: z.boolean() }),
  output: z.object({ pathId, version: z.number().int().positive() }),
  refusals: [pathNameTaken],
  discloses: () => [],
});
