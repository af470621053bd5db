/** The door: what a stranger may ask before signing in. */
import { z } from 'zod';
import { act, read, refusal } from '../contract.ts';
import { plainLine, uuid } from '../../values/wire.ts';
import { timeZone } from '../../values/civil-date.ts';

export const wrongSignIn = refusal('wrong-sign-in', 401, 'That address and password do not go together.', 'Check both, or ask an administrator for a one-time code.');
export const noMembership = refusal('no-organization', 403, 'This account belongs to no organization here.', 'Ask an administrator to add you to the staff.');
export const notDemo = refusal('not-demo', 404, 'There is no demo here.', 'Start one with: npm start -- --demo');
export const wrongCode = refusal('wrong-code', 403, 'That is not the code this server printed.', 'Look at the terminal that started the server; the code stands under its address.');
export const weakPassword = refusal('weak-password', 422, 'This password is too easy to guess.', 'Use at least 12 characters; a few words in a row are good.');
export const alreadyFurnished = refusal('already-set-up', 409, 'This server has an administrator already.', 'Sign in, or ask that person to invite you.');
export const addressTaken = refusal('address-taken', 409, 'There is an account with this address already.', 'Sign in with it, or use another address.');

export const firstDayAhead = refusal('first-day-ahead', 403, 'Your first day of work is still ahead.', 'You can sign in from that day on, with the same address and password.');

export const email = z.email().max(200);
export const password = z.string().min(1).max(200);

/** Which doors are open: role cards of a demo, the first administrator of a new server, or sign-in. */
export const readDoor = read({
  name: 'door.read', path: '/door', may: null,
  summary: 'Which ways in there are: sign-in, the role cards of a demo, or the first administrator.',
  output: z.object({
    kind: z.enum(['sign-in', 'demo', 'first-administrator']),
    organizationName: z.string().nullable(),
    roleCards: z.array(z.object({ accountId: z.string(), name: z.string(), role: z.string(), credential: z.string() })),
  }),
  discloses: () => [],
});

export const signIn = act({
  name: 'door.sign-in', path: '/door/sign-in', may: null, runs: 'again',
  summary: 'Signs in with an address and a password.',
  body: z.object({ email, password }),
  output: z.object({ signedIn: z.literal(true) }),
  refusals: [wrongSignIn, noMembership, firstDayAhead],
  discloses: () => [],
});

export const enterDemo = act({
  name: 'door.enter-demo', path: '/door/demo', may: null, runs: 'again',
  summary: 'Enters the demo program as one of its staff. Exists only while every organization here is a demo and the server listens on loopback (W24).',
  body: z.object({ accountId: z.string().max(100) }),
  output: z.object({ signedIn: z.literal(true) }),
  refusals: [notDemo],
  discloses: () => [],
});

export const signOut = act({
  name: 'door.sign-out', path: '/door/sign-out', may: null, runs: 'again',
  summary: 'Ends this sign-in.',
  output: z.object({ signedIn: z.literal(false) }),
  discloses: () => [],
});

export const createFirstAdministrator = act({
  name: 'door.create-first-administrator', path: '/door/first-administrator', may: null, runs: 'again',
  summary: 'Creates the organization, its first site and its first administrator, with the code that the terminal printed (W24).',
  body: z.object({
    code: z.string().max(40), organizationName: plainLine(120, 1), siteName: plainLine(120, 1), timeZone,
    givenName: plainLine(80, 1), familyName: plainLine(80, 1), email, password,
  }),
  output: z.object({ organizationId: uuid }),
  refusals: [wrongCode, weakPassword, alreadyFurnished, addressTaken],
  discloses: () => [],
});
