/** The settings as the server tells them, and what their pages say first. */
import type { z } from 'zod';
import type { readSettings } from '../../boards/program/settings.contract.ts';
import type { Said } from '../words/said.ts';

export type Settings = z.output<(typeof readSettings)['output']>;
export type SiteRow = Settings['sites'][number];
export type RoomRow = SiteRow['rooms'][number];
export type ProgramRow = Settings['programs'][number];
export type TrackRow = ProgramRow['tracks'][number];
export type HolidayRow = Settings['holidays'][number];

export const standing = <Row extends { isEnded: boolean }>(rows: readonly Row[]): Row[] => rows.filter((row) => !row.isEnded);
export const gone = <Row extends { isEnded: boolean }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.isEnded);

/** How many sites and rooms there are, and how far ahead sessions are planned. */
export function groundSaid({ organization, sites }: Settings): Said[] {
  const open = standing(sites);
  const rooms = open.reduce((sum, site) => sum + standing(site.rooms).length, 0);
  return [{ id: 'ground.say', values: { name: organization.name, sites: open.length, rooms } }, { id: 'ground.say.weeks', values: { weeks: organization.planWeeks } }];
}

export function programsSaid({ programs }: Settings): Said[] {
  const open = standing(programs);
  return [{ id: 'program.say', values: { programs: open.length } }, ...(open.length === 0 ? [] : [{ id: 'program.say.tracks' as const, values: { tracks: open.reduce((sum, one) => sum + standing(one.tracks).length, 0) } }])];
}
