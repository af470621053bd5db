/** Open tasks of a site that are no danger: outreach and craving, each with its way out. */
export function OpenTasks(_: { siteId: string; timeZone: string }) {
  return null;
}
