/** What the panel of times is about, and whom it tells. */
export type TimesAbout = {
  sessionId: string; participantId: string; displayName: string; timeZone: string; startsAt: string; endsAt: string; close: () => void; done: () => void;
  /** Where an undo can be shown once the panel is gone. */
  undoable?: (text: string, undo: () => void) => void;
  /** Begins with "did not come". */
  absent?: boolean;
};
