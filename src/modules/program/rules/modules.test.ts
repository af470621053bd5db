/** What saving a curriculum does to its rows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FIRST_CURRICULA } from './first-curricula.ts';
import { decideModules } from './modules.ts';
import type { ModuleRow, SavedModule } from './modules.ts';

const row = fc.record({ title: fc.constantFrom('One', 'Two', 'Three'), isEntryPoint: fc.boolean() });
const rows = fc.array(row, { maxLength: 6 }).map((list): ModuleRow[] => list.map((one, index) => ({ ...one, id: `m${index}`, position: index + 1 })));
const saved = fc.array(fc.record({ id: fc.option(fc.integer({ min: 0, max: 7 }).map((at) => `m${at}`)), title: fc.constantFrom('One', 'Two', 'Four'), isEntryPoint: fc.boolean() }), { maxLength: 6 })
  .map((list): SavedModule[] => list.filter((one, index) => one.id === null || list.findIndex((other) => other.id === one.id) === index));

test('PRO-10 after saving, the rows say what was saved, in its order, and what stays as it was keeps its row', () => {
  fc.assert(fc.property(rows, saved, (existing, want) => {
    const { end, add } = decideModules(existing, want);
    const after = [...existing.filter((one) => !end.includes(one.id)), ...add].sort((a, b) => a.position - b.position);
    assert.deepEqual(after.map(({ title, isEntryPoint, position }) => ({ title, isEntryPoint, position })), want.map(({ title, isEntryPoint }, index) => ({ title, isEntryPoint, position: index + 1 })));
    const again = decideModules(existing, existing);
    assert.deepEqual(again, { end: [], add: [] });
  }));
});

test('PRO-10 every curriculum that comes with the program has a source, its own titles once each, and a place to begin at its start', () => {
  for (const { name, source, modules } of FIRST_CURRICULA) {
    assert.ok(source.length > 20 && modules.length >= 8, name);
    assert.equal(modules[0]?.isEntryPoint, true, name);
    assert.equal(new Set(modules.map((one) => one.title)).size, modules.length, name);
  }
});
