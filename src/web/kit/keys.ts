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
  shiftKey?: boolean; /** Which key of the keyboard it is, whatever it types there. */ code?: string;
};
/** Where the key was pressed: in a text field, in one whose Enter goes on to the next, on a control that uses keys itself, or elsewhere. */
export type Place = 'field' | 'line' | 'control' | 'page';

/** The name a screen listens for (`n`, `?`, `ArrowDown`, `Control+Enter`, `Control+k`, `Escape`, `Alt+1`, and `line:Enter` in a line), or null when this press is not for it. */
export function keyOf(pressed: Pressed, place: Place, single: boolean): string | null {
  if (pressed.defaultPrevented || pressed.isComposing) return null;
  const { key } = pressed;
  /* Alt and a digit types another sign on some keyboards, so the key itself is looked at; with Ctrl it is AltGr. */
  if (pressed.altKey) return pressed.ctrlKey || pressed.metaKey || !/^Digit[1-9]$/.test(pressed.code ?? '') ? null : `Alt+${pressed.code?.slice(-1)}`;
  if ((pressed.ctrlKey || pressed.metaKey) && key.toLowerCase() === 'k' && pressed.shiftKey !== true) return 'Control+k';
  if (pressed.ctrlKey || pressed.metaKey) return key === 'Enter' ? 'Control+Enter' : null;
  if (key === 'Escape') return 'Escape';
  if (place === 'line' && key === 'Enter' && pressed.shiftKey !== true) return 'line:Enter';
  if (place === 'field' || place === 'line') return null;
  if (key === 'Enter' || key === ' ') return place === 'control' ? null : key;
  if (key === 'ArrowUp' || key === 'ArrowDown') return key;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return place === 'page' || !pressed.repeat ? key : null;
  if (key.length !== 1) return null;
  return single ? key.toLowerCase() : null;
}

const TEXTLESS = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/** `tag`, `type` and editability of the focused element, so that the decision can be tried without a browser. */
export function placeOf(element: { tagName: string; type?: string; isContentEditable?: boolean; enterKeyHint?: string } | null): Place {
  if (element === null) return 'page';
  const tag = element.tagName.toLowerCase();
  if (tag === 'textarea' && element.enterKeyHint === 'next') return 'line';
  if (tag === 'textarea' || tag === 'select' || element.isContentEditable === true) return 'field';
  if (tag === 'input') return TEXTLESS.has(element.type ?? 'text') ? 'control' : 'field';
  return tag === 'button' || tag === 'a' || tag === 'summary' ? 'control' : 'page';
}
