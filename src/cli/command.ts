/** What a command is: a name, a line about it, how it is written, and the file that does it. */
import type { Configuration } from '../platform/configuration.ts';
import type { FlagKind } from '../platform/flags.ts';

export type Say = (line: string) => void;

export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Flags that only this command knows, beside those every command reads. */
  readonly flags?: Readonly<Record<string, FlagKind>>;
  /** A command answers with the exit code of the program. */
  readonly load: () => Promise<{ run(configuration: Configuration, say: Say): Promise<number> }>;
};
