/** Every test file belongs to exactly one group, and the group decides how it is run; none can fall between two. */
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

export const GROUP_NAMES = ['pure', 'house', 'database', 'browser'] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

export type Group = {
  readonly name: GroupName;
  readonly files: readonly string[];
  /** Pure files cannot disturb each other, so they share one process; that is twenty times faster. */
  readonly isolated: boolean;
  readonly concurrency: number;
  /** One test that takes longer than this has hung. */
  readonly secondsPerTest: number;
  /** When nothing at all has ended for so long, the whole group has: a file that keeps a handle open never ends by itself. */
  readonly secondsOfSilence: number;
};

const HOW: Readonly<Record<GroupName, Omit<Group, 'name' | 'files'>>> = {
  pure: { isolated: false, concurrency: 1, secondsPerTest: 60, secondsOfSilence: 150 },
  house: { isolated: true, concurrency: 2, secondsPerTest: 120, secondsOfSilence: 300 },
  database: { isolated: true, concurrency: 2, secondsPerTest: 120, secondsOfSilence: 300 },
  browser: { isolated: true, concurrency: 1, secondsPerTest: 180, secondsOfSilence: 400 },
};

const PURE_PLACE = /^src\/((modules|values|engine|web|seed)\/|[^/]+$)/;
const MEETS_THE_DATABASE = /from '[^']*(\/test\/support\/|\/store\.ts'|\/platform\/(database|embedded|http|migrate))/;

export function groupOf(path: string, text: string): GroupName {
  if (path.startsWith('test/browser/')) return 'browser';
  if (/^test\/[^/]+[.]test[.]ts$/.test(path)) return 'house';
  if (!PURE_PLACE.test(path) || /(^|[/.])store[.]test[.]ts$/.test(path)) return 'database';
  return MEETS_THE_DATABASE.test(text) ? 'database' : 'pure';
}

/** The groups in the order they run: the quickest to say no comes first. */
export function findGroups(root: string, wanted: { readonly names: readonly GroupName[]; readonly glob: string | null }): Group[] {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root }).map((path) => path.replaceAll('\\', '/')).sort()
    .filter((path) => wanted.glob === null || matchesGlob(path, wanted.glob));
  const grouped = Map.groupBy(files, (path) => groupOf(path, readFileSync(join(root, path), 'utf8')));
  return wanted.names.map((name) => ({ name, files: grouped.get(name) ?? [], ...HOW[name] }));
}
