#!/usr/bin/env node
/** The command line's front step: any Node can read this file, and it says plainly when that Node is too old to go on. */
const parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write(
    'Stepdown needs Node.js 20.19 or newer to begin; this is ' + process.versions.node + '.\n' +
    'Install a current Node.js (24 is best) from https://nodejs.org and run the same command again.\n',
  );
  process.exitCode = 1;
} else {
  import('./bootstrap.js').then((bootstrap) => bootstrap.run(process.argv.slice(2)));
}
