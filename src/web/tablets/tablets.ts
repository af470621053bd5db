/** What the page of tablets shows, by name. */
import type { readTablets } from '../../boards/day/tablets.contract.ts';
import type { ValueOf } from '../call.ts';

export type TabletBoard = ValueOf<typeof readTablets>;
export type ShownTablet = TabletBoard['tablets'][number];
export const STALE_TABLETS = ['tablets.read-list'];
