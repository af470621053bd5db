/** The keys of the group room: between people, chips, the sentence, next to finish, sign. */
import type { PersonPart } from '../../modules/notes/words.ts';
import { CHIPS } from '../../modules/notes/words.ts';
import type { Key } from '../kit/keys.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { withChip } from './PersonEditor.tsx';
import { neighbor, nextToFinish } from './readiness.ts';
import type { Row } from './readiness.ts';

type Acts = { open: (id: string | null) => void; change: (id: string, part: PersonPart) => void; holdOut: (id: string) => void; times: (id: string) => void; sign: () => void };

function focusNow(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  /* Writing goes on where it stopped; a field that is focused by script starts before its first letter. */
  if (element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length);
  (element.closest('li') ?? element).scrollIntoView({ block: 'nearest' });
}

/** What was asked for last: a slower, older wish must not take the focus away again. */
let wanted = '';

/**
 * Focus moves at once where the element stands already, so that not even a fast typist's first letter goes astray; else once it has been
 * drawn. Somebody who has put the focus elsewhere meanwhile keeps it: on a slow machine two frames are long enough to press and type.
 */
export function focusSoon(id: string): void {
  wanted = id;
  const standing = document.getElementById(id);
  if (standing !== null) focusNow(standing);
  const left = document.activeElement;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const drawn = document.getElementById(id);
    const here = document.activeElement;
    const moved = here !== left && here !== null && here !== document.body;
    if (wanted === id && drawn !== null && drawn !== here && !moved) focusNow(drawn);
  }));
}

function pressDanger(id: string): void {
  document.getElementById(`danger-${id}`)?.querySelector('button')?.click();
}

export function useRoomKeys(rows: readonly Row[], current: string | null, partOf: (id: string) => PersonPart, acts: Acts): { next: () => void } {
  const writing = current !== null && rows.some(({ person, readiness }) => person.participantId === current && readiness !== 'signed');
  const go = (id: string | null): void => {
    if (id === null) return;
    acts.open(id);
    focusSoon(`row-${id}`);
  };
  const next = (): void => go(nextToFinish(rows, current));
  const here = (act: (id: string) => void) => (): void => { if (current !== null && writing) act(current); };
  const chips = CHIPS.map((chip, index): Key => ({
    key: String(index + 1), word: 'key.chips', shown: '1–8', silent: index > 0, act: here((id) => acts.change(id, withChip(partOf(id), chip))),
  }));
  /* One press from sentence to sentence, chips without leaving the field. */
  const writeNext = (): void => {
    const id = nextToFinish(rows, current);
    if (id === null) return current === null ? undefined : focusSoon(`row-${current}`);
    acts.open(id);
    focusSoon(`sentence-${id}`);
  };
  useKeys([
    { key: 'ArrowUp', word: 'key.up', act: () => go(neighbor(rows, current, -1)) },
    { key: 'ArrowDown', word: 'key.down', act: () => go(neighbor(rows, current, 1)) },
    ...chips,
    ...chips.map((chip): Key => ({ ...chip, key: `Alt+${chip.key}`, word: 'key.chips-writing', shown: 'Alt 1–8' })),
    /* With no row open the first sentence to write is one press away. */
    { key: 'Enter', word: 'key.write', act: () => (current === null || !writing ? writeNext() : focusSoon(`sentence-${current}`)) },
    { key: 'line:Enter', word: 'key.write-next', shown: '↵', act: writeNext },
    { key: 'Escape', word: 'key.row', act: here((id) => (document.activeElement?.id === `row-${id}` ? acts.open(null) : focusSoon(`row-${id}`))) },
    { key: 'o', word: 'key.objective', act: here((id) => focusSoon(`objective-${id}`)) },
    { key: 'c', word: 'key.craving', act: here((id) => focusSoon(`craving-${id}-0`)) },
    { key: 'h', word: 'key.practice', act: here((id) => focusSoon(`practice-${id}`)) },
    { key: 's', word: 'key.times', act: () => { if (current !== null) acts.times(current); } },
    /* Only while a row is open: elsewhere the key belongs to the page around. */
    ...(writing ? [{ key: '!', word: 'key.danger', act: here(pressDanger) } satisfies Key] : []),
    { key: 'x', word: 'key.hold-out', act: here(acts.holdOut) },
    { key: 'n', word: 'key.next', act: next },
    { key: 'Control+Enter', word: 'key.sign', act: acts.sign },
  ]);
  return { next };
}
