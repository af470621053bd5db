/** What a shared tablet itself may ask: to be set up, what to show, and that somebody says to be here. Nothing else (W23). */
import { z } from 'zod';
import { act, read } from '../../platform/contract.ts';
import { codeExpired, codeUnknown, codeUsed, typedCode } from '../../platform/sign-in/codes.contract.ts';
import { timeZone } from '../../values/civil-date.ts';
import { instant, plainLine } from '../../values/wire.ts';

export const enrollTablet = act({
  name: 'tablet.enroll', path: '/tablet/enroll', may: null, runs: 'again', summary: 'With a code that an administrator handed out, makes this browser the tablet it was handed out for.',
  body: z.object({ code: typedCode }), output: z.object({ isSetUp: z.literal(true) }), refusals: [codeUnknown, codeUsed, codeExpired], discloses: () => [],
});

/** Names stand under tokens that mean something to this tablet and this session only; no id of a person leaves the server here. */
export const readFrame = read({
  name: 'tablet.read-frame', path: '/tablet/frame', may: null,
  summary: 'What a tablet shows: the name of the site and, only inside a group room and where the site chose it, first name and initial of that room’s session from 15 minutes before its start.',
  output: z.object({
    isSetUp: z.boolean(), siteName: z.string(), timeZone: timeZone.nullable(), asOf: instant,
    list: z.object({ roomName: z.string(), startsAt: instant, people: z.array(z.object({ token: z.string(), name: z.string() })) }).nullable(),
  }),
  discloses: () => [],
});

export const claimArrival = act({
  name: 'tablet.claim', path: '/tablet/claim', may: null, runs: 'again',
  summary: 'Somebody at the tablet says to be here. The answer is the same, and takes as long, whether or not the name is known.',
  body: z.union([z.object({ typed: plainLine(80, 1) }), z.object({ token: z.string().min(1).max(80) })]),
  output: z.object({ thanked: z.literal(true) }),
  discloses: () => [],
});
