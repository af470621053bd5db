/** A curriculum while it is being edited: modules in order, moved, added and taken out, each told by a key of its own. */
import type { z } from 'zod';
import type { readCurricula } from '../../boards/program/settings.contract.ts';

export type Curricula = z.output<(typeof readCurricula)['output']>;
export type CurriculumRow = Curricula['curricula'][number];
/** `id` is that of the row it came from; null for one that is new. */
export type DraftModule = { readonly key: number; readonly id: string | null; readonly title: string; readonly isEntryPoint: boolean };
export type Draft = { readonly name: string; readonly source: string; readonly modules: readonly DraftModule[]; readonly nextKey: number };

export function draftOf(row: Pick<CurriculumRow, 'name' | 'source' | 'modules'> | null): Draft {
  const modules = (row?.modules ?? []).map(({ id, title, isEntryPoint }, key) => ({ key, id, title, isEntryPoint }));
  const begun = row === null ? [{ key: 0, id: null, title: '', isEntryPoint: true }] : modules;
  return { name: row?.name ?? '', source: row?.source ?? '', modules: begun, nextKey: begun.length };
}

/** A new module after the one that is named, or at the end. */
export function withNew(draft: Draft, after: number | null): Draft {
  const at = after === null ? draft.modules.length : draft.modules.findIndex((one) => one.key === after) + 1;
  return { ...draft, nextKey: draft.nextKey + 1, modules: draft.modules.toSpliced(at, 0, { key: draft.nextKey, id: null, title: '', isEntryPoint: false }) };
}

/** One place up or down; at the end of the list nothing moves. */
export function moved(draft: Draft, key: number, by: 1 | -1): Draft {
  const at = draft.modules.findIndex((one) => one.key === key);
  const one = draft.modules[at];
  if (one === undefined || at + by < 0 || at + by >= draft.modules.length) return draft;
  return { ...draft, modules: draft.modules.toSpliced(at, 1).toSpliced(at + by, 0, one) };
}

export function without(draft: Draft, key: number): Draft {
  return { ...draft, modules: draft.modules.filter((one) => one.key !== key) };
}

export function changed(draft: Draft, key: number, to: Partial<Pick<DraftModule, 'title' | 'isEntryPoint'>>): Draft {
  return { ...draft, modules: draft.modules.map((one) => (one.key === key ? { ...one, ...to } : one)) };
}

/** What is saved: lines that were left empty are no modules. */
export function bodyOf({ name, source, modules }: Draft) {
  return { name, source, modules: modules.filter((one) => one.title.trim() !== '').map(({ id, title, isEntryPoint }) => ({ id, title, isEntryPoint })) };
}
