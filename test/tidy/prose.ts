/** Rules about words: what people read says participant, spells as in the US, promises nothing for later and names no real person or machine. */
import { eachFile, isGenerated, matches, quotesOffences } from './offence.ts';
import type { ProjectFile, TidyRule } from './offence.ts';
import { stringsOf } from './syntax.ts';

const isWritten = (file: ProjectFile): boolean =>
  file.text !== '' && !isGenerated(file) && !quotesOffences(file.path) && file.path !== 'LICENSE' && !file.path.endsWith('.svg');

const CATALOG = /^src\/web\/words\/[^/]+[.]ts$/;
/* Whoever signs in is a user to the sign-in library, and the word is at home there. */
const CONTRACT = /^src\/(?!platform\/sign-in\/)(.*[./])?contract[.]ts$/;
const NOT_OUR_WORD = /\b(patients?|clients?|users?|pacientes?|clientes?|usuari[oa]s?)\b/gi;

const ourWord = eachFile('our-word', (file) => CATALOG.test(file.path) || CONTRACT.test(file.path), (file) =>
  stringsOf(file)
    /* In a contract a string without a space is a name for machines; in a catalog every string is read by people. */
    .filter(({ text }) => CATALOG.test(file.path) || text.includes(' '))
    .flatMap(({ text, line }) => matches(text.replace(/\{\w+\}/g, ''), NOT_OUR_WORD).map(({ found }) => ({
      line, instead: `"${found}": say participant, or the role of the person (facilitator, counselor, front desk).`,
    }))));

const later = eachFile('no-later', isWritten, ({ text }) =>
  matches(text, /\b(TODO|FIXME)\b/g).map(({ found, line }) => ({ line, instead: `${found}: do it now, or write an issue and leave no note here.` })));

/* Stems as written abroad; each is refused as a word of its own and at the front of a name in camelCase or snake_case. */
const ABROAD: readonly (readonly [pattern: string, here: string])[] = [
  ['programmes?', 'program'], ['enrol(s|ments?)?', 'enroll, enrollment'], ['counsell(or|ors|ing|ed)', 'counselor, counseling'],
  ['authoris(e|es|ed|ing|ation|ations)', 'authorize'], ['organis(e|es|ed|ing|er|ation|ations)', 'organize'], ['recognis(e|es|ed|ing)', 'recognize'],
  ['(un)?cancell(ed|ing)', 'canceled, canceling'], ['colour(s|ed|ing|ful)?', 'color'], ['behaviours?', 'behavior'], ['favour(s|ed|ite|ites)?', 'favor'],
  ['centre[sd]?', 'center'], ['licences?', 'license'], ['practis(e|es|ed|ing)', 'practice'], ['(un)?labell(ed|ing)', 'labeled'], ['travell(ed|ing|er)', 'traveled'],
  ['modell(ed|ing)', 'modeled'], ['analys(e|ed|ing)', 'analyze'], ['catalogues?', 'catalog'], ['grey', 'gray'], ['cheques?', 'check'],
  ['fulfil(s|ment)?', 'fulfill'], ['instalments?', 'installment'], ['whilst', 'while'], ['defence', 'defense'], ['judgements?', 'judgment'],
  ['(de)?serialis(e|es|ed|ing|ation|er)', 'serialize'], ['(un)?normalis(e|es|ed|ing|ation)', 'normalize'], ['summaris(e|es|ed|ing)', 'summarize'],
  ['minimis(e|es|ed|ing)', 'minimize'], ['initialis(e|es|ed|ing|ation)', 'initialize'], ['finalis(e|es|ed|ing)', 'finalize'], ['prioritis(e|es|ed|ing)', 'prioritize'],
  ['materialis(e|es|ed|ing)', 'materialize'], ['customis(e|es|ed|ing)', 'customize'], ['optimis(e|es|ed|ing|ation)', 'optimize'], ['apologis(e|es|ed|ing)', 'apologize'],
  ['synchronis(e|es|ed|ing|ation)', 'synchronize'], ['neighbours?', 'neighbor'], ['honour(s|ed|ing)?', 'honor'], ['learnt', 'learned'], ['ageing', 'aging'],
];
/* Spanish has words of its own that look like these. */
const IN_SPANISH = /(^|[/.-])es[.]ts$/;

const spelling = eachFile('us-spelling', (file) => isWritten(file) && !IN_SPANISH.test(file.path), ({ text }) =>
  ABROAD.flatMap(([abroad, here]) => matches(text, new RegExp(`(?<![A-Za-z])(?i:${abroad})(?![a-z])`, 'g'))
    .map(({ found, line }) => ({ line, instead: `"${found}": in the US it is ${here}.` }))));

const machine = eachFile('no-machine', isWritten, ({ text }) =>
  matches(text, /(?<![\w.~})-])\/(work|root|home\/\w+|Users\/\w+)\//g)
    .map(({ found, line }) => ({ line, instead: `"${found}": an absolute path belongs to one machine; start from the folder of the project.` })));

/* Never issued by the Social Security Administration: areas 000, 666 and 900-999. */
const socialSecurity = eachFile('no-real-ssn', isWritten, ({ text }) =>
  matches(text, /(?<![\w-])(?!000|666|9)\d{3}-\d{2}-\d{4}(?![\w-])/g)
    .map(({ line }) => ({ line, instead: 'This could be somebody\'s Social Security number; numbers that begin with 9 are nobody\'s.' })));

/* Reserved for fiction by the North American Numbering Plan: 555-0100 to 555-0199 in every area. */
const telephone = eachFile('no-real-phone', isWritten, ({ text }) =>
  matches(text, /(?<![\w.-])(\+1[ -.]?)?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])|\+1\d{10}\b/g)
    .filter(({ found }) => !/55501\d\d$/.test(found.replace(/\D/g, '')))
    .map(({ found, line }) => ({ line, instead: `"${found}" may ring at somebody's home; use 555-0100 to 555-0199 in any area.` })));

const palette = eachFile('our-color', (file) => /^src\/web\/.*[.]css$/.test(file.path), ({ text }) =>
  matches(text, /--mantine-color-(gray|red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)\b/g)
    .map(({ found, line }) => ({ line, instead: `${found}: colors are our own: lake, moss, amber, brick, plum, danger, stone.` })));

export const PROSE: readonly TidyRule[] = [ourWord, later, spelling, machine, socialSecurity, telephone, palette];
