/** The table of commands: what each is called, what it does in one line, how it is written, and where it lives. */
import type { Command } from './command.ts';

export const COMMANDS: readonly Command[] = [
  {
    name: 'start', summary: 'Run the program, with its built-in database or the one in DATABASE_URL.',
    usage: 'start [--demo] [--data FOLDER] [--port N] [--host NAME --tls-cert FILE --tls-key FILE | --behind-proxy]',
    load: () => import('./start.ts'),
  },
  { name: 'migrate', summary: 'Bring the database to the form this version needs.', usage: 'migrate [--data FOLDER]', load: () => import('./migrate.ts') },
  { name: 'seed', summary: 'Furnish the demo program in an empty database, or add what today lacks in one furnished before.', usage: 'seed [--data FOLDER]', load: () => import('./seed.ts') },
  {
    name: 'import', summary: 'Take participants from a CSV file: all of its rows, or none and the reasons.',
    usage: 'import FILE.csv [--organization NAME] [--data FOLDER]', flags: { organization: 'value' }, load: () => import('./import.ts'),
  },
  {
    name: 'export', summary: 'Write everything of one organization into an empty folder, as text with checksums.',
    usage: 'export FOLDER [--organization NAME] [--data FOLDER]', flags: { organization: 'value' }, load: () => import('./export.ts'),
  },
  { name: 'backup', summary: 'Write all records into one archive; the program must be stopped.', usage: 'backup FOLDER|FILE.tar.gz [--data FOLDER]', load: () => import('./backup.ts') },
  {
    name: 'restore', summary: 'Check an archive and unpack it into an empty data folder.',
    usage: 'restore FILE.tar.gz [--into FOLDER]', flags: { into: 'value' }, load: () => import('./restore.ts'),
  },
  { name: 'doctor', summary: 'Say what is wrong with this installation, and the way on for each finding.', usage: 'doctor [--data FOLDER]', load: () => import('./doctor.ts') },
];
