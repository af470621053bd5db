/** The reference pages, printed from the contracts, the permissions and the data dictionary: they cannot say what the program does not do. */
import { z } from 'zod';
import { FIRST_MAPPING, PERMISSIONS, ROLES } from '../../src/permissions.ts';
import { COMMON_REFUSALS } from '../../src/platform/contract.ts';
import type { Contract, Refusal } from '../../src/platform/contract.ts';
import type { Dictionary } from '../../src/platform/dictionary.ts';
import type { SignIn } from '../../src/platform/sign-in/index.ts';
import { PROGRAM_ROUTES, doorRoutes } from '../../src/routes.ts';
import { tabletRoutes } from '../../src/routes/tablet-door.ts';

const PRINTED = '<!-- Printed by scripts/schema.ts; edits are lost. -->';

export function allContracts(): Contract[] {
  const doors = doorRoutes({ handlers: {} } as unknown as SignIn);
  const tablets = tabletRoutes({} as Parameters<typeof tabletRoutes>[0]);
  return [...PROGRAM_ROUTES, ...doors, ...tablets].map((route) => route.contract).sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Json = { type?: string | string[]; const?: unknown; enum?: unknown[]; format?: string; items?: Json; anyOf?: Json[]; properties?: Record<string, Json>; required?: string[]; maxLength?: number };

function typeOf(schema: Json): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(', ');
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (schema.properties !== undefined) return `{ ${fields(schema).map(([name, type]) => `${name}: ${type}`).join('; ')} }`;
  const length = schema.maxLength === undefined ? '' : `, at most ${schema.maxLength} characters`;
  return `${schema.format ?? String(schema.type)}${length}`;
}

function fields(schema: Json): [string, string][] {
  return Object.entries(schema.properties ?? {}).map(([name, one]) => [schema.required?.includes(name) === true ? name : `${name}?`, typeOf(one)]);
}

function fieldLines(title: string, schema: z.ZodType, io: 'input' | 'output'): string[] {
  const listed = fields(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json);
  return listed.length === 0 ? [] : [`${title}:`, '', ...listed.map(([name, type]) => `- \`${name}\`: ${cell(type)}`), ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`), ''];
}

function routesPage(contracts: readonly Contract[]): string {
  return page('Routes', 'Every act and read, below /api. An act that runs once needs a fresh UUID in the Idempotency-Key header; a repeat answers from the first.', [
    ...table(['Method', 'Path', 'Name', 'Permission'], contracts.map((one) => [one.method, one.path, `[${one.name}](#${one.name.replaceAll('.', '')})`, one.may ?? 'anybody'])),
    ...contracts.flatMap((one) => [
      `## ${one.name}`, '', `\`${one.method} /api${one.path}\``, '', one.summary, '',
      `Permission: ${one.may ?? 'none, a stranger may ask'}. Runs: ${one.runs}. Access rows: ${one.accounting === 'each-answer' ? 'one for each answer that shows anybody' : 'one for each change of the people shown'}.`, '',
      ...fieldLines('In the path', one.params, 'input'), ...fieldLines('In the query', one.query, 'input'), ...fieldLines('In the body', one.body, 'input'), ...fieldLines('Answers', one.output, 'output'),
      one.refusals.length === 0 ? 'Refuses only as everything does.' : `Refuses: ${one.refusals.map((refusal) => `\`${refusal.name}\` (${refusal.status})`).join(', ')}.`, '',
    ]),
  ]);
}

function refusalsPage(contracts: readonly Contract[]): string {
  const own = new Map<string, { refusal: Refusal; of: string[] }>();
  for (const contract of contracts) {
    for (const refusal of contract.refusals) {
      const key = `${refusal.name} ${refusal.sentence}`;
      own.set(key, { refusal, of: [...(own.get(key)?.of ?? []), contract.name] });
    }
  }
  const rows = [...own].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { refusal, of }]) => [`\`${refusal.name}\``, String(refusal.status), refusal.sentence, refusal.way, of.join(', ')]);
  return page('Refusals', 'Every no has a name, a sentence and a way on.', [
    '## Any request', '', ...table(['Name', 'Status', 'What it says', 'What to do'], COMMON_REFUSALS.map((one) => [`\`${one.name}\``, String(one.status), one.sentence, one.way])),
    '## Particular requests', '', ...table(['Name', 'Status', 'What it says', 'What to do', 'Answered by'], rows),
  ]);
}

function permissionsPage(contracts: readonly Contract[]): string {
  const opens = (permission: string) => contracts.filter((one) => one.may === permission).map((one) => one.name).join(', ');
  return page('Permissions', 'What each role may do in a new organization; each organization may change its own mapping.', [
    ...table(['Permission', ...ROLES], PERMISSIONS.map((one) => [`\`${one}\``, ...ROLES.map((role) => (FIRST_MAPPING[role].includes(one) ? 'yes' : ''))])),
    '## What each permission opens', '', ...table(['Permission', 'Routes'], PERMISSIONS.map((one) => [`\`${one}\``, opens(one)])),
  ]);
}

const KINDS = { facts: 'facts: rows are inserted and never change', standing: 'standing: rows are inserted, and only the columns listed may change', working: 'working: rows may change and go', local: 'local: belongs to no organization' };

function tablesPage(dictionary: Dictionary): string {
  const meaning = ([column, said]: [string, string]) => [`\`${column}\``, said === '' ? dictionary.columns[column] ?? '' : said];
  const byName = <Entry>(entries: Record<string, Entry>) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return page('Tables', 'Every table with its owner, the only module that writes it, and the meaning of every column.', [
    ...byName(dictionary.tables).flatMap(([name, entry]) => [
      `## ${name}`, '', `${entry.comment}.`, '', `Owner: ${entry.owner}. Kind: ${KINDS[entry.kind]}.${entry.update.length === 0 ? '' : ` May change: ${entry.update.join(', ')}.`}`, '',
      ...table(['Column', 'Meaning'], Object.entries(entry.columns).map(meaning)),
    ]),
    ...byName(dictionary.views).flatMap(([name, entry]) => [`## ${name} (view)`, '', `${entry.comment}.`, '', ...table(['Column', 'Meaning'], Object.entries(entry.columns).map(meaning))]),
  ]);
}

function page(title: string, sentence: string, lines: readonly string[]): string {
  return `${[PRINTED, '', `# ${title}`, '', sentence, '', ...lines].join('\n').trimEnd()}\n`;
}

/** Each page by its path in the project. */
export function referencePages(dictionary: Dictionary): Record<string, string> {
  const contracts = allContracts();
  return {
    'docs/reference/routes.md': routesPage(contracts), 'docs/reference/refusals.md': refusalsPage(contracts),
    'docs/reference/permissions.md': permissionsPage(contracts), 'docs/reference/tables.md': tablesPage(dictionary),
  };
}
