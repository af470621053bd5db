/** How old what is on the screen is, in the three steps of the design: live, stale, old. */
export type Freshness = 'live' | 'stale' | 'old';

/* A board asks once a minute; fifteen seconds more allow for a slow reply before it says that it is behind. */
const LIVE_MS = 75_000;
const OLD_MS = 300_000;

/** `receivedAt` and `at` are both the browser's clock: the server's may differ from it. */
export function freshnessOf(receivedAt: number, at: number): Freshness {
  const age = at - receivedAt;
  if (age <= LIVE_MS) return 'live';
  return age <= OLD_MS ? 'stale' : 'old';
}
