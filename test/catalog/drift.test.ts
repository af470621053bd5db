/** What is printed from the schema and the contracts is fresh: types, schema and reference pages say what the program does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStale, printAll } from '../../scripts/schema.ts';
import { rootConnection } from '../support/database.ts';

test('types, schema and reference pages are as they would be printed now', async () => {
  assert.deepEqual(await findStale(await printAll(rootConnection())), [], 'print them with: npm run schema');
});

test('a page that says something else is found', async () => {
  assert.deepEqual(await findStale({ 'db/schema.sql': '', 'docs/reference/nowhere.md': 'x' }), ['db/schema.sql', 'docs/reference/nowhere.md']);
});
