/** The roster of a session on paper. */

export function RosterPage() {
  return null;
}
