/** The walls of the house: which file may import which, built from the stream of modules and tried by test/walls.test.ts. */
const { STREAM } = require('./src/modules/stream.ts');

const TEST = '[.]test[.]ts$';
const LISTED = Object.keys(STREAM);
const DOOR = '^src/modules/[^/]+/(index|words|[a-z.-]*contract)[.]ts$';
const CONTRACT = '^src/.+[./]contract[.]ts$';
const RULES = '^src/modules/[^/]+/rules([.]ts$|/)';

/* Pure files are decided by name alone, so that a reader knows from a path what a file can see. */
const PURE = [
  '^src/modules/stream[.]ts$',
  '^src/modules/[^/]+/words[.]ts$',
  CONTRACT,
  RULES,
  '^src/values/',
  '^src/permissions[.]ts$',
  /* The shape of a decision: rules answer with it. */
  '^src/platform/outcome[.]ts$',
];
/* Temporal is arithmetic on dates; its one impure corner, Temporal.Now, is refused by ESLint. */
const PURE_LIBRARIES = '(^|/)node_modules/(zod|temporal-polyfill|temporal-spec)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/* One rule for each module, so that the message names the module and what it may know. */
const stream = LISTED.map((name) =>
  forbid(
    `stream-${name}`,
    `${name} may know only: ${STREAM[name].join(', ') || 'no other module'} (src/modules/stream.ts decides).`,
    { path: `^src/modules/${name}/`, pathNot: TEST },
    { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${[name, ...STREAM[name]].join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    ...stream,
    forbid(
      'stream-unlisted',
      'A module that src/modules/stream.ts does not list has no place in the program yet: list it there first.',
      {},
      { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${LISTED.join('|')})/` },
    ),
    forbid(
      'stream-unlisted-from',
      'A module that src/modules/stream.ts does not list may import nothing: list it there first.',
      { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${LISTED.join('|')})/` },
      {},
    ),
    forbid(
      'front-door',
      'From outside a module only its index.ts, words.ts and contract.ts are open.',
      { path: '^src/modules/([^/]+)/', pathNot: RULES },
      { path: '^src/modules/[^/]+/', pathNot: [DOOR, '^src/modules/$1/'] },
    ),
    forbid(
      'front-door-rules',
      'Rules may read the rules of an earlier module (its index is not pure), but nothing else behind its door.',
      { path: '^src/modules/([^/]+)/rules([.]ts$|/)' },
      { path: '^src/modules/[^/]+/', pathNot: [DOOR, RULES, '^src/modules/$1/'] },
    ),
    forbid(
      'front-door-outside',
      'From outside the modules only index.ts, words.ts and contract.ts of a module are open.',
      { pathNot: '^src/modules/' },
      { path: '^src/modules/[^/]+/', pathNot: DOOR },
    ),
    forbid(
      'modules-know-no-outside',
      'A module stands on platform, values, permissions and earlier modules; what calls it stays unknown to it.',
      { path: '^src/modules/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(modules|platform|values)/|^src/permissions[.]ts$' },
    ),
    forbid(
      'pure-sees-pure',
      'A pure file (words, contract, rules, values) imports pure files and zod only: no node:, no database, no store.',
      { path: PURE, pathNot: TEST },
      { pathNot: [...PURE, PURE_LIBRARIES] },
    ),
    forbid(
      'values-stand-alone',
      'Values and permissions are the ground floor: they import values only.',
      { path: ['^src/values/', '^src/permissions[.]ts$'], pathNot: TEST },
      { path: '^src/', pathNot: '^src/values/' },
    ),
    forbid(
      'workflows-only-from-routes',
      'An act across modules is reached through routes.ts only (doors.ts makes the first organization, seeds act as the program does); two workflows never call each other.',
      { pathNot: ['^src/(routes/[a-z-]+|routes|doors|planner)[.]ts$', '^src/(seed|cli)/', '^src/workflows/', '^test/', TEST] },
      { path: '^src/workflows/', pathNot: CONTRACT },
    ),
    forbid(
      'workflows-share-facts-only',
      'What two workflows both load stands in a file whose name ends in -facts; nothing else is shared between them.',
      { path: '^src/workflows/', pathNot: TEST },
      { path: '^src/workflows/', pathNot: [CONTRACT, '-facts[.]ts$'] },
    ),
    forbid(
      'workflows-open-doors',
      'A workflow stands on module doors, platform, values and permissions.',
      { path: '^src/workflows/', pathNot: TEST },
      { path: '^src/', pathNot: [DOOR, '^src/(platform|values|workflows)/', '^src/permissions[.]ts$'] },
    ),
    forbid(
      'boards-open-doors',
      'A board reads through module doors and platform, never through a store.',
      { path: '^src/boards/', pathNot: TEST },
      { path: '^src/', pathNot: [DOOR, '^src/(platform|values|boards)/', '^src/permissions[.]ts$'] },
    ),
    forbid(
      'web-sees-contracts',
      'The web app sees contracts, words, values and permissions; nothing of the server.',
      { path: '^src/web/', pathNot: TEST },
      {
        path: '^src/',
        pathNot: [
          '^src/web/',
          '^src/values/',
          '^src/permissions[.]ts$',
          '^src/modules/[^/]+/words[.]ts$',
          CONTRACT,
        ],
      },
    ),
    forbid(
      'web-sees-no-node',
      'The web app runs in a browser: no Node module is there.',
      { path: '^src/web/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'server-sees-no-web',
      'The server never imports the web app; what both need is a contract, a word or a value.',
      { path: '^src/', pathNot: '^src/web/' },
      { path: '^src/web/' },
    ),
    forbid(
      'platform-knows-no-program',
      'Platform knows no word of the program: pass it in.',
      { path: '^src/platform/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(platform|values)/' },
    ),
    forbid(
      'no-cycle',
      'Two files that need each other are one file, or hide a third.',
      {},
      { circular: true },
    ),
    forbid(
      'no-orphan',
      'A file that nothing imports and that imports nothing is not part of the program.',
      { orphan: true, pathNot: [TEST, '[.]d[.]ts$', '^src/modules/stream[.]ts$', '^src/main[.]ts$', '^src/web/[^/]+[.]tsx$'] },
      {},
    ),
    forbid(
      'no-test-in-source',
      'Source never imports a test or anything under test/.',
      { path: '^src/', pathNot: TEST },
      { path: ['^test/', TEST] },
    ),
    forbid(
      'import-exists',
      'The import leads nowhere: a wrong path, a missing .ts extension, or a package that is not installed.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'package-is-declared',
      'A package that is used is named in package.json; one that merely happens to be installed may vanish.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|svg|woff2)' },
    /* An import of a type alone is knowledge too, and is erased before it runs: it must be read from the source. */
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
};
