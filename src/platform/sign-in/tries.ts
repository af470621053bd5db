/** Throttles the door by the address of the network and by the e-mail, known or not. */
/*
 * Counted in the database: servers behind a proxy keep no state of their own, a restart must not hand out new tries,
 * and one statement is small beside the hash it may save.
 */
import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type pg from 'pg';
import { countTry, deleteTries, giveTryBack } from './store.ts';

/** NIST SP 800-63B, 3.2.2 allows 100 wrong tries in a row; ten in ten minutes stays far below what guessing needs and a person forgives. */
const WINDOW_MINUTES = 10;
const PER_EMAIL_MAX = 10;
/** A whole site shares one address; right passwords are given back, so these are fifty wrong ones. */
const PER_ADDRESS_MAX = 50;

export type Tries = {
  /** Counts a try; false when there were too many, and then nothing may be looked up. */
  take(address: string, email: string): Promise<boolean>;
  /** The password was right: this try does not count. */
  giveBack(address: string, email: string): Promise<void>;
  /** Rows older than this mean nothing. */
  windowStart(now: Date): Date;
};

/** One subscriber has a whole /64 of IPv6, so single addresses there would not throttle anybody. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  while (tail !== undefined && groups.length + rest.length < 8) groups.push('0');
  return [...groups, ...rest].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

export function openTries(pool: pg.Pool, secret: string, now: () => Date): Tries {
  // Keyed, so that a copy of the table tells no addresses.
  const hashed = (kind: string, text: string) => createHmac('sha256', secret).update(`tries ${kind} ${text}`).digest('base64url');
  const ofAddress = (address: string) => hashed('address', network(address));
  const ofEmail = (email: string) => hashed('email', email.toLowerCase());
  const windowStart = (at: Date) => new Date(at.getTime() - WINDOW_MINUTES * 60_000);
  return {
    windowStart,
    async take(address, email) {
      const at = now();
      if (await countTry(pool, ofAddress(address), at, windowStart(at)) > PER_ADDRESS_MAX) return false;
      return await countTry(pool, ofEmail(email), at, windowStart(at)) <= PER_EMAIL_MAX;
    },
    async giveBack(address, email) {
      await giveTryBack(pool, ofAddress(address));
      await deleteTries(pool, ofEmail(email));
    },
  };
}
