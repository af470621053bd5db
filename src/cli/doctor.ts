/** Says in plain words what is wrong with this installation, with a way on for each finding; exit code 1 when something is. */
import type { Configuration } from '../platform/configuration.ts';
import { findDataFolder } from '../platform/embedded/data-folder.ts';
import type { DataFolder } from '../platform/embedded/data-folder.ts';
import { livePostmaster } from '../platform/embedded/postmaster.ts';
import { Halt } from '../platform/halt.ts';
import type { Say } from './command.ts';
import { lookAtDatabase } from './doctor/database.ts';
import { wrong } from './doctor/finding.ts';
import type { Finding } from './doctor/finding.ts';
import { lookAtInstallation } from './doctor/installation.ts';
import { lookAtNetwork } from './doctor/network.ts';
import { lookAtStorage } from './doctor/storage.ts';

const MARKS = { good: 'ok     ', note: 'note   ', warning: 'watch  ', wrong: 'WRONG  ' } as const;

function find(configuration: Configuration): { folder: DataFolder | null; findings: Finding[] } {
  if (configuration.external !== null) return { folder: null, findings: [] };
  try {
    const folder = findDataFolder(configuration.dataFolder, configuration.purpose);
    return { folder, findings: lookAtStorage(folder) };
  } catch (error) {
    if (error instanceof Halt) return { folder: null, findings: [wrong(error.message, error.way)] };
    throw error;
  }
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const { folder, findings: storage } = find(configuration);
  const isRunning = configuration.external !== null || (folder !== null && livePostmaster(folder.cluster) !== null);
  const findings = [
    ...lookAtInstallation(configuration), ...storage,
    ...(await lookAtDatabase(configuration, folder)), ...(await lookAtNetwork(configuration, isRunning)),
  ];
  for (const { level, what, way } of findings) {
    say(`${MARKS[level]}${what}`);
    if (way !== undefined) say(`       → ${way}`);
  }
  const count = findings.filter((each) => each.level === 'wrong').length;
  say(count === 0 ? '\nNothing is wrong.' : `\n${count === 1 ? 'One thing is' : `${count} things are`} wrong.`);
  return count === 0 ? 0 : 1;
}
