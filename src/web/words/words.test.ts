/** Proves that both languages say the same things, that every id is used, and that no word about people hurts. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { COMMON_REFUSALS } from '../../platform/contract.ts';
import { en } from './en.ts';
import { es } from './es.ts';

const WEB = join(import.meta.dirname, '..');
const SRC = join(WEB, '..');

function placeholders(message: string): string[] {
  const names = new Set<string>();
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      const choices: unknown = token[2];
      if (typeof choices === 'object' && choices !== null) for (const choice of Object.values(choices)) walk(choice);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...names].filter((name) => name !== '#').sort();
}

test('every message compiles and takes the same values in both languages', () => {
  for (const [id, message] of Object.entries(en)) assert.deepEqual(placeholders(es[id as keyof typeof en]), placeholders(message), id);
  assert.deepEqual(Object.keys(es).sort(), Object.keys(en).sort());
});

test('no id is said in two files, where one would silently speak for the other', async () => {
  for (const language of ['en', 'es']) {
    const files = (await readdir(import.meta.dirname)).filter((name) => new RegExp(`^${language}(-[a-z-]+)?[.]ts$`).test(name));
    const ids = (await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), 'utf8')))).flatMap((text) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1] ?? ''));
    assert.ok(ids.length > 1000);
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], language);
  }
});

test('bold is opened and closed alike in both languages', () => {
  const tags = (text: string): number => (text.match(/<b>/g) ?? []).length - (text.match(/<\/b>/g) ?? []).length;
  for (const [id, message] of Object.entries(en)) assert.deepEqual([tags(message), tags(es[id as keyof typeof en])], [0, 0], id);
});

test('people are participants and persons, and no refusal blames', () => {
  const banned = /\b(patients?|clients?|users?|addicts?|non-?compliant|relapse|invalid|forbidden|no-show|pacientes?|clientes?|usuari[oa]s?|adict[oa]s?|inválid[oa]s?|prohibid[oa]s?)\b|!/i;
  for (const [language, catalog] of Object.entries({ en, es })) {
    for (const [id, message] of Object.entries(catalog)) assert.doesNotMatch(message, banned, `${language} ${id}`);
  }
});

test('window titles are neutral: whoever passes the desk may read them', () => {
  const telling = /treatment|recovery|group|therapy|addiction|intensive|tratamiento|recuperación|grupo|terapia|adicción/i;
  const windows = Object.keys(en).filter((id) => id.endsWith('.window')) as (keyof typeof en)[];
  assert.ok(windows.length >= 4);
  for (const id of windows) for (const catalog of [en, es]) assert.doesNotMatch(catalog[id], telling, id);
});

test('every refusal of every contract has its words, and the English ones are the contract’s own', async () => {
  const files = globSync('**/{contract,*.contract}.ts', { cwd: SRC });
  const modules = await Promise.all(files.map((file) => import(join(SRC, file)) as Promise<Record<string, unknown>>));
  const all = [...COMMON_REFUSALS, ...modules.flatMap((module): unknown[] => Object.values(module))]
    .filter((one): one is { name: string; status: number; sentence: string; way: string } => typeof one === 'object' && one !== null && 'status' in one && 'sentence' in one);
  assert.ok(all.length > 30);
  const words = en as Record<string, string>;
  for (const { name, sentence, way } of all) {
    /* The same name in two modules may end differently; one of them gives the words. */
    const same = all.filter((other) => other.name === name);
    assert.ok(same.some((other) => other.sentence === words[`refusal.${name}.sentence`]), `${name}: ${sentence}`);
    assert.ok(same.some((other) => other.way === words[`refusal.${name}.way`]), `${name}: ${way}`);
  }
});

test('every id is used somewhere, or stands under a prefix that is put together', async () => {
  const files = (await readdir(WEB, { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith('words'));
  const source = (await Promise.all(files.map((file) => readFile(join(WEB, file), 'utf8')))).join('\n');
  /* Ids that are put together where they are used: `chip.${name}` and the like. */
  const prefixes = ['refusal.', ...[...source.matchAll(/`([a-z][a-z0-9.-]*\.)\$\{/g)].map((match) => match[1] ?? '')];
  const unused = Object.keys(en).filter((id) => !prefixes.some((prefix) => id.startsWith(prefix)) && !source.includes(`'${id}'`));
  assert.deepEqual(unused, []);
});

test('numbers choose the right form', () => {
  const say = (locale: 'en' | 'es', id: keyof typeof en, values: Record<string, string | number>) => {
    const i18n = setupI18n({ locale, messages: { [locale]: { [id]: compileMessageOrThrow((locale === 'en' ? en : es)[id]) } } });
    return i18n._(id, values);
  };
  const cases: [string, string][] = [
    [say('en', 'today.say.running', { sessions: 3, here: 23, people: 25 }), '3 sessions are running and <b>23 of 25 people are here</b>.'],
    [say('en', 'today.say.missing', { people: 1 }), '<b>1 is missing</b>.'],
    [say('es', 'today.say.missing', { people: 2 }), '<b>Faltan 2</b>.'],
    [say('en', 'sign.writes', { notes: 10, minutes: 535 }), 'Signing writes 10 notes, 535 minutes to the ledger.'],
    [say('en', 'sign.act', { notes: 0 }), 'Sign'],
    [say('en', 'ledger.say.with-day', { day: 'Friday', forecast: '8 h 10', floor: '9 h' }), 'With Friday it is <b>8 h 10 of 9 h</b>.'],
    [say('es', 'people.say', { here: 9, away: 1 }), '9 en la sala, 1 no está'],
  ];
  for (const [said, expected] of cases) assert.equal(said, expected);
});
