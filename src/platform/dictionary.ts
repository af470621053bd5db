/** The data dictionary (db/tables.yaml): each table's owner, kind and meaning; grants, policies and comments are made from it. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * Kinds of table (W25): facts are inserted only; standing rows are inserted and may only be ended (the columns named in `update`);
 * working rows may change and go; local tables belong to no organization.
 */
const table = z.strictObject({
  owner: z.string(),
  kind: z.enum(['facts', 'standing', 'working', 'local']),
  comment: z.string(),
  update: z.array(z.string()).default([]),
  worker: z.array(z.enum(['select', 'insert', 'update', 'delete'])).default([]),
  /** Columns that the search reads (decision 0014). */
  search: z.array(z.string()).default([]),
  columns: z.record(z.string(), z.string()),
});
/** A view has no owner: it holds nothing, and only the application reads it. */
const view = z.strictObject({ comment: z.string(), columns: z.record(z.string(), z.string()) });
const dictionarySchema = z.strictObject({
  columns: z.record(z.string(), z.string()), tables: z.record(z.string(), table), views: z.record(z.string(), view).default({}),
});
export type Dictionary = z.infer<typeof dictionarySchema>;
export type DictionaryTable = z.infer<typeof table>;

export async function readDictionary(): Promise<Dictionary> {
  const text = await readFile(new URL('../../db/tables.yaml', import.meta.url), 'utf8');
  return dictionarySchema.parse(parse(text));
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function grants(name: string, entry: DictionaryTable): string[] {
  const app = entry.kind === 'facts' || entry.kind === 'standing' ? 'select, insert' : 'select, insert, update, delete';
  const said = [
    `revoke all on ${name} from public, stepdown_app, stepdown_worker, stepdown_search`,
    `grant ${app} on ${name} to stepdown_app`,
  ];
  if (entry.kind === 'standing') said.push(`grant update (${entry.update.join(', ')}) on ${name} to stepdown_app`);
  if (entry.worker.length > 0) said.push(`grant ${entry.worker.join(', ')} on ${name} to stepdown_worker`);
  if (entry.search.length > 0) said.push(`grant select (${entry.search.join(', ')}) on ${name} to stepdown_search`);
  return said;
}

function policy(name: string, entry: DictionaryTable): string[] {
  if (entry.kind === 'local') return [];
  // Unset reads as null, which no row equals: a transaction without an organization sees nothing.
  const own = `org_id = nullif(current_setting('app.org', true), '')::uuid`;
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `drop policy if exists ${name}_org on ${name}`,
    `create policy ${name}_org on ${name} using (${own}) with check (${own})`,
  ];
}

function columnComments(dictionary: Dictionary, name: string, columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).map(([column, meaning]) => `comment on column ${name}.${column} is ${literal(meaning === '' ? dictionary.columns[column] ?? '' : meaning)}`);
}

/** The statements that bring grants, policies and comments of every table and view to what the dictionary says; safe to repeat. */
export function statementsOf(dictionary: Dictionary): string[] {
  const tables = Object.entries(dictionary.tables).flatMap(([name, entry]) => [
    ...policy(name, entry),
    ...grants(name, entry),
    `comment on table ${name} is ${literal(`${entry.comment} (${entry.kind}; owner: ${entry.owner})`)}`,
    ...columnComments(dictionary, name, entry.columns),
  ]);
  const views = Object.entries(dictionary.views).flatMap(([name, entry]) => [
    `comment on view ${name} is ${literal(entry.comment)}`, ...columnComments(dictionary, name, entry.columns),
  ]);
  return [...tables, ...views];
}
