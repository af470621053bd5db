/** The one way to the server: a contract in, and out comes its value, a refusal by name, or word that the network is gone. */
import type { z } from 'zod';
import type { CommonRefusalName, Contract, RefusalBody } from '../platform/contract.ts';
import { freshId, pause } from './clock.ts';
import { isAttended } from './presence.ts';

/** Any contract, told by its parts: `discloses` takes the output, so two contracts are never assignable to one common type. */
export type AnyContract = Pick<Contract, 'name' | 'method' | 'path' | 'runs' | 'params' | 'query' | 'body' | 'output'> & {
  readonly refusals: readonly { readonly name: string }[];
};
export type ValueOf<C extends AnyContract> = z.output<C['output']>;
export type RefusalNameOf<C extends AnyContract> = C['refusals'][number]['name'] | CommonRefusalName;

export type Refused<Name extends string = string> = {
  refused: Name; sentence: string; way: string; facts?: Record<string, unknown> | undefined; reference?: string | undefined;
};
export type Offline = { offline: true };
export type Answer<C extends AnyContract> = { value: ValueOf<C> } | Refused<RefusalNameOf<C>> | Offline;

type Ask<Key extends string, Schema extends z.ZodType> = string extends keyof z.output<Schema>
  ? { [K in Key]?: undefined }
  : Partial<z.output<Schema>> extends z.output<Schema> ? { [K in Key]?: z.output<Schema> } : { [K in Key]: z.output<Schema> };
export type RequestOf<C extends AnyContract> = Ask<'params', C['params']> & Ask<'query', C['query']> & Ask<'body', C['body']> & {
  /** Of the act, not of the attempt: a retry sends the same one, so that a lost reply never does a thing twice (W26). */
  commandId?: string | undefined;
  signal?: AbortSignal | undefined;
};
type LooseRequest = {
  params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown; commandId?: string; signal?: AbortSignal;
};

/** What the call needs of the world; tests bring their own. */
export type Wire = { fetch: typeof fetch; pause: (milliseconds: number) => Promise<void> };
const browser: Wire = { fetch: (...said) => fetch(...said), pause };

const CHECKING = (import.meta as { env?: { PROD?: boolean } }).env?.PROD === false;

/** Called for every `not-signed-in`, so that no page has to think of it; the app sets it once. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** `/sessions/:sessionId` with its parameters filled in, and the query behind it. */
export function addressOf(path: string, params: Record<string, string> = {}, query: Record<string, string | undefined> = {}): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value);
  return `/api${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

function requestFor(contract: AnyContract, request: LooseRequest): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (contract.method !== 'GET') headers['content-type'] = 'application/json';
  if (!isAttended()) headers['x-asked-by'] = 'page';
  if (contract.runs === 'once') headers['idempotency-key'] = request.commandId ?? freshId();
  return {
    method: contract.method, headers, credentials: 'same-origin', cache: 'no-store',
    ...(contract.method === 'GET' ? {} : { body: JSON.stringify(request.body ?? {}) }),
    ...(request.signal ? { signal: request.signal } : {}),
  };
}

/** A reply that is no JSON comes from something in between (a proxy, a server that is starting): nothing was done. */
const unavailable: Refused<'unavailable'> = { refused: 'unavailable', sentence: 'The server cannot be reached just now.', way: 'Wait a moment and try again.' };

async function answerOf<C extends AnyContract>(contract: C, response: Response): Promise<Answer<C>> {
  const text = await response.text();
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    return unavailable;
  }
  if (response.ok) return { value: (CHECKING ? contract.output.parse(reply) : reply) as ValueOf<C> };
  const body = reply as Partial<RefusalBody>;
  if (typeof body.refusal !== 'string') return unavailable;
  if (body.refusal === 'not-signed-in') onSignedOut();
  return {
    refused: body.refusal as RefusalNameOf<C>, sentence: body.sentence ?? '', way: body.way ?? '',
    ...(body.facts ? { facts: body.facts } : {}), ...(body.reference ? { reference: body.reference } : {}),
  };
}

/** Asks once. Throws only when the caller aborted. */
export async function call<C extends AnyContract>(contract: C, request: RequestOf<C>, wire: Wire = browser): Promise<Answer<C>> {
  const asked = request as LooseRequest;
  try {
    const response = await wire.fetch(addressOf(contract.path, asked.params, asked.query), requestFor(contract, asked));
    return await answerOf(contract, response);
  } catch (error) {
    if (asked.signal?.aborted || !(error instanceof TypeError)) throw error;
    return { offline: true };
  }
}

/** Pauses between the attempts of one act; together under five seconds, so that a person still stands at the desk. */
const PAUSES = [400, 1200, 3000];

/** Carries one act: the same command id on every attempt until the server has answered or the pauses are used up. */
export async function carry<C extends AnyContract>(contract: C, request: RequestOf<C>, wire: Wire = browser): Promise<Answer<C>> {
  const same = { ...request, commandId: request.commandId ?? freshId() };
  for (const wait of PAUSES) {
    const answer = await call(contract, same, wire);
    if (!('offline' in answer)) return answer;
    await wire.pause(wait);
  }
  return call(contract, same, wire);
}
