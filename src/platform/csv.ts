/** Reads the bytes of a CSV file as rows of text, each with the line where it begins, or says by name why it cannot. */
import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from './outcome.ts';
import type { Outcome, Refused } from './outcome.ts';

export type CsvRow = { readonly line: number; readonly values: readonly string[] };
export type CsvTrouble = 'not-utf-8' | 'quote-not-closed' | 'quote-misplaced' | 'row-too-long' | 'too-many-rows' | 'csv-malformed';

/* Ten times what the longest honest row needs; without it one forgotten quote makes a row of the whole rest of a file. */
const ROW_CHARACTERS_MAX = 64_000;
/* A spreadsheet has 1,048,576 rows, and some programs write every blank one of them. */
const ROWS_SEEN_MAX = 1_048_576;
const LINE_BREAKS = ['\r\n', '\n', '\r'];
const TROUBLES: Readonly<Record<string, CsvTrouble>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-not-closed',
  CSV_INVALID_CLOSING_QUOTE: 'quote-misplaced',
  INVALID_OPENING_QUOTE: 'quote-misplaced',
  CSV_MAX_RECORD_SIZE: 'row-too-long',
};

class TooManyRows extends Error {
  readonly line: number;
  constructor(line: number) {
    super();
    this.line = line;
  }
}

/** The first line that is not UTF-8, counted as an editor counts. */
function strangeLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to;
  }
  return line;
}

function linesWithin(values: readonly string[]): number {
  let breaks = 0;
  for (const value of values) if (/[\r\n]/.test(value)) breaks += value.split(/\r\n|\n|\r/).length - 1;
  return breaks;
}

function troubleOf(error: unknown, line: number): Refused<CsvTrouble> {
  if (error instanceof TooManyRows) return refuse('too-many-rows', { line: error.line });
  if (error instanceof CsvError) return refuse(TROUBLES[error.code] ?? 'csv-malformed', { line });
  throw error;
}

/**
 * Commas, double quotes, any kind of line break, with or without a byte order mark. Rows without a single value are left out.
 * `rowsMax` counts the rows below the header. A refusal's facts hold the line and nothing of what stands there.
 */
export function readCsv(bytes: Buffer, rowsMax: number): Outcome<CsvRow[], CsvTrouble> {
  if (!isUtf8(bytes)) return refuse('not-utf-8', { line: strangeLine(bytes) });
  const rows: CsvRow[] = [];
  let line = 1;
  let seen = 0;
  try {
    parse(new TextDecoder().decode(bytes), {
      relax_column_count: true, record_delimiter: LINE_BREAKS, max_record_size: ROW_CHARACTERS_MAX,
      /* Counted here, since the parser takes a CRLF inside quotes for two lines. */
      on_record: (values: string[]) => {
        const begins = line;
        line += 1 + linesWithin(values);
        seen += 1;
        if (seen > ROWS_SEEN_MAX) throw new TooManyRows(begins);
        if (values.every((value) => value.trim() === '')) return null;
        if (rows.length > rowsMax) throw new TooManyRows(begins);
        rows.push({ line: begins, values });
        return null;
      },
    });
  } catch (error) {
    return troubleOf(error, line);
  }
  return { value: rows };
}
