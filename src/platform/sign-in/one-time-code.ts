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

/** Eight letters by chance, each as likely as any other. */
export function drawLetters(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** As people read and copy it: two halves of four. */
export function inHalves(letters: string): string {
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** What was typed, without dashes, spaces and small letters. */
export function lettersIn(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

export function makeOneTimeCode(now: () => Date): OneTimeCode {
  let code: string | null = drawLetters();
  // Counted in this process, where the code lives; another server has another code.
  let wrong: number[] = [];
  return {
    shown: () => (code === null ? null : inHalves(code)),
    check(typed) {
      const at = now().getTime();
      wrong = wrong.filter((moment) => moment > at - WINDOW_MS);
      if (wrong.length >= WRONG_MAX) return 'too-many';
      if (code !== null && timingSafeEqual(digest(lettersIn(typed)), digest(code))) return 'right';
      wrong.push(at);
      return 'wrong';
    },
    useUp: () => { code = null; },
  };
}
