/** Contacts of a person outside of sessions, and the way to write one. */
export function ContactNotes(_: { participantId: string; displayName: string; timeZone: string }) {
  return null;
}
