/** Finds the command that was asked for, runs it, and turns every stop into plain words and an exit code. */
import { readConfiguration } from '../platform/configuration.ts';
import { nearest } from '../platform/flags.ts';
import { Halt } from '../platform/halt.ts';
import { COMMANDS } from './commands.ts';
import { help } from './help.ts';

function say(line: string): void {
  console.log(line);
}

function explain(error: unknown): void {
  if (error instanceof Halt) {
    console.error(`${error.message}\n${error.way}`);
    return;
  }
  console.error(error instanceof Error ? error.stack ?? error.message : String(error));
  console.error('This is a mistake in the program, not in what you typed. "stepdown doctor" may show what is amiss.');
}

export async function run(words: readonly string[]): Promise<number> {
  /* A terminal that was closed refuses every further line; the program still has to stop in order. */
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const name = words[0] ?? 'help';
  if (name === 'help' || words.includes('--help') || words.includes('-h')) {
    help(COMMANDS, say);
    return 0;
  }
  try {
    const command = COMMANDS.find((each) => each.name === name);
    if (command === undefined) {
      throw new Halt('command-unknown', `There is no command "${name}".`, `Did you mean "${nearest(name, ['help', ...COMMANDS.map((each) => each.name)])}"? "stepdown help" lists them all.`);
    }
    const configuration = readConfiguration(words.slice(1), command.flags);
    const { run: runCommand } = await command.load();
    return await runCommand(configuration, say);
  } catch (error) {
    explain(error);
    return 1;
  }
}
