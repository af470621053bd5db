/** Whose notes wait for whose co-signature. */
export function Supervision(_: { staffId: string; name: string }) {
  return null;
}
