/** Danger that nobody has closed yet, on top of the page: who, what, who has it, since when (W18). */
export function DangerBand(_: { siteId: string; timeZone: string }) {
  return null;
}
