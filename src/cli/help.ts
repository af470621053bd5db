/** Lists every command with its usage, and the few settings that all of them read. */
import type { Command, Say } from './command.ts';

export function help(commands: readonly Command[], say: Say): void {
  say('Stepdown: the system in which an intensive outpatient program lives.\n');
  say('  node bin/stepdown.js COMMAND, or: npm start, npm start -- --demo\n');
  for (const { usage, summary } of commands) say(`  ${usage}\n      ${summary}\n`);
  say('  --data FOLDER or STEPDOWN_DATA   where the records live (otherwise data/program or data/demo in this checkout; start prints it)');
  say('  --port N or PORT                 where the program listens (otherwise 4517)');
  say('  DATABASE_URL                     a PostgreSQL server of your own; also DATABASE_APP_URL and DATABASE_WORKER_URL');
}
