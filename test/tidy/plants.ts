/** One small offence of every kind, as a tidy rule would meet it, and honest files that no rule may touch. */
import type { ProjectFile } from './offence.ts';

export type Plant = { readonly rule: string; readonly what: string; readonly files: readonly ProjectFile[]; readonly at: string };

export const file = (path: string, text: string, bytes = text.length): ProjectFile => ({ path, text, bytes });
const code = (path: string, ...lines: string[]): ProjectFile => file(path, ['/** A planted file. */', ...lines, ''].join('\n'));
const plant = (rule: string, what: string, at: string, ...files: ProjectFile[]): Plant => ({ rule, what, at, files });
const body = (lines: number): string[] => Array.from({ length: lines }, (_, index) => `  const a${index} = ${index};`);

const PAGE = ['# People', '', '## What this is', '', '## Words', '', '## Promises', '', '- **PEO-1** A name is never lost.', '', '## Tables', '', '## Who may', '', '## Refuses', '', '## Not here', ''];
const page = (from = '', to = ''): ProjectFile => file('src/modules/people/README.md', PAGE.join('\n').replace(from, to));
const proof = (path = 'src/modules/people/rules.test.ts', title = 'PEO-1: a name is never lost'): ProjectFile => code(path, `test('${title}', () => {});`);
const RECORD = ['# One package', '', 'Date: 2026-11-22', 'Status: accepted', '', '## Context', '', '## Options', '', '## Decision', '', '## Consequences', '', '## Revisit when', ''];

const SHAPES: readonly Plant[] = [
  plant('file-length', 'a file of 301 lines', 'src/boards/long.ts:301', code('src/boards/long.ts', ...Array.from({ length: 300 }, () => '// a'))),
  plant('function-length', 'a function of 61 lines', 'src/boards/long.ts:2', code('src/boards/long.ts', 'export function long() {', ...body(59), '}')),
  plant('function-length', 'an arrow function of 62 lines', 'src/boards/long.ts:2', code('src/boards/long.ts', 'export const long = () => {', ...body(60), '};')),
  plant('function-length', 'a component of 201 lines', 'src/web/Long.tsx:2', code('src/web/Long.tsx', 'export function Long() {', ...body(199), '}')),
  plant('function-length', 'a long function that is not a component in a .tsx file', 'src/web/Long.tsx:2', code('src/web/Long.tsx', 'function long() {', ...body(60), '}')),
  plant('file-size', 'a blob', 'docs/picture.png:1', file('docs/picture.png', '', 200_001)),
  plant('module-folder', 'a stranger in a module folder', 'src/modules/people/reading.ts:1', code('src/modules/people/reading.ts')),
  plant('module-folder', 'a folder in a module folder', 'src/modules/people/parts/row.ts:1', code('src/modules/people/parts/row.ts')),
  plant('file-name', 'utils', 'src/platform/utils.ts:1', code('src/platform/utils.ts')),
  plant('file-name', 'a folder named helpers', 'test/helpers/page.ts:1', code('test/helpers/page.ts')),
  plant('file-name', 'a service by another name', 'src/platform/mail-service.ts:1', code('src/platform/mail-service.ts')),
  plant('first-line', 'a file that begins with an import', 'src/boards/bare.ts:1', file('src/boards/bare.ts', "import 'zod';\n")),
  plant('first-line', 'a script that promises nothing', 'bin/bare.js:2', file('bin/bare.js', '#!/usr/bin/env node\nrun();\n')),
  plant('module-has-page', 'a module without a page', 'src/modules/people/README.md:1', code('src/modules/people/rules.ts')),
];

const WORDS: readonly Plant[] = [
  plant('our-word', 'patient in a catalog', 'src/web/words/en.ts:2', code('src/web/words/en.ts', "export const en = { arrived: 'The patient is here' };")),
  plant('our-word', 'usuario in the Spanish catalog', 'src/web/words/es.ts:2', code('src/web/words/es.ts', "export const es = { arrived: 'El usuario llegó' };")),
  plant('our-word', 'client inside a plural', 'src/web/words/en.ts:2', code('src/web/words/en.ts', "export const en = { here: '{count, plural, one {# client} other {# here}}' };")),
  plant('our-word', 'user in the summary of an act', 'src/modules/people/contract.ts:2', page(), proof(), code('src/modules/people/contract.ts', "export const one = { summary: 'The user is told.' };")),
  plant('our-word', 'patients in a refusal', 'src/boards/today.contract.ts:2', code('src/boards/today.contract.ts', "refusal('no-one', 404, 'No patients here.', 'Look again.');")),
  plant('no-later', 'a note to do it later', 'src/boards/late.ts:2', code('src/boards/late.ts', '// TODO the rest')),
  plant('no-later', 'the same in a document', 'docs/a.md:1', file('docs/a.md', 'FIXME\n')),
  ...['programme', 'enrolment', 'Counsellor', 'authorisation', 'cancelled_at', 'cancelledAt', 'colour', 'behaviour', 'labelled', 'organised', 'recognise', 'centre', 'grey']
    .map((word) => plant('us-spelling', word, 'docs/a.md:2', file('docs/a.md', `# A\nThe ${word} of it.\n`))),
  plant('no-machine', 'a path of one machine', 'docs/a.md:1', file('docs/a.md', `Look in ${'/'}work/main.\n`)),
  plant('no-machine', 'the home of one person', 'src/boards/path.ts:2', code('src/boards/path.ts', `export const path = '${'/'}root/.config';`)),
  plant('no-real-ssn', 'a number that may be somebody\'s', 'src/seed/people.ts:2', code('src/seed/people.ts', "export const number = '123-45-6789';")),
  plant('no-real-phone', 'a telephone that may ring', 'src/seed/people.ts:2', code('src/seed/people.ts', "export const phone = '(303) 867-5309';")),
  plant('no-real-phone', 'the same for machines', 'src/seed/people.ts:2', code('src/seed/people.ts', "export const phone = '+13038675309';")),
  plant('our-color', 'a color of the library', 'src/web/page.css:2', file('src/web/page.css', '/* The page. */\na { color: var(--mantine-color-red-6); }\n')),
];

const PAPERS: readonly Plant[] = [
  plant('module-page', 'a page that lacks a heading', 'src/modules/people/README.md:1', page('## Refuses\n', ''), proof()),
  plant('module-page', 'a page in another order', 'src/modules/people/README.md:1', page('## Words', '## Who else'), proof()),
  plant('promises-tested', 'a promise without a test', 'src/modules/people/README.md:9', page()),
  plant('promises-tested', 'a test of a promise nobody made', 'src/modules/people/rules.test.ts:2', page(), proof(undefined, 'PEO-1 and PEO-2 hold')),
  plant('promises-tested', 'a test of a module nobody knows', 'test/routes/a.test.ts:2', page(), proof(), proof('test/routes/a.test.ts', 'XYZ-7 holds')),
  plant('promises-tested', 'one number for two promises', 'src/modules/people/README.md:10', page('never lost.\n', 'never lost.\n- **PEO-1** Again.\n'), proof()),
  plant('decision-record', 'a record without its options', 'docs/decisions/0001-a.md:1', file('docs/decisions/0001-a.md', RECORD.join('\n').replace('## Options\n', ''))),
  plant('decision-record', 'a record without a title', 'docs/decisions/0001-a.md:1', file('docs/decisions/0001-a.md', RECORD.slice(1).join('\n'))),
  plant('decision-record', 'a record of 61 lines', 'docs/decisions/0001-a.md:61', file('docs/decisions/0001-a.md', [...RECORD, ...Array.from({ length: 47 }, () => 'more'), ''].join('\n'))),
  plant('paper-length', 'a long ARCHITECTURE.md', 'ARCHITECTURE.md:151', file('ARCHITECTURE.md', 'a\n'.repeat(151))),
  plant('paper-length', 'a long STYLE.md', 'STYLE.md:121', file('STYLE.md', 'a\n'.repeat(121))),
  plant('paper-length', 'a long CONTRIBUTING.md', 'CONTRIBUTING.md:61', file('CONTRIBUTING.md', 'a\n'.repeat(61))),
];

export const PLANTS: readonly Plant[] = [...SHAPES, ...WORDS, ...PAPERS];

/** Honest, and close to the edge of one rule or another. */
export const SOUND: readonly ProjectFile[] = [
  page(), proof(),
  ...['words.ts', 'contract.ts', 'rules.ts', 'rules/minutes.ts', 'rules/minutes.props.test.ts', 'store.ts', 'acts.ts', 'stamp-arrival.ts', 'index.ts', 'store.test.ts', 'rules.props.test.ts']
    .map((name) => code(`src/modules/people/${name}`)),
  code('src/modules/stream.ts'),
  code('src/boards/full.ts', 'export function full() {', ...body(58), '}', ...Array.from({ length: 238 }, () => '// a')),
  code('src/web/Page.tsx', 'export function Page() {', ...body(198), '}'),
  code('test/routes/chapter.test.ts', "describe('a chapter', () => {", ...body(100), '});', "test('PHQ-9 is scored as printed', () => {});"),
  file('bin/run.js', '#!/usr/bin/env node\n/** Runs. */\n'),
  file('src/platform/tables.ts', '/** Generated by a program. */\n' + '// a\n'.repeat(400)),
  code('src/web/words/en.ts', "export const en = { client: 'Intensive outpatient program, {user}', phone: '(303) 555-0142, +13035550142', number: '900-12-3456' };"),
  file('docs/decisions/0001-a.md', RECORD.join('\n')),
  file('docs/a.md', '# A\nA program, enrolled, counseling, canceled, otherwise, exercise, analyses, cancellation; 2026-11-22; https://example.org/work/a; ./work/a.\n'),
];
