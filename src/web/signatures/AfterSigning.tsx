/** What followed a signed note: co-signature, return, addenda, corrected times, late entry. */
export function AfterSigning(_: { noteId: string; displayName: string; timeZone: string }) {
  return null;
}
