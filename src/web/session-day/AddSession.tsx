/** A session that no weekly time gives: a one-off group, an individual session, a family session. */
export function AddSession(_: { siteId: string; timeZone: string; date: string; done: () => void }) {
  return null;
}
