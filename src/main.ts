/** The one entry of the program: hands the words of the command line to a command and ends with its answer. */
import { run } from './cli/run.ts';

export async function main(words: readonly string[]): Promise<void> {
  process.exitCode = await run(words);
}

if (import.meta.main) await main(process.argv.slice(2));
