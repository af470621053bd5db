/** One note, or the notes of some days, on paper. */

export function PrintNotesPage() {
  return null;
}
