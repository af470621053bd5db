/** Looks at the place of the records: may it be there, who can read it, is there room, is the disk encrypted. */
import { existsSync, readFileSync, readdirSync, statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { shippedMajor } from '../../platform/embedded/binaries.ts';
import { checkDataFolder, isClosedToOthers } from '../../platform/embedded/data-folder.ts';
import type { DataFolder } from '../../platform/embedded/data-folder.ts';
import { Halt } from '../../platform/halt.ts';
import { good, note, warning, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/* Below one gigabyte a busy day of write-ahead log (max_wal_size) can fill the disk, and the database stops. */
const ROOM_MIN_BYTES = 1e9;
const ROOM_GOOD_BYTES = 5e9;

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function room(folder: DataFolder): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(folder.path));
  const bytes = bavail * bsize;
  const gigabytes = `${(bytes / 1e9).toFixed(1)} GB are free where the records live`;
  if (bytes < ROOM_MIN_BYTES) return wrong(`Only ${gigabytes}.`, 'Free some space, or move the data folder to a larger disk and name it with --data.');
  return bytes < ROOM_GOOD_BYTES ? warning(`${gigabytes}; that fills up.`, 'Plan for more space soon.') : good(`${gigabytes}.`);
}

function closed(folder: DataFolder): Finding[] {
  const findings: Finding[] = [];
  for (const path of [folder.cluster, folder.keys, folder.log, folder.passwords]) {
    if (!existsSync(path)) continue;
    if (!isClosedToOthers(statSync(path).mode)) findings.push(wrong(`Other users of this machine can read ${path}.`, `Run: chmod go= ${path}`));
  }
  if (!existsSync(folder.passwords)) findings.push(wrong(`${folder.passwords} is missing, and without it nobody can open the database.`, 'Put it back from a backup of this folder.'));
  if (statSync(folder.cluster).uid !== folder.runner.uid) findings.push(warning(`${folder.cluster} belongs to another user than the one the database runs as.`, 'As root, npm start sets it right; otherwise start as the user it belongs to.'));
  return findings.length > 0 ? findings : [good('Records, keys and passwords are closed to other users.')];
}

/** Device mapper names an encrypted volume CRYPT-…; what lies below a volume is found through its slaves. */
function isEncrypted(device: string): boolean {
  const block = `/sys/dev/block/${device}`;
  const uuid = `${block}/dm/uuid`;
  if (existsSync(uuid) && readFileSync(uuid, 'utf8').startsWith('CRYPT-')) return true;
  if (!existsSync(`${block}/slaves`)) return false;
  return readdirSync(`${block}/slaves`).some((slave) => isEncrypted(readFileSync(`${block}/slaves/${slave}/dev`, 'utf8').trim()));
}

/** glibc's packing of device numbers, for the small ones that disks have. */
function deviceOf(path: string): string {
  const { dev } = statSync(nearestExisting(path));
  return `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
}

function encryption(folder: DataFolder): Finding {
  if (process.platform === 'linux' && isEncrypted(deviceOf(folder.path))) return good('The disk below the records is encrypted.');
  return warning('It cannot be told from here whether the disk below the records is encrypted.',
    'Make sure that it is (LUKS, FileVault, or your host\'s volume encryption): a lost unencrypted disk is a breach that must be notified.');
}

export function lookAtStorage(folder: DataFolder): Finding[] {
  if (!existsSync(folder.cluster)) return [note(`There are no records yet; they will live in ${folder.path}.`), room(folder), encryption(folder)];
  try {
    checkDataFolder(folder, shippedMajor());
  } catch (error) {
    if (error instanceof Halt) return [wrong(error.message, error.way)];
    throw error;
  }
  return [good(`The records live in ${folder.path}.`), ...closed(folder), room(folder), encryption(folder)];
}
