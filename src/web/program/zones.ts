/** Time zones to choose from: those of the United States first, then all that the browser knows. */

/* One city for each clock in use in the United States and its territories. */
const NEAR = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Pacific/Guam'];

/** `known` stands in the list even where the browser calls it otherwise. */
export function zonesWith(known: string): string[] {
  return [...new Set([...NEAR, known, ...Intl.supportedValuesOf('timeZone')])];
}
