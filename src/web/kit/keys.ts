/** Which key of the keyboard layer was pressed: single letters act outside fields only and can be turned off (WCAG 2.1.4). */
import type { WordId } from '../words/en.ts';

export type Key = {
  /** A name as `keyOf` tells it. */
  key: string;
  word: WordId;
  /** How the key is written in the list; its own name unless said. */
  shown?: string;
  act: (event: KeyboardEvent) => void;
  /** Works but is not listed: one of a run such as 1 to 8. */
  silent?: boolean;
};

export type Pressed = {
  key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; defaultPrevented: boolean; repeat: boolean; isComposing: boolean;
};
/** Where the key was pressed: in a text field, on a control that uses keys itself, or elsewhere. */
export type Place = 'field' | 'control' | 'page';

/** The name a screen listens for (`n`, `?`, `ArrowDown`, `Control+Enter`, `Escape`), or null when this press is not for it. */
export function keyOf(pressed: Pressed, place: Place, single: boolean): string | null {
  if (pressed.defaultPrevented || pressed.isComposing || pressed.altKey) return null;
  const { key } = pressed;
  if (pressed.ctrlKey || pressed.metaKey) return key === 'Enter' ? 'Control+Enter' : null;
  if (key === 'Escape') return 'Escape';
  if (place === 'field') return null;
  if (key === 'Enter' || key === ' ') return place === 'control' ? null : key;
  if (key === 'ArrowUp' || key === 'ArrowDown') return key;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return place === 'page' || !pressed.repeat ? key : null;
  if (key.length !== 1) return null;
  return single ? key.toLowerCase() : null;
}

const TEXTLESS = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/** `tag`, `type` and editability of the focused element, so that the decision can be tried without a browser. */
export function placeOf(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): Place {
  if (element === null) return 'page';
  const tag = element.tagName.toLowerCase();
  if (tag === 'textarea' || tag === 'select' || element.isContentEditable === true) return 'field';
  if (tag === 'input') return TEXTLESS.has(element.type ?? 'text') ? 'control' : 'field';
  return tag === 'button' || tag === 'a' || tag === 'summary' ? 'control' : 'page';
}
