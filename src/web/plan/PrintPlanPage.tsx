/** The plan of a person on paper. */

export function PrintPlanPage() {
  return null;
}
