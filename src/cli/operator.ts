/** Who acts when a command is typed: no member of staff, but an account of this machine, which the access row names. */
import { hostname, userInfo } from 'node:os';
import type { Actor } from '../platform/actor.ts';
import { Halt } from '../platform/halt.ts';
import { listenForLeave } from './leave.ts';
import type { Say } from './command.ts';

/* RFC 9562, 5.9: the nil UUID stands for nobody; no staff row carries it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const EVERY_MS = 1000;

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    /* A container may run under a number that has no name. */
    return String(process.getuid?.() ?? 'unknown');
  }
}

export function operator(orgId: string): { actor: Actor; address: string } {
  return {
    actor: { orgId, id: NOBODY, signInId: `terminal:${accountName()}`, roles: [], permissions: new Set(), placeIds: [], signature: { name: '', credential: '' } },
    address: `terminal of ${hostname()}`,
  };
}

/** Says how far it is, once a second and not in the first one; ends the work when this process is asked to leave. */
export function progressOf(say: Say): (line: () => string) => void {
  const leaving = listenForLeave();
  let last = performance.now();
  return (line) => {
    if (leaving.wasAsked()) throw new Halt('interrupted', 'Stopped before the end. Nothing was saved.', 'Do it again when there is time.');
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    say(`  ${line()}`);
  };
}

export function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;
}
