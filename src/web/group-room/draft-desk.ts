/** Keeps what is typed: saved part by part, one save at a time for each, kept in the browser until the server has it. */

export type PartState = 'saved' | 'waiting' | 'saving' | 'no-network' | 'conflict' | 'refused';
export type Held<Part> = {
  readonly part: Part;
  /** The version this text was written on. */
  readonly version: number;
  readonly state: PartState;
  readonly savedAt: string | null;
  /** What somebody else saved meanwhile, once it is known. */
  readonly theirs: { readonly part: Part; readonly version: number; readonly savedBy: string | null } | null;
  readonly refused: { name: string; sentence: string; way: string } | null;
};
export type FromServer<Part> = { part: Part; version: number; savedAt: string | null; savedBy: string | null };
export type Saved = { saved: { version: number; savedAt: string } } | { refused: string; sentence: string; way: string } | { offline: true };
type Kept<Part> = Record<string, { part: Part; version: number }>;

/** What the desk needs of the world. */
export type Desk<Part> = {
  save: (key: string, version: number, part: Part) => Promise<Saved>;
  /** Asks for the newest drafts; the answer comes back through `learn`. */
  reload: () => Promise<void>;
  later: (milliseconds: number, act: () => void) => () => void;
  read: () => Kept<Part>;
  write: (kept: Kept<Part>) => void;
};

const TYPING_MS = 600;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

type Track = { generation: number; attempts: number; cancel: (() => void) | null; running: Promise<void> | null };

export class DraftDesk<Part> {
  readonly #desk: Desk<Part>;
  readonly #tracks = new Map<string, Track>();
  readonly #listeners = new Set<() => void>();
  #parts: ReadonlyMap<string, Held<Part>> = new Map();

  constructor(desk: Desk<Part>) {
    this.#desk = desk;
  }

  readonly snapshot = (): ReadonlyMap<string, Held<Part>> => this.#parts;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes in what the server holds; never writes over what is typed here and not saved yet. */
  learn(key: string, server: FromServer<Part>): void {
    const held = this.#parts.get(key);
    if (held === undefined) return this.#meet(key, server);
    if (held.state === 'conflict') {
      this.#set(key, { ...held, theirs: { part: server.part, version: server.version, savedBy: server.savedBy } });
    } else if (held.state === 'saved' && server.version > held.version) {
      this.#set(key, { ...held, part: server.part, version: server.version, savedAt: server.savedAt });
    }
  }

  /** First sight of a part: what this browser kept comes before what the server has, unless they say the same. */
  #meet(key: string, server: FromServer<Part>): void {
    const kept = this.#desk.read()[key];
    const known: Held<Part> = { part: server.part, version: server.version, state: 'saved', savedAt: server.savedAt, theirs: null, refused: null };
    if (kept === undefined || JSON.stringify(kept.part) === JSON.stringify(server.part)) {
      this.#set(key, known);
      if (kept !== undefined) this.#forget(key);
      return;
    }
    this.#set(key, { ...known, part: kept.part, version: kept.version, state: 'waiting' });
    this.#plan(key, 0);
  }

  /** One more stroke: shown at once, kept in the browser at once, sent when the typing pauses. */
  type(key: string, part: Part): void {
    const held = this.#parts.get(key);
    if (held === undefined) return;
    this.#track(key).generation += 1;
    const state = held.state === 'conflict' ? 'conflict' : 'waiting';
    this.#set(key, { ...held, part, state, refused: null });
    this.#keep(key, part, held.version);
    if (state === 'waiting') this.#plan(key, TYPING_MS);
  }

  keepMine(key: string): void {
    const held = this.#parts.get(key);
    if (held?.theirs == null) return;
    this.#set(key, { ...held, version: held.theirs.version, theirs: null, state: 'waiting' });
    this.#keep(key, held.part, held.theirs.version);
    this.#plan(key, 0);
  }

  takeTheirs(key: string): void {
    const held = this.#parts.get(key);
    if (held?.theirs == null) return;
    this.#set(key, { ...held, part: held.theirs.part, version: held.theirs.version, theirs: null, state: 'saved' });
    this.#forget(key);
  }

  /** Saves all that waits, now; true when the server has every part as it stands here. */
  async flush(): Promise<boolean> {
    const open = [...this.#parts].filter(([, held]) => held.state !== 'saved').map(([key]) => key);
    await Promise.all(open.map((key) => this.#now(key)));
    return [...this.#parts.values()].every((held) => held.state === 'saved');
  }

  /** The network is back: whatever waited for it goes at once. */
  retry(): void {
    for (const [key, held] of this.#parts) if (held.state === 'no-network') this.#plan(key, 0);
  }

  /** After signing: nothing of these people stays in the browser. */
  clear(keys: readonly string[]): void {
    for (const key of keys) {
      this.#track(key).cancel?.();
      this.#forget(key);
      const held = this.#parts.get(key);
      if (held !== undefined) this.#set(key, { ...held, state: 'saved' });
    }
  }

  /** Stops the timers; what was kept stays kept. */
  leave(): void {
    for (const track of this.#tracks.values()) track.cancel?.();
  }

  async #now(key: string): Promise<void> {
    const track = this.#track(key);
    track.cancel?.();
    track.cancel = null;
    if (track.running !== null) await track.running;
    const state = this.#parts.get(key)?.state;
    if (state === 'waiting' || state === 'no-network') await this.#start(key);
  }

  #plan(key: string, milliseconds: number): void {
    const track = this.#track(key);
    track.cancel?.();
    track.cancel = this.#desk.later(milliseconds, () => {
      track.cancel = null;
      if (track.running === null) void this.#start(key);
    });
  }

  #start(key: string): Promise<void> {
    const track = this.#track(key);
    track.running = this.#send(key, track).finally(() => { track.running = null; });
    return track.running;
  }

  async #send(key: string, track: Track): Promise<void> {
    const held = this.#parts.get(key);
    if (held === undefined || held.state === 'conflict') return;
    const generation = track.generation;
    this.#set(key, { ...held, state: 'saving' });
    const answer = await this.#desk.save(key, held.version, held.part);
    const now = this.#parts.get(key) ?? held;
    if ('saved' in answer) return this.#arrived(key, track, generation === track.generation, now, answer.saved);
    if ('offline' in answer) {
      this.#set(key, { ...now, state: 'no-network' });
      return this.#plan(key, RETRY_MS[Math.min(track.attempts++, RETRY_MS.length - 1)] ?? 30_000);
    }
    if (answer.refused === 'draft-changed') {
      this.#set(key, { ...now, state: 'conflict' });
      return this.#desk.reload();
    }
    this.#set(key, { ...now, state: 'refused', refused: { name: answer.refused, sentence: answer.sentence, way: answer.way } });
  }

  /** Typed on meanwhile: the next save goes on the version that just came back. */
  #arrived(key: string, track: Track, settled: boolean, held: Held<Part>, saved: { version: number; savedAt: string }): void {
    track.attempts = 0;
    this.#set(key, { ...held, version: saved.version, savedAt: saved.savedAt, state: settled ? 'saved' : 'waiting' });
    if (settled) return this.#forget(key);
    this.#keep(key, held.part, saved.version);
    this.#plan(key, TYPING_MS);
  }

  #track(key: string): Track {
    const known = this.#tracks.get(key);
    if (known !== undefined) return known;
    const fresh: Track = { generation: 0, attempts: 0, cancel: null, running: null };
    this.#tracks.set(key, fresh);
    return fresh;
  }

  #keep(key: string, part: Part, version: number): void {
    this.#desk.write({ ...this.#desk.read(), [key]: { part, version } });
  }

  #forget(key: string): void {
    const { [key]: _gone, ...rest } = this.#desk.read();
    this.#desk.write(rest);
  }

  #set(key: string, held: Held<Part>): void {
    this.#parts = new Map(this.#parts).set(key, held);
    for (const listener of this.#listeners) listener();
  }
}

export type SaveState = { readonly word: 'saved' | 'saving' | 'no-network' | 'conflict' | 'refused' | 'nothing'; readonly savedAt: string | null };

/** All parts in one word, the most worrying first; `savedAt` is the newest save. */
export function saveStateOf(parts: Iterable<Pick<Held<unknown>, 'state' | 'savedAt'>>): SaveState {
  const all = [...parts];
  const savedAt = all.map((held) => held.savedAt).filter((at) => at !== null).sort().at(-1) ?? null;
  const some = (...states: PartState[]): boolean => all.some((held) => states.includes(held.state));
  if (some('conflict')) return { word: 'conflict', savedAt };
  if (some('refused')) return { word: 'refused', savedAt };
  if (some('no-network')) return { word: 'no-network', savedAt };
  if (some('waiting', 'saving')) return { word: 'saving', savedAt };
  return { word: savedAt === null ? 'nothing' : 'saved', savedAt };
}
