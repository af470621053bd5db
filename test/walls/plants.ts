/** A small sound tree and, beside it, one planted sin of every kind with the names of the rules that must refuse it. */

/** `rules` are all the rules that refuse the file: fewer is a hole in the wall, more is a wall in the wrong place. `beside` is what the sin needs to exist. */
export type Plant = { readonly file: string; readonly text: string; readonly rules: readonly string[]; readonly beside?: Readonly<Record<string, string>> };

const line = (...imports: string[]): string =>
  `/** A planted file. */\n${imports.map((path) => `import '${path}';\n`).join('')}export const planted = 1;\n`;

/** What an honest program looks like in miniature: nothing here may be refused. */
export function soundTree(first: string, last: string): Record<string, string> {
  const module = (name: string, upstream: string[]): Record<string, string> => ({
    [`src/modules/${name}/words.ts`]: line('zod', '../../values/minutes.ts'),
    [`src/modules/${name}/contract.ts`]: line('./words.ts', '../../platform/contract.ts', '../../permissions.ts'),
    [`src/modules/${name}/rules.ts`]: line('./words.ts', ...upstream.flatMap((one) => [`../${one}/words.ts`, `../${one}/rules.ts`])),
    [`src/modules/${name}/store.ts`]: line('./words.ts', '../../platform/db.ts'),
    [`src/modules/${name}/index.ts`]: line('./store.ts', './rules.ts', ...upstream.map((one) => `../${one}/index.ts`)),
    [`src/modules/${name}/store.test.ts`]: line('./store.ts', `../${first === name ? last : first}/index.ts`, '../../../test/support/help.ts'),
  });
  return {
    ...module(first, []), ...module(last, [first]),
    'src/values/minutes.ts': line('zod'),
    'src/permissions.ts': line('./values/minutes.ts'),
    'src/platform/contract.ts': line('zod'),
    'src/platform/db.ts': line('node:fs', 'pg'),
    'src/boards/today.contract.ts': line('../platform/contract.ts', `../modules/${first}/words.ts`),
    'src/boards/today.ts': line('./today.contract.ts', `../modules/${last}/index.ts`, '../platform/db.ts'),
    'src/workflows/sign-note.ts': line(`../modules/${last}/index.ts`, '../platform/db.ts'),
    'src/routes.ts': line('./workflows/sign-note.ts', './boards/today.ts', `./modules/${last}/contract.ts`),
    'src/main.ts': line('./routes.ts', './seed/demo.ts'),
    'src/seed/demo.ts': line(`../modules/${first}/index.ts`),
    'src/web/call.ts': line('../platform/contract.ts', `../modules/${first}/contract.ts`, '../boards/today.contract.ts', '../permissions.ts'),
    'src/web/staff.tsx': `/** A page. */\nimport './call.ts';\nexport const Page = () => <p className="page">{1}</p>;\n`,
    'test/support/help.ts': line(),
  };
}

/** Imports that break a wall; checked by the graph. */
export function plantedImports(first: string, last: string): Plant[] {
  const plant = (file: string, imports: string[], ...rules: string[]): Plant => ({ file, text: line(...imports), rules });
  const typeOnly = (file: string, path: string, ...rules: string[]): Plant =>
    ({ file, text: `/** A planted file. */\nimport type { planted as seen } from '${path}';\nexport const planted = 1;\nexport type Seen = typeof seen;\n`, rules });
  return [
    plant(`src/modules/${first}/look-ahead.ts`, [`../${last}/index.ts`], `stream-${first}`),
    typeOnly(`src/modules/${first}/look-ahead-type.ts`, `../${last}/words.ts`, `stream-${first}`),
    plant('src/modules/stray/words.ts', [`../${first}/words.ts`], 'stream-unlisted-from'),
    plant('src/cli/meet-stray.ts', ['../modules/stray/words.ts'], 'stream-unlisted'),
    plant(`src/modules/${last}/open-back-door.ts`, [`../${first}/store.ts`], 'front-door'),
    plant(`src/modules/${last}/rules/back-door.ts`, [`../../${first}/store.ts`], 'front-door-rules', 'pure-sees-pure'),
    plant('src/cli/back-door.ts', [`../modules/${first}/store.ts`], 'front-door-outside'),
    plant('src/seed/back-door.ts', [`../modules/${first}/rules.ts`], 'front-door-outside'),
    plant(`src/modules/${first}/call-routes.ts`, ['../../routes.ts'], 'modules-know-no-outside'),
    plant(`src/modules/${first}/rules/disk.ts`, ['node:fs'], 'pure-sees-pure'),
    plant(`src/modules/${first}/rules/database.ts`, ['../../../platform/db.ts'], 'pure-sees-pure'),
    typeOnly(`src/modules/${first}/rules/row.ts`, '../store.ts', 'pure-sees-pure'),
    plant('src/boards/late.contract.ts', ['../platform/db.ts'], 'pure-sees-pure'),
    plant('src/values/role.ts', ['../permissions.ts'], 'values-stand-alone'),
    plant('src/boards/hurry.ts', ['../workflows/sign-note.ts'], 'workflows-only-from-routes', 'boards-open-doors'),
    plant('src/workflows/close-day.ts', ['./sign-note.ts'], 'workflows-share-facts-only'),
    plant('src/workflows/peek-board.ts', ['../boards/today.ts'], 'workflows-open-doors'),
    plant('src/boards/back-door.ts', [`../modules/${first}/store.ts`], 'boards-open-doors', 'front-door-outside'),
    plant('src/web/server-door.ts', [`../modules/${first}/index.ts`], 'web-sees-contracts'),
    plant('src/web/server-rules.ts', [`../modules/${first}/rules.ts`], 'web-sees-contracts', 'front-door-outside'),
    typeOnly('src/web/database-type.ts', '../platform/db.ts', 'web-sees-contracts'),
    plant('src/web/disk.ts', ['node:fs'], 'web-sees-no-node'),
    plant('src/cli/page.ts', ['../web/call.ts'], 'server-sees-no-web'),
    plant('src/platform/know.ts', [`../modules/${first}/index.ts`], 'platform-knows-no-program'),
    { ...plant('src/platform/left.ts', ['./right.ts'], 'no-cycle'), beside: { 'src/platform/right.ts': typeOnly('', './left.ts').text } },
    plant('src/platform/alone.ts', [], 'no-orphan'),
    plant('src/platform/cheat.ts', ['../../test/support/help.ts'], 'no-test-in-source'),
    plant('src/platform/nowhere.ts', ['./not-there.ts'], 'import-exists'),
    plant('src/platform/borrowed.ts', ['pino'], 'package-is-declared'),
  ];
}

/** Single lines that break a rule; checked by ESLint. */
export const plantedLines = (first: string): Plant[] => {
  const plant = (file: string, text: string, ...rules: string[]): Plant => ({ file, text: `/** A planted file. */\n${text}\n`, rules });
  return [
    plant(`src/modules/${first}/rules/now.ts`, 'export const now = Date.now();', 'no-restricted-properties'),
    plant(`src/modules/${first}/rules/today.ts`, 'export const today = new Date();', 'no-restricted-syntax'),
    plant(`src/modules/${first}/rules/temporal.ts`, "import { Temporal } from 'temporal-polyfill';\nexport const now = Temporal.Now.instant();", 'no-restricted-properties'),
    plant(`src/modules/${first}/rules/dice.ts`, 'export const dice = Math.random();', 'no-restricted-properties'),
    plant(`src/modules/${first}/settings.ts`, 'export const port = process.env.PORT;', 'no-restricted-properties'),
    plant(`src/modules/${first}/settings-import.ts`, "import { env } from 'node:process';\nexport const port = env.PORT;", 'no-restricted-imports'),
    plant('src/workflows/speak.ts', "console.log('here');", 'no-console'),
    plant('src/web/speak.ts', "console.log('here');", 'no-console'),
    plant('src/web/now.ts', 'export const now = Date.now();', 'no-restricted-properties'),
    plant('src/boards/loose.ts', 'export const loose = (x: any): unknown => x;', '@typescript-eslint/no-explicit-any'),
    plant('src/boards/equal.ts', 'export const equal = (a: unknown, b: unknown): boolean => a == b;', 'eqeqeq'),
    plant('src/boards/type-import.ts', "import { Pool } from 'pg';\nexport const end = (pool: Pool): Promise<void> => pool.end();", '@typescript-eslint/consistent-type-imports'),
    plant('src/boards/forgotten.ts', 'const save = async (): Promise<void> => {};\nexport const forget = (): void => { save(); };', '@typescript-eslint/no-floating-promises'),
    plant('src/boards/misused.ts', 'const may = async (): Promise<boolean> => false;\nexport const open = (): string => (may() ? "open" : "shut");', '@typescript-eslint/no-misused-promises'),
    plant('src/web/Gray.tsx', "export const Gray = () => <p color=\"gray\">{'x'}</p>;", 'no-restricted-syntax'),
    plant('src/web/shade.ts', "export const shade = { c: 'red.6' };", 'no-restricted-syntax'),
    plant('src/web/variable.ts', 'export const border = `1px solid var(--mantine-color-blue-3)`;', 'no-restricted-syntax'),
    plant('test/support/forgotten.ts', 'const save = async (): Promise<void> => {};\nexport const forget = (): void => { save(); };', '@typescript-eslint/no-floating-promises'),
    plant('src/platform/edge.ts', 'export const edge = [Date.now(), Math.random(), process.env.PORT]; console.log(edge);'),
    plant('src/web/Lake.tsx', "export const Lake = () => <p color=\"lake\">{'x'}</p>;"),
  ];
};

/** Things that are simply not there in the surroundings of a file; checked by the compiler, with the projects that must refuse them. */
export const plantedTypes = (first: string): Plant[] => [
  { file: `src/modules/${first}/rules/disk.ts`, text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", rules: ['tsconfig.pure.json'] },
  { file: `src/modules/${first}/rules/page.ts`, text: 'export const title = document.title;\n', rules: ['tsconfig.pure.json', 'tsconfig.server.json'] },
  { file: 'src/values/environment.ts', text: 'export const port = process.env.PORT;\n', rules: ['tsconfig.pure.json', 'tsconfig.web.json'] },
  { file: 'src/platform/page.ts', text: 'export const title = document.title;\n', rules: ['tsconfig.server.json'] },
  { file: 'src/platform/enumerated.ts', text: 'export enum Color { Red }\n', rules: ['tsconfig.server.json'] },
  { file: 'src/platform/index-access.ts', text: 'export const first = (all: string[]): string => all[0];\n', rules: ['tsconfig.server.json'] },
  { file: 'src/platform/disk.ts', text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", rules: [] },
  { file: 'src/web/disk.ts', text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", rules: ['tsconfig.web.json'] },
];
