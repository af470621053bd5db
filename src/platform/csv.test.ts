/** Every dialect that is plainly CSV is read alike, rows are counted as an editor counts them, and damage is refused by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from './csv.ts';
import { isRefused } from './outcome.ts';

function read(text: string | Buffer, rowsMax = 10): string {
  const outcome = readCsv(Buffer.isBuffer(text) ? text : Buffer.from(text), rowsMax);
  return isRefused(outcome) ? `${outcome.refused} ${String(outcome.facts?.['line'])}` : outcome.value.map(({ line, values }) => `${line}:${values.join('|')}`).join(' ');
}

for (const [name, text, expected] of [
  ['plain', 'a,b\n1,2\n', '1:a|b 2:1|2'],
  ['byte order mark', '\ufeffa,b\n1,2', '1:a|b 2:1|2'],
  ['CRLF', 'a,b\r\n1,2\r\n', '1:a|b 2:1|2'],
  ['CR alone', 'a,b\r1,2\r', '1:a|b 2:1|2'],
  ['mixed line breaks', 'a,b\n1,2\r\n3,4\r5,6', '1:a|b 2:1|2 3:3|4 4:5|6'],
  ['quotes', 'a,b\n"x, ""y""",2\n', '1:a|b 2:x, "y"|2'],
  ['CRLF inside quotes', 'a,b\r\n"x\r\ny",2\r\n3,4\r\n', '1:a|b 2:x\r\ny|2 4:3|4'],
  ['blank rows between', 'a,b\n\n,\n1,2\n', '1:a|b 4:1|2'],
  ['nothing', '', ''],
  ['uneven rows are for the reader', 'a,b\n1\n1,2,3\n', '1:a|b 2:1 3:1|2|3'],
  ['a quotation that never ends', 'a,b\n1,2\n"3,4\n5,6\n', 'quote-not-closed 3'],
  ['a quotation mark inside a value', 'a,b\n1,x"y\n', 'quote-misplaced 2'],
  ['text after a quotation', 'a,b\n"x\ny",1\n1,"x"y\n', 'quote-misplaced 4'],
  ['a row without end', `a,b\n${'x'.repeat(70_000)},1\n`, 'row-too-long 2'],
  ['as many rows as are taken', `a\n${'1\n'.repeat(10)}`, `1:a ${Array.from({ length: 10 }, (_, at) => `${at + 2}:1`).join(' ')}`],
  ['one row more', `a\n${'1\n'.repeat(11)}`, 'too-many-rows 12'],
] as const) test(`${name} → ${expected.slice(0, 40).replace(/[\r\n]/g, ' ')}`, () => assert.equal(read(text), expected));

test('another encoding is refused with the line where it shows', () => {
  assert.equal(read(Buffer.from('a,b\n1,2\nJos\xe9,3\n', 'latin1')), 'not-utf-8 3');
  assert.equal(read(Buffer.from('\ufeffa,b\n', 'utf16le')), 'not-utf-8 1');
  assert.equal(read(Buffer.from([0x61, 0x2c, 0xed, 0xa0, 0x80])), 'not-utf-8 1');
});
