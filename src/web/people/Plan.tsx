/** What a person works on: goals in the person's own words, objectives, and when the plan was looked at. */
export function Plan(_: { participantId: string; displayName: string }) {
  return null;
}
