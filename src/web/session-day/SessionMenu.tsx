/** What may be done to a session on its day: hand it over, move its end, split it, book a seat. */
export type MenuAbout = { sessionId: string; siteId: string; name: string; timeZone: string; startsAt: string; endsAt: string; done: () => void };

export function SessionMenu(_: MenuAbout) {
  return null;
}
