/** A small program that serves a data folder until it is asked to leave, for tests that kill it in every way there is. */
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import type { Purpose } from '../../src/platform/embedded/data-folder.ts';
import { listenForLeave } from '../../src/cli/leave.ts';

const [dataFolder = '', purpose = 'test'] = process.argv.slice(2);
const leaving = listenForLeave();
const cluster = await startCluster({ dataFolder, purpose: purpose as Purpose });
console.log(JSON.stringify({ adopted: cluster.adopted, owner: cluster.connections.owner, root: cluster.root }));
const awake = setInterval(() => {}, 1000);
await leaving.asked;
clearInterval(awake);
await cluster.stop();
process.exit(0);
