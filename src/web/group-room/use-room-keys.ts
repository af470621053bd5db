/** The keys of the group room: between people, chips, the sentence, next to finish, sign. */
import type { PersonPart } from '../../modules/notes/words.ts';
import { CHIPS } from '../../modules/notes/words.ts';
import type { Key } from '../kit/KeyLayer.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { withChip } from './PersonEditor.tsx';
import { neighbor, nextToFinish } from './readiness.ts';
import type { Row } from './readiness.ts';

type Acts = { open: (id: string | null) => void; change: (id: string, part: PersonPart) => void; holdOut: (id: string) => void; sign: () => void };

/** Focus follows once the row has been drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const element = document.getElementById(id);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }));
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
  useKeys([
    { key: 'ArrowUp', word: 'key.up', act: () => go(neighbor(rows, current, -1)) },
    { key: 'ArrowDown', word: 'key.down', act: () => go(neighbor(rows, current, 1)) },
    ...chips,
    { key: 'Enter', word: 'key.write', act: here((id) => focusSoon(`sentence-${id}`)) },
    { key: 'Escape', word: 'key.row', act: here((id) => focusSoon(`row-${id}`)) },
    { key: 'c', word: 'key.craving', act: here((id) => focusSoon(`craving-${id}-0`)) },
    { key: 'h', word: 'key.practice', act: here((id) => focusSoon(`practice-${id}`)) },
    { key: 'x', word: 'key.hold-out', act: here(acts.holdOut) },
    { key: 'n', word: 'key.next', act: next },
    { key: 'Control+Enter', word: 'key.sign', act: acts.sign },
  ]);
  return { next };
}
