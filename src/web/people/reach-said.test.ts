/** Which way is safe is said together with what is missing for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Say } from '../kit/words.tsx';
import { reachSaid } from './reach-said.ts';
import type { Reach } from './reach-said.ts';

const say = ((id: string) => id) as Say;
const person = (given: Partial<Reach>): Reach => ({ contactBy: 'phone', telephone: '555-0142', email: '', mayLeaveMessage: false, ...given });

const CASES: [string, Partial<Reach>, string][] = [
  ['a call, with a number', {}, 'record.reach.phone, record.message.no'],
  ['a message may be left', { mayLeaveMessage: true }, 'record.reach.phone, record.message.yes'],
  ['a call is safe and nobody wrote down a number', { telephone: '', mayLeaveMessage: true }, 'record.reach.phone, record.reach.no-telephone'],
  ['a text needs the number too', { contactBy: 'text', telephone: '' }, 'record.reach.text, record.reach.no-telephone'],
  ['an email needs an address', { contactBy: 'mail' }, 'record.reach.mail, record.reach.no-email'],
  ['who wishes not to be reached lacks nothing', { contactBy: 'none', telephone: '' }, 'record.reach.none'],
];
for (const [says, given, expected] of CASES) test(says, () => assert.equal(reachSaid(say, person(given)), expected));
