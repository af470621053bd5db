/** Rules about documents: module pages, decision records and the three house papers keep their form; a promise made is a promise tested. */
import { eachFile, isTest, linesOf } from './offence.ts';
import type { Offence, ProjectFile, TidyRule } from './offence.ts';
import { testTitlesOf } from './syntax.ts';

const MODULE_HEADINGS = ['What this is', 'Words', 'Promises', 'Tables', 'Who may', 'Refuses', 'Not here'];
const MODULE_PAGE = /^src\/modules\/[^/]+\/README[.]md$/;

const modulePage = eachFile('module-page', (file) => MODULE_PAGE.test(file.path), ({ text }) => {
  const headings = linesOf(text).filter((line) => /^##+ /.test(line)).map((line) => line.replace(/^#+ /, '').trim());
  return headings.join('|') === MODULE_HEADINGS.join('|') ? []
    : [{ line: 1, instead: `Its headings are ${headings.join(' · ') || 'none'}; they must be, in this order: ${MODULE_HEADINGS.join(' · ')}.` }];
});

const moduleHasPage: TidyRule = {
  name: 'module-has-page',
  find: (files) => {
    const folders = new Set(files.flatMap(({ path }) => /^src\/modules\/[^/]+(?=\/)/.exec(path)?.[0] ?? []));
    const paths = new Set(files.map(({ path }) => path));
    return [...folders].filter((folder) => !paths.has(`${folder}/README.md`))
      .map((folder) => ({ rule: 'module-has-page', path: `${folder}/README.md`, line: 1, instead: `Write it: ${MODULE_HEADINGS.join(' · ')}.` }));
  },
};

const NUMBER = /\b[A-Z]{2,4}-\d+\b/g;
/* Looks like a promise and is not: names of instruments, standards, forms, code systems. */
const NOT_A_PROMISE = /^(PHQ|GAD|ICD|UTF|ISO|SHA|RFC|DSM|CFR|FHIR|AES|HTTP|CMS|UB|BAM|ASI|CIWA|COWS|AUDIT|DAST|PCL|US|USD|X)-\d/;

/** Where a module page makes promises: a line of its Promises chapter that begins with the number. */
export function promisesOf(file: ProjectFile): { number: string; line: number }[] {
  let within = false;
  return linesOf(file.text).flatMap((line, index) => {
    if (/^##+ /.test(line)) within = /^##+ Promises\s*$/.test(line);
    const number = within ? /^\s*(?:[-*]|\d+[.]|\|)?\s*(?:\*\*|`)?([A-Z]{2,4}-\d+)\b/.exec(line)?.[1] : undefined;
    return number === undefined ? [] : [{ number, line: index + 1 }];
  });
}

const promises: TidyRule = {
  name: 'promises-tested',
  find: (files) => {
    const made = files.filter(({ path }) => /^src\/.*README[.]md$/.test(path)).flatMap((file) => promisesOf(file).map((promise) => ({ ...promise, path: file.path })));
    const cited = files.filter(({ path }) => isTest(path) && !path.startsWith('test/tidy'))
      .flatMap((file) => testTitlesOf(file).flatMap(({ text, line }) => (text.match(NUMBER) ?? []).map((number) => ({ number, line, path: file.path }))));
    const known = new Set(made.map(({ number }) => number));
    const tested = new Set(cited.map(({ number }) => number));
    const offence = ({ path, line }: { path: string; line: number }, instead: string): Offence => ({ rule: 'promises-tested', path, line, instead });
    return [
      ...made.filter(({ number }) => !tested.has(number)).map((one) => offence(one, `No test is titled with ${one.number}. Prove the promise and put its number in the title, or take it back.`)),
      ...made.filter((one, index) => made.findIndex(({ number }) => number === one.number) !== index).map((one) => offence(one, `${one.number} is promised twice. Give this one the next free number.`)),
      ...cited.filter(({ number }) => !known.has(number) && !NOT_A_PROMISE.test(number)).map((one) => offence(one, `No module page promises ${one.number}. Cite one that exists, or write it down there first.`)),
    ];
  },
};

const RECORD_PARTS = ['Date', 'Status', 'Context', 'Options', 'Decision', 'Consequences', 'Revisit when'];
const RECORD_LINES = 60;

const decisionRecord = eachFile('decision-record', (file) => /^docs\/decisions\/\d{4}-.*[.]md$/.test(file.path), ({ text }) => {
  const lines = linesOf(text);
  const parts = lines.flatMap((line) => /^(?:#+ |[-*] )?(?:\*\*)?(Date|Status|Context|Options|Decision|Consequences|Revisit when)\b/.exec(line)?.[1] ?? []);
  const missing = RECORD_PARTS.filter((part) => !parts.includes(part));
  return [
    ...(lines[0]?.startsWith('# ') ? [] : [{ line: 1, instead: 'Begin with its title: `# ` and one line.' }]),
    ...(missing.length === 0 ? [] : [{ line: 1, instead: `It lacks: ${missing.join(', ')}. A record has ${RECORD_PARTS.join(' · ')}.` }]),
    ...(lines.length > RECORD_LINES ? [{ line: RECORD_LINES + 1, instead: `${lines.length} lines; at most ${RECORD_LINES}. Keep the fact, the options with their price, the decision.` }] : []),
  ];
});

const PAPERS: Readonly<Record<string, number>> = { 'ARCHITECTURE.md': 150, 'STYLE.md': 120, 'CONTRIBUTING.md': 60 };

const paperLength = eachFile('paper-length', (file) => file.path in PAPERS, ({ path, text }) => {
  const lines = linesOf(text).length;
  const limit = PAPERS[path]!;
  return lines > limit ? [{ line: limit + 1, instead: `${lines} lines; at most ${limit}. A paper nobody finishes is not read.` }] : [];
});

export const DOCUMENTS: readonly TidyRule[] = [modulePage, moduleHasPage, promises, decisionRecord, paperLength];
