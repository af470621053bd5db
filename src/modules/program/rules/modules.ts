/** What a saved curriculum does to its rows: modules that stay as they are keep theirs, all others end and are written anew. */
export type ModuleRow = { readonly id: string; readonly title: string; readonly isEntryPoint: boolean; readonly position: number };
export type SavedModule = { readonly id: string | null; readonly title: string; readonly isEntryPoint: boolean };

/** Positions are counted from 1 in the order in which the modules were saved. An id that is not one of the rows is a new module. */
export function decideModules(existing: readonly ModuleRow[], saved: readonly SavedModule[]): { end: string[]; add: (SavedModule & { position: number })[] } {
  const wanted = saved.map((one, index) => ({ ...one, position: index + 1 }));
  const stays = (row: ModuleRow): boolean => wanted.some((one) => one.id === row.id && one.position === row.position && one.title === row.title && one.isEntryPoint === row.isEntryPoint);
  const kept = new Set(existing.filter(stays).map((row) => row.id));
  return { end: existing.filter((row) => !kept.has(row.id)).map((row) => row.id), add: wanted.filter((one) => one.id === null || !kept.has(one.id)) };
}
