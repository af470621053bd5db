/** A named stop with a plain sentence and a way on: what a command prints instead of a stack. */
export class Halt extends Error {
  /** A short clause that a test or a script can compare. */
  readonly reason: string;
  /** What the person can do next. */
  readonly way: string;

  constructor(reason: string, sentence: string, way: string) {
    super(sentence);
    this.name = 'Halt';
    this.reason = reason;
    this.way = way;
  }
}

/** True for an error of the operating system with one of these codes, such as ENOENT. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
