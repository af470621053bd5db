/** Which panel of which session is open. It stands outside the cards, because a card moves from one list to another when its session ends, and what is being typed must not go with it. */
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

export type MenuAbout = { sessionId: string; siteId: string; name: string; timeZone: string; startsAt: string; endsAt: string; /** Seats for participants: what one person has to itself is not split. */ capacity: number; done: () => void };
export const PANELS = ['hand-over', 'held', 'split', 'book'] as const;
export type Panel = (typeof PANELS)[number];
type Shown = { readonly panel: Panel; readonly about: MenuAbout } | null;
/** What was just done, by whichever form, so that one toast stands and not two. */
type Said = { readonly text: string; readonly undo: () => void; /** A way to what was done. */ readonly more?: ReactNode };
type Desk = { readonly shown: Shown; readonly said: Said | null; /** Pages that show panels for all their sessions. */ readonly hosts: number };

let desk: Desk = { shown: null, said: null, hosts: 0 };
const listeners = new Set<() => void>();

function set(part: Partial<Desk>): void {
  desk = { ...desk, ...part };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

export function useDesk(): Desk {
  return useSyncExternalStore(subscribe, () => desk);
}

export function openPanel(panel: Panel, about: MenuAbout): void {
  set({ shown: { panel, about } });
}

export function closePanel(): void {
  set({ shown: null });
}

export function tellDone(text: string, undo: () => void, more?: ReactNode): void {
  set({ said: { text, undo, more } });
}

/** Counts a page as host until it goes. */
export function hostPanels(): () => void {
  set({ hosts: desk.hosts + 1 });
  return () => set({ hosts: desk.hosts - 1, shown: null, said: null });
}
