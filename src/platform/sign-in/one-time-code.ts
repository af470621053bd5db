/** The code that the terminal prints for the first administrator: made at start, kept in this process only, gone after use (W24). */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Without I, L, O, 0 and 1, which are read wrong from a terminal. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;
/** 31 to the eighth are 8.5e11 codes: at this pace a guess would take 300,000 years. */
const WRONG_MAX = 5;
const WINDOW_MS = 60_000;

export type OneTimeCode = {
  /** `XXXX-XXXX`, or null once used. */
  shown(): string | null;
  check(typed: string): 'right' | 'wrong' | 'too-many';
  useUp(): void;
};

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export function makeOneTimeCode(now: () => Date): OneTimeCode {
  let code: string | null = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  // Counted in this process, where the code lives; another server has another code.
  let wrong: number[] = [];
  return {
    shown: () => (code === null ? null : `${code.slice(0, 4)}-${code.slice(4)}`),
    check(typed) {
      const at = now().getTime();
      wrong = wrong.filter((moment) => moment > at - WINDOW_MS);
      if (wrong.length >= WRONG_MAX) return 'too-many';
      const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
      if (code !== null && timingSafeEqual(digest(plain), digest(code))) return 'right';
      wrong.push(at);
      return 'wrong';
    },
    useUp: () => { code = null; },
  };
}
