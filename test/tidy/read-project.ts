/** Reads every file that belongs to the project: what git keeps or would keep, or the whole folder where there is no git. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFile } from './offence.ts';

const TEXT = /([.](ts|tsx|js|cjs|mjs|json|md|sql|yaml|yml|css|html|svg|sh|txt|csv)|(^|\/)([.]gitignore|Dockerfile|LICENSE|run))$/;
/* A copy without git (an archive somebody downloaded) has the same files plus what running it leaves behind. */
const LEFT_BEHIND = new Set(['node_modules', '.git', 'dist', 'data', '.stepdown', 'shots']);

function walked(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_BEHIND.has(entry.name) ? [] : walked(root, path);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}

function listed(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return walked(root);
  try {
    const out = execFileSync('git', ['-c', `safe.directory=${root}`, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set(out.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return walked(root);
  }
}

export function readProject(root: string): ProjectFile[] {
  return listed(root).sort().map((path) => ({
    path,
    bytes: statSync(join(root, path)).size,
    text: TEXT.test(path) ? readFileSync(join(root, path), 'utf8') : '',
  }));
}
