/** Runs the three wall keepers (graph, lines, types) on a folder and gives back what they refuse, as plain rows. */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** One refusal: which rule, in which file, and what it says. */
export type Refused = { readonly rule: string; readonly file: string; readonly says: string };

const CONFIGURATION = [
  '.dependency-cruiser.cjs', 'eslint.config.js', 'package.json', 'src/modules/stream.ts',
  'tsconfig.base.json', 'tsconfig.pure.json', 'tsconfig.server.json', 'tsconfig.web.json', 'tsconfig.browser.json',
];

/** A folder with the real configuration and only the given files, so that what is caught is caught by the real walls. */
export function scratchFolder(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stepdown-walls-')));
  for (const path of CONFIGURATION) cpSync(join(ROOT, path), join(folder, path));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function run(folder: string, script: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: folder, maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, err });
    });
  });
}

function parsed<Shape>(tool: string, ran: { out: string; err: string }): Shape {
  try {
    return JSON.parse(ran.out) as Shape;
  } catch {
    throw new Error(`${tool} gave no report:\n${ran.err}\n${ran.out.slice(0, 2000)}`);
  }
}

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

/** The import graph of src: every violation, and which source files were really read. */
export async function cruise(folder: string): Promise<{ refused: Refused[]; seen: string[] }> {
  const ran = await run(folder, 'dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']);
  const report = parsed<Cruise>('dependency-cruiser', ran);
  return {
    refused: report.summary.violations.map((one) => ({ rule: one.rule.name, file: one.from, says: `${one.from} -> ${one.to}` })),
    seen: report.modules.map((module) => module.source).filter((source) => /^src\/.*[.]tsx?$/.test(source)),
  };
}

type Lint = { filePath: string; messages: { ruleId: string | null; line: number; message: string }[] };

export async function lint(folder: string): Promise<Refused[]> {
  const ran = await run(folder, 'eslint/bin/eslint.js', ['--format', 'json', '.']);
  return parsed<Lint[]>('ESLint', ran).flatMap((file) =>
    file.messages.map((one) => {
      const path = relative(folder, file.filePath);
      return { rule: one.ruleId ?? 'does-not-parse', file: path, says: `${path}:${one.line} ${one.ruleId}: ${one.message}` };
    }));
}

/** The native compiler, called by path: the other TypeScript installed here is for the tools that read its tree. */
export async function typeCheck(folder: string, project: string): Promise<Refused[]> {
  const { code, out, err } = await run(folder, 'tsc7/bin/tsc', ['--pretty', 'false', '-p', project]);
  const refused = [...out.matchAll(/^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/gm)].map(([says, file, , rule]) => ({ rule: rule!, file: file!, says }));
  if (code !== 0 && refused.length === 0) throw new Error(`tsc -p ${project} failed without naming a file:\n${out}${err}`);
  return refused;
}

export function sourceFiles(folder: string): string[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: folder }).map((path) => path.replaceAll('\\', '/')).sort();
}

export const listed = (refused: readonly Refused[]): string => refused.map((one) => `\n  ${one.rule}: ${one.says}`).join('');
