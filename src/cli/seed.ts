/** Furnishes the demo program where nobody is real, and refuses a database in which somebody may be (W24). */
import type { Configuration } from '../platform/configuration.ts';
import { usualDataFolder } from '../platform/embedded/data-folder.ts';
import { Halt } from '../platform/halt.ts';
import { DEMO_ORG, furnishDemo } from '../seed/demo.ts';
import type { Say } from './command.ts';
import { listOrganizations } from './organizations.ts';
import { withRecords } from './records.ts';

/** Without a database of one's own, the demo's folder: made-up and real people never share one. */
export function demoOf(configuration: Configuration): Configuration {
  if (configuration.external !== null) return configuration;
  const { checkout, dataFolder } = configuration;
  return { ...configuration, purpose: 'demo', dataFolder: dataFolder === usualDataFolder(checkout, 'program') ? usualDataFolder(checkout, 'demo') : dataFolder };
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  if (configuration.words.length > 0) throw new Halt('seed-takes-no-words', 'There is one demo program, so seed takes no name.', 'Write: stepdown seed [--data FOLDER]');
  const wasThere = await withRecords(demoOf(configuration), say, 'make', async ({ connections, database }) => {
    const organizations = await listOrganizations(database);
    const real = organizations.find((one) => one.kind === 'real');
    if (real !== undefined) {
      throw new Halt('real-organization-here', `This database holds a real organization, "${real.name}"; made-up people never come beside real ones. Nothing was changed.`,
        'Use another database for the demo, or no DATABASE_URL at all: then it gets a folder of its own.');
    }
    await furnishDemo(connections);
    return organizations.some((one) => one.id === DEMO_ORG);
  });
  say(wasThere ? 'The demo program is here already; only what today lacks was added.' : 'The demo program is furnished; nobody in it is real.');
  if (configuration.external === null) say('Next: npm start -- --demo');
  return 0;
}
