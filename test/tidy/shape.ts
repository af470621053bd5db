/** Rules about the shape of files: how long, how named, what a module folder holds, how a file begins. */
import { eachFile, isCode, isGenerated, isTest, linesOf } from './offence.ts';
import type { TidyRule } from './offence.ts';
import { functionsOf } from './syntax.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 200;
const BYTES = 200_000;

const fileLength = eachFile('file-length', (file) => isCode(file.path) && !isGenerated(file), ({ text }) => {
  const lines = linesOf(text).length;
  return lines > FILE_LINES ? [{ line: FILE_LINES + 1, instead: `${lines} lines; at most ${FILE_LINES}. Cut it where the second thought begins.` }] : [];
});

const functionLength = eachFile('function-length', (file) => isCode(file.path) && !isGenerated(file), (file) =>
  functionsOf(file).flatMap(({ name, line, lines, isCallback }) => {
    /* The callback of `describe` is a chapter, not a function; what it does is measured test by test by a reader. */
    if (isTest(file.path) && isCallback) return [];
    const isComponent = file.path.endsWith('.tsx') && /^[A-Z]/.test(name);
    const limit = isComponent ? COMPONENT_LINES : FUNCTION_LINES;
    return lines > limit ? [{ line, instead: `${name} has ${lines} lines; at most ${limit}. Name its parts and call them.` }] : [];
  }));

const fileSize = eachFile('file-size', (file) => file.path !== 'package-lock.json', ({ bytes }) =>
  bytes > BYTES ? [{ line: 1, instead: `${bytes} bytes; at most ${BYTES}. Generate it, shrink it, or fetch it from a package.` }] : []);

const MODULE_FILE = /^(README[.]md|(words|([a-z-]+[.])?contract|rules|store|acts|index)[.]ts|(store|acts)\/[a-z0-9-]+([.]test)?[.]ts|rules\/[a-z0-9-]+([.]props)?([.]test)?[.]ts|[a-z0-9]+(-[a-z0-9]+)+[.]ts|[a-z0-9-]+([.][a-z]+)?[.]test[.]ts)$/;

const moduleFolder = eachFile('module-folder', (file) => /^src\/modules\/[^/]+\//.test(file.path), ({ path }) => {
  const inside = path.split('/').slice(3).join('/');
  return MODULE_FILE.test(inside) ? [] : [{
    line: 1,
    instead: 'A module folder holds README.md, words.ts, contract.ts or area.contract.ts, rules.ts or rules/*.ts, store.ts or store/*.ts, acts.ts, acts/*.ts or verb-noun.ts, index.ts and tests. What else it is belongs elsewhere.',
  }];
});

const EMPTY_NAME = /^(utils?|helpers?|common|shared|lib|misc|managers?|services?|data|infos?)$/;
const EMPTY_ENDING = /-(utils?|helpers?|misc|manager|service|info)$/;

const fileName = eachFile('file-name', (file) => /^(src|test|bin|db)\//.test(file.path), ({ path }) => {
  const empty = path.split('/').slice(1).map((part) => part.split('.')[0]!.toLowerCase()).find((part) => EMPTY_NAME.test(part) || EMPTY_ENDING.test(part));
  return empty === undefined ? [] : [{ line: 1, instead: `"${empty}" says nothing of what is inside. Name the thing; if it has no name, it is two things.` }];
});

const firstLine = eachFile('first-line', (file) => isCode(file.path) || /^src\/.*[.]css$/.test(file.path), ({ path, text }) => {
  const lines = linesOf(text);
  const at = lines[0]?.startsWith('#!') ? 1 : 0;
  const opening = lines[at] ?? '';
  const begins = path.endsWith('.css') ? /^\/\*\*? \S+/ : /^\/\*\* \S+/;
  const isPromise = begins.test(opening) || (opening === '/**' && /^ \* \S+/.test(lines[at + 1] ?? ''));
  return isPromise ? [] : [{ line: at + 1, instead: 'Begin with one sentence in /** ... */: the promise this file keeps.' }];
});

export const SHAPE: readonly TidyRule[] = [fileLength, functionLength, fileSize, moduleFolder, fileName, firstLine];
