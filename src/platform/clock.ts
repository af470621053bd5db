/** The only place where the program learns what time it is; a test hands in its own clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; tests and the furnished demo use it. */
export function setClock(start: Date): Clock & { set(to: Date): void; advance(minutes: number): void } {
  let at = start;
  return {
    now: () => new Date(at.getTime()),
    set: (to) => { at = to; },
    advance: (minutes) => { at = new Date(at.getTime() + minutes * 60_000); },
  };
}
