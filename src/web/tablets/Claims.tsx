/** People who said at a tablet that they are here, until staff confirm it (W8). */
export function Claims(_: { siteId: string; timeZone: string }) {
  return null;
}
