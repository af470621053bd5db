/** Notices, once, that this process is asked to leave: Ctrl-C, a stop from the system, a closed terminal, or a starter that was killed. */
import { closeSync } from 'node:fs';

export type Leaving = { readonly asked: Promise<string>; readonly wasAsked: () => boolean; readonly terminalIsGone: () => boolean };

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listening also replaces the default, which would end the process on the spot; repeats change nothing. */
export function listenForLeave(): Leaving {
  let was: string | null = null;
  const asked = new Promise<string>((resolve) => {
    const leave = (why: string): void => {
      was ??= why;
      resolve(why);
    };
    for (const signal of SIGNALS) process.on(signal, () => { leave(signal); });
    process.on('disconnect', () => { leave('disconnect'); });
  });
  /* The channel to the starter must not keep a finished command awake. */
  process.channel?.unref();
  return { asked, wasAsked: () => was !== null, terminalIsGone: () => was === 'SIGHUP' };
}

/** Node restores the terminal as its last act and aborts when the terminal is gone; closed files it leaves alone. */
export function letGoOfTerminal(): void {
  for (const file of [0, 1, 2]) {
    try {
      closeSync(file);
    } catch {
      /* Closed already. */
    }
  }
}
