/** Acts on who is on call at a site, day by day. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { uuid } from '../../values/wire.ts';
import { staffId } from '../people/words.ts';
import { MOST_DAYS_SET, siteId } from './words.ts';

export const spanBackwards = refusal('span-backwards', 422, 'The last day comes before the first.', 'Choose a last day on or after the first.');
export const spanTooLong = refusal('span-too-long', 422, 'These are more days than fit here at once.', 'Choose a shorter span.');
export const noSuchDay = refusal('no-day-in-span', 422, 'None of these weekdays lies between the two days.', 'Choose a longer span or other weekdays.');
export const dayIsOver = refusal('day-is-over', 422, 'A day that is over keeps who was on call.', 'Begin today or later.');
export const notClinicianHere = refusal('not-a-clinician-here', 422, 'On some of these days this person is not a clinician who works at this site.', 'Choose other days or another clinician.');
export const onCallNeeded = refusal('on-call-needed', 409, 'Sessions are planned on some of these days, so somebody has to be on call.', 'Name somebody else for these days instead.');
export const onCallChanged = refusal('on-call-changed', 409, 'Somebody else just changed who is on call on some of these days.', 'Look at the days as they stand now, then set them again.');
export const takeBackPassed = refusal('take-back-passed', 409, 'This can no longer be taken back in one step.', 'Set who is on call on these days again.');

const where = z.object({ siteId });
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const span = { from: nearDate, to: nearDate, weekdays: z.array(weekday).min(1).max(7) };
const rows = z.array(uuid).max(MOST_DAYS_SET);
/** The rows that were written and those that ended, so that the act can be taken back. */
const changed = z.object({ siteId, written: rows, ended: rows });

export const setOnCall = act({
  name: 'on-call.set',
  path: '/sites/:siteId/on-call',
  summary: 'Puts one clinician on call at a site on the given weekdays of a span, in place of whoever was.',
  may: 'on-call.change' satisfies Permission,
  params: where,
  body: z.object({ staffId, ...span }),
  output: changed,
  refusals: [spanBackwards, spanTooLong, noSuchDay, dayIsOver, notClinicianHere, onCallChanged],
  discloses: () => [],
});

export const clearOnCall = act({
  name: 'on-call.clear',
  path: '/sites/:siteId/on-call/clear',
  summary: 'Takes whoever is on call off the given weekdays of a span; not from days with sessions (W18).',
  may: 'on-call.change' satisfies Permission,
  params: where,
  body: z.object(span),
  output: changed,
  refusals: [spanBackwards, spanTooLong, noSuchDay, dayIsOver, onCallNeeded],
  discloses: () => [],
});

/** For two minutes after it was written, and for whoever wrote it: a day is then as it was before, also when nobody was on call. */
export const takeBackOnCall = act({
  name: 'on-call.take-back',
  path: '/sites/:siteId/on-call/take-back',
  summary: 'Takes back a change of who is on call shortly after it was made: what it wrote ends, what it ended is brought back.',
  may: 'on-call.change' satisfies Permission,
  params: where,
  body: z.object({ written: rows, ended: rows }),
  output: changed,
  refusals: [onCallChanged, takeBackPassed],
  discloses: () => [],
});
