/** The few rules for single lines that catch bugs; layout is nobody's quarrel and the graph of imports belongs to .dependency-cruiser.cjs. */
import tseslint from 'typescript-eslint';

const TYPED = ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'db/**/*.ts', 'scripts/**/*.ts'];
/* Where the outside world may be touched: the clock, chance, the environment and the terminal. */
const EDGES = ['src/platform/**', 'src/cli/**', 'bin/**', 'test/**', 'db/**', 'scripts/**', '**/*.test.ts', '*.js', '*.cjs'];
const PALETTE = 'lake, moss, amber, brick, plum, danger or stone';
const LIBRARY_COLORS = 'gray|red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange';

const clock = 'The time is an argument: take `now` from the caller (src/platform holds the clock).';
const chance = 'Chance comes from src/platform, so that a test can repeat it.';
const environment = 'Settings are read once, in src/platform; take them as an argument.';
const terminal = 'Log through src/platform (it keeps records out of logs); a command speaks in src/cli.';

const noGlobals = [
  { object: 'Date', property: 'now', message: clock },
  { object: 'Temporal', property: 'Now', message: clock },
  { object: 'Math', property: 'random', message: chance },
  { object: 'process', property: 'env', message: environment },
  { object: 'globalThis', property: 'console', message: terminal },
  { object: 'globalThis', property: 'process', message: environment },
];
const noClockSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];
const noLibraryColors = [
  { selector: `Literal[value=/^(${LIBRARY_COLORS})([.][0-9])?$/]`, message: `Colors are our own: ${PALETTE}.` },
  { selector: `Literal[value=/mantine-color-(${LIBRARY_COLORS})/]`, message: `Colors are our own: ${PALETTE}.` },
  { selector: `TemplateElement[value.raw=/mantine-color-(${LIBRARY_COLORS})/]`, message: `Colors are our own: ${PALETTE}.` },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', '.stepdown/', '**/*.d.ts', '**/*.css'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.cjs'],
    languageOptions: { parser: tseslint.parser, sourceType: 'module' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-self-compare': 'error',
      'no-control-regex': 'error',
      'no-unsafe-finally': 'error',
      'no-fallthrough': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
    },
  },
  {
    /* Only these read types; they cost a whole type check, so they are few. */
    files: TYPED,
    /* Pure files have no promise to forget, and their schemas are the dearest types to work out: a quarter of the time. */
    ignores: ['**/contract.ts', '**/*.contract.ts', '**/words.ts', '**/rules.ts', '**/rules/**', 'src/values/**'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.server.json', './tsconfig.web.json', './tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', {
        allowForKnownSafeCalls: [
          { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] },
        ],
      }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false, returns: false, variables: false, inheritedMethods: false } }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js'],
    ignores: [...EDGES, 'src/web/**'],
    rules: {
      'no-restricted-properties': ['error', ...noGlobals],
      'no-restricted-syntax': ['error', ...noClockSyntax],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:process', importNames: ['env'], message: environment }, { name: 'node:console', message: terminal }] }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/web/**/*.ts', 'src/web/**/*.tsx'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...noGlobals],
      'no-restricted-syntax': ['error', ...noClockSyntax, ...noLibraryColors],
      'no-console': 'error',
    },
  },
  {
    /* A browser has a clock of its own; one file may look at it and every other asks that file. */
    files: ['src/web/clock.ts', 'src/web/*/clock.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', ...noLibraryColors] },
  },
);
