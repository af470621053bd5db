/** One field for people, groups and pages. */
export function TopSearch() {
  return null;
}
