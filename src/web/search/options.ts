/** Which option of a list stands under the arrow keys: past either end it begins again at the other. */

/** What can be opened: its id names the element that assistive technology is told of. */
export type Option = { readonly id: string; readonly open: () => void };

export function optionAfter(at: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  if (count === 0) return 0;
  return (at + (key === 'ArrowDown' ? 1 : -1) + count) % count;
}
