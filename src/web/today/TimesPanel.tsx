/** Arrived, left, did not come: with a time typed and a reason, and corrections afterwards. */
export type TimesAbout = { sessionId: string; participantId: string; displayName: string; timeZone: string; startsAt: string; endsAt: string; close: () => void; done: () => void };

export function TimesPanel(_: TimesAbout) {
  return null;
}
