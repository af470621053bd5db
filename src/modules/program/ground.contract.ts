/** Acts on the ground of a program: organization, sites, rooms, programs, tracks, days without sessions. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate, timeZone } from '../../values/civil-date.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { level, population, siteId, specialty } from './words.ts';

export const nameTaken = refusal('name-taken', 409, 'There is one with this name already.', 'Choose another name; one that has ended can be brought back under its own.');
export const dayTaken = refusal('day-taken', 409, 'This day is a holiday there already.', 'Look at the list; nothing more is needed.');
export const stillInUse = refusal('still-in-use', 409, 'It is still in use.', 'Change or end what uses it first.');
export const lastSite = refusal('last-site', 409, 'This is the only site.', 'Add another site first.');
export const zoneFixed = refusal('zone-fixed', 409, 'Sessions have been planned by the clock of this site, so its time zone stays.', 'Add a new site with the other zone, and end this one.');
export const kindFixed = refusal('kind-fixed', 409, 'People have been admitted to this program, so its population, specialty and level stay.', 'Add a new program beside it.');

const may = 'settings.change' satisfies Permission;
const version = z.number().int().nonnegative();
const ends = z.object({ ends: z.boolean() });
const planned = { added: z.number().int(), changed: z.number().int(), withdrawn: z.number().int() };
const nobody = (): string[] => [];

export const changeOrganization = act({
  name: 'settings.change-organization', path: '/settings/organization', summary: 'Changes the organization’s name and how many weeks ahead sessions are planned.', may,
  body: z.object({ version, name: plainLine(200, 1), planWeeks: z.number().int().min(1).max(52) }),
  output: z.object(planned), discloses: nobody,
});

const site = { name: plainLine(80, 1), timeZone, telephone: plainLine(40), address: plainText(300), graceMinutes: z.number().int().min(0).max(240) };

export const addSite = act({
  name: 'settings.add-site', path: '/settings/sites', summary: 'Adds a site; whoever adds it works there from today, so that it can be opened.', may,
  body: z.object(site), output: z.object({ siteId }), refusals: [nameTaken], discloses: nobody,
});

export const changeSite = act({
  name: 'settings.change-site', path: '/settings/sites/:siteId', summary: 'Changes a site’s name, telephone, address, grace time, and its zone while nothing was planned by it.', may,
  params: z.object({ siteId }), body: z.object({ version, ...site }), output: z.object({ siteId }), refusals: [nameTaken, zoneFixed], discloses: nobody,
});

export const endSite = act({
  name: 'settings.end-site', path: '/settings/sites/:siteId/end', summary: 'Ends a site that no group and no person needs any more, or brings it back.', may,
  params: z.object({ siteId }), body: ends, output: z.object({ siteId }), refusals: [stillInUse, lastSite], discloses: nobody,
});

export const addRoom = act({
  name: 'settings.add-room', path: '/settings/sites/:siteId/rooms', summary: 'Adds a room to a site.', may,
  params: z.object({ siteId }), body: z.object({ name: plainLine(80, 1) }), output: z.object({ roomId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const changeRoom = act({
  name: 'settings.change-room', path: '/settings/rooms/:roomId', summary: 'Renames a room.', may,
  params: z.object({ roomId: uuid }), body: z.object({ version, name: plainLine(80, 1) }), output: z.object({ roomId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const endRoom = act({
  name: 'settings.end-room', path: '/settings/rooms/:roomId/end', summary: 'Ends a room in which no group meets, or brings it back.', may,
  params: z.object({ roomId: uuid }), body: ends, output: z.object({ roomId: uuid }), refusals: [stillInUse], discloses: nobody,
});

const program = { name: plainLine(120, 1), population, specialty, level };

export const addProgram = act({
  name: 'settings.add-program', path: '/settings/programs', summary: 'Adds a program: for whom, what is treated, at which level people are admitted.', may,
  body: z.object(program), output: z.object({ programId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const changeProgram = act({
  name: 'settings.change-program', path: '/settings/programs/:programId', summary: 'Changes a program; population, specialty and level only until somebody was admitted.', may,
  params: z.object({ programId: uuid }), body: z.object({ version, ...program }), output: z.object({ programId: uuid }), refusals: [nameTaken, kindFixed], discloses: nobody,
});

export const endProgram = act({
  name: 'settings.end-program', path: '/settings/programs/:programId/end', summary: 'Ends a program that has no groups and nobody in it, or brings it back.', may,
  params: z.object({ programId: uuid }), body: ends, output: z.object({ programId: uuid }), refusals: [stillInUse], discloses: nobody,
});

export const addTrack = act({
  name: 'settings.add-track', path: '/settings/tracks', summary: 'Adds a track: a time of day at which a program is held at a site.', may,
  body: z.object({ programId: uuid, siteId, name: plainLine(80, 1) }), output: z.object({ trackId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const changeTrack = act({
  name: 'settings.change-track', path: '/settings/tracks/:trackId', summary: 'Renames a track.', may,
  params: z.object({ trackId: uuid }), body: z.object({ version, name: plainLine(80, 1) }), output: z.object({ trackId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const endTrack = act({
  name: 'settings.end-track', path: '/settings/tracks/:trackId/end', summary: 'Ends a track to which no group and nobody in care belongs, or brings it back.', may,
  params: z.object({ trackId: uuid }), body: ends, output: z.object({ trackId: uuid }), refusals: [stillInUse, nameTaken], discloses: nobody,
});

export const addHoliday = act({
  name: 'settings.add-holiday', path: '/settings/holidays', summary: 'Makes a day one without sessions, at a site or at all; sessions of that day that nobody touched are no longer planned.', may,
  body: z.object({ siteId: siteId.nullable(), date: nearDate, name: plainLine(80, 1) }), output: z.object({ holidayId: uuid, ...planned }), refusals: [dayTaken], discloses: nobody,
});

export const endHoliday = act({
  name: 'settings.end-holiday', path: '/settings/holidays/:holidayId/end', summary: 'Takes a holiday back, or makes it one again; sessions follow.', may,
  params: z.object({ holidayId: uuid }), body: ends, output: z.object({ holidayId: uuid, ...planned }), refusals: [dayTaken], discloses: nobody,
});
