/** Writes and reads plain ustar archives of files and folders, streaming, so that any tar program can open them too. */
import { Halt } from '../halt.ts';

export type Entry = { readonly name: string; readonly kind: 'file' | 'folder'; readonly size: number; readonly content: AsyncIterable<Buffer> };

const BLOCK = 512;
/* Eleven octal digits. PostgreSQL cuts its own files at 1 GB. */
const SIZE_MAX = 0o77777777777;

function damaged(what: string): Halt {
  return new Halt('archive-damaged', `This archive is damaged or was changed after it was made (${what}).`, 'Nothing was restored. Use another backup.');
}

function split(name: string): { name: string; prefix: string } {
  if (Buffer.byteLength(name) <= 100) return { name, prefix: '' };
  const cut = name.indexOf('/', name.length - 101);
  const parts = { prefix: name.slice(0, cut), name: name.slice(cut + 1) };
  if (cut < 0 || Buffer.byteLength(parts.prefix) > 155 || Buffer.byteLength(parts.name) > 100) {
    throw new Halt('name-too-long', `${name} has too long a name for an archive.`, 'Move that file out of the data folder.');
  }
  return parts;
}

function sum(header: Buffer): number {
  let total = 0;
  for (const [at, byte] of header.entries()) total += at >= 148 && at < 156 ? 32 : byte;
  return total;
}

function headerOf(entry: { name: string; kind: Entry['kind']; size: number }): Buffer {
  if (entry.size > SIZE_MAX) throw new Halt('file-too-large', `${entry.name} is larger than 8 GB.`, 'Move that file out of the data folder.');
  const header = Buffer.alloc(BLOCK);
  const { name, prefix } = split(entry.kind === 'folder' ? `${entry.name}/` : entry.name);
  const octal = (value: number, at: number, length: number): void => {
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
  };
  header.write(name, 0, 'utf8');
  octal(entry.kind === 'folder' ? 0o700 : 0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(entry.size, 124, 12);
  octal(0, 136, 12);
  header.write(entry.kind === 'folder' ? '5' : '0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(prefix, 345, 'utf8');
  header.write(`${sum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export async function* pack(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield headerOf(entry);
    let written = 0;
    for await (const chunk of entry.content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== entry.size) throw new Halt('folder-changing', `${entry.name} changed while it was copied.`, 'Stop whatever writes into the data folder, then take the backup again.');
    yield padding(entry.size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Hands out a stream of bytes in pieces of the sizes that are asked for. */
class Pieces {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At most `size` bytes, at least one; the archive ends too early otherwise. */
  async some(size: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) throw damaged('it ends too early');
      this.#rest = next.value;
    }
    const piece = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  async exactly(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = size; left > 0;) {
      const piece = await this.some(left);
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  async *stream(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const piece = await this.some(left);
      left -= piece.length;
      yield piece;
    }
    await this.exactly(padding(size).length);
  }
}

function text(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}

/** A name that leads out of the folder would let an archive write anywhere. */
function safeName(header: Buffer): string {
  const prefix = text(header, 345, 155);
  const name = (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100).replace(/\/$/, '');
  if (name === '' || name.startsWith('/') || name.includes('\\') || name.split('/').some((part) => part === '' || part === '.' || part === '..')) throw damaged('a name leads elsewhere');
  return name;
}

/** Yields each entry; its content must be read to the end before the next one is asked for. */
export async function* unpack(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const pieces = new Pieces(source);
  for (;;) {
    const header = await pieces.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    if (Number.parseInt(text(header, 148, 8), 8) !== sum(header)) throw damaged('a header does not add up');
    const size = Number.parseInt(text(header, 124, 12), 8);
    const type = String.fromCharCode(header[156] ?? 0);
    if (!Number.isInteger(size) || (type !== '0' && type !== '5')) throw damaged('it holds something other than files');
    yield { name: safeName(header), kind: type === '5' ? 'folder' : 'file', size, content: pieces.stream(size) };
  }
}
