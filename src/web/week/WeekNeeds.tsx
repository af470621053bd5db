/** Who has no individual session this week, and which documents are due. */
export function WeekNeeds(_: { siteId: string; timeZone: string }) {
  return null;
}
