/** Who ends the week under the floor, and what would mend it. */
export function UnderFloor(_: { siteId: string; timeZone: string }) {
  return null;
}
