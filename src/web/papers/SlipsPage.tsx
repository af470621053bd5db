/** Sign-in slips of a session: one for each person, to cut apart. */

export function SlipsPage() {
  return null;
}
