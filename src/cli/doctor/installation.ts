/** Looks at Node and the installed packages. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../platform/configuration.ts';
import { shippedBinaries } from '../../platform/embedded/binaries.ts';
import { Halt } from '../../platform/halt.ts';
import { good, note, warning, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 ? good(`Node.js ${process.versions.node}.`) : wrong(`Node.js ${process.versions.node} is too old.`, 'Start through npm start, which brings Node 24 along.');
}

function packages(checkout: string): Finding {
  const marker = join(checkout, 'node_modules', '.stepdown-installed');
  if (!existsSync(marker)) return warning('It cannot be told whether the installed packages are the ones of this version.', 'Run npm start once; it looks after that.');
  const wanted = createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json'))).digest('hex');
  if (readFileSync(marker, 'utf8').trim() === wanted) return good('The installed packages are those of this version.');
  return wrong('The installed packages are not those of this version.', 'Run npm start; it installs what is missing.');
}

function database(configuration: Configuration): Finding {
  if (configuration.external !== null) return note('The built-in database is not used: DATABASE_URL is set.');
  try {
    return good(`The built-in database is PostgreSQL ${Number.parseFloat(shippedBinaries().version)}.`);
  } catch (error) {
    if (error instanceof Halt) return wrong(error.message, error.way);
    throw error;
  }
}

export function lookAtInstallation(configuration: Configuration): Finding[] {
  return [node(), packages(configuration.checkout), database(configuration)];
}
