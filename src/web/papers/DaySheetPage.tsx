/** The day of a site on paper: sessions with rooms, leaders and rosters. */

export function DaySheetPage() {
  return null;
}
