/** One act or read, said once: server, client, OpenAPI, permission sweep and access log all read this object. */
import { z } from 'zod';

/** A named no: its HTTP status, a sentence a person understands, and a way on. */
export type Refusal<Name extends string = string> = {
  readonly name: Name;
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  readonly sentence: string;
  readonly way: string;
};

/** Declares a refusal. `sentence` says what did not happen and why, `way` what the person can do next; both in plain US English. */
export function refusal<const Name extends string>(
  name: Name, status: Refusal['status'], sentence: string, way: string,
): Refusal<Name> {
  return { name, status, sentence, way };
}

/** Refusals that any contract may answer with; a contract lists only its own. */
export const COMMON_REFUSALS = [
  refusal('malformed', 400, 'Something in this request is missing or does not fit.', 'Look at the fields named here, correct them and send again.'),
  refusal('not-signed-in', 401, 'You are not signed in.', 'Sign in; what you typed is kept.'),
  refusal('not-your-role', 403, 'Your role does not include this.', 'Ask an administrator of your organization, or somebody whose role it is.'),
  refusal('other-site', 403, 'This request came from another web site.', 'Open Stepdown by its own address and try again there.'),
  refusal('not-found', 404, 'There is nothing here that you can see.', 'Go back and look it up again; it may have moved, or it may not be yours to see.'),
  refusal('command-missing', 400, 'This request carries no command id, so a repeat could not be told from a new one.', 'Send a fresh UUID in the Idempotency-Key header.'),
  refusal('command-reused', 409, 'This command id was used before for something else.', 'Send it again under a new command id.'),
  refusal('changed-meanwhile', 409, 'Somebody changed this while you were at it.', 'Look at it as it stands now, then change it again; what you typed is still here.'),
  refusal('too-large', 413, 'This is more than the page can take at once.', 'Send less at once.'),
  refusal('too-many', 429, 'Too many requests in a short time.', 'Wait a minute, then try again.'),
  refusal('broken', 500, 'Something went wrong on our side. Nothing was saved.', 'Try again. If it happens twice, tell your administrator the reference.'),
  refusal('unavailable', 503, 'The database cannot be reached just now.', 'Wait a moment and try again. If you were saving: the same act is never carried out twice.'),
] as const;
export type CommonRefusalName = (typeof COMMON_REFUSALS)[number]['name'];

/** How a read is accounted for: one row for each answer, or, on a live board, one for each change of the set of people (W21). */
export type Accounting = 'each-answer' | 'each-change';

export type Contract<
  Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType, Name extends string = string, Permission extends string = string,
> = {
  /** `module.verb`, unique; it is what the access log shows. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Fastify path below /api, parameters as `:name`. */
  readonly path: string;
  /** One sentence for the reference pages. */
  readonly summary: string;
  /** The permission it needs; null only for what a stranger may ask. */
  readonly may: Permission | null;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
  readonly refusals: readonly Refusal<Name>[];
  /** Ids of every participant whose record the output shows or changes. */
  readonly discloses: (output: z.output<Output>) => readonly string[];
  readonly accounting: Accounting;
  /** 'once': needs a command id, a repeat answers from the first. 'again': a read, or an act that may be repeated without effect. */
  readonly runs: 'once' | 'again';
};

const nothing = z.object({});
type Nothing = typeof nothing;

/** Declares a read. Reads change nothing but access rows. */
export function read<Output extends z.ZodType, Permission extends string, const Name extends string = never,
  Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(said: {
  name: string; path: string; summary: string; may: Permission | null; params?: Params; query?: Query; output: Output;
  refusals?: readonly Refusal<Name>[]; discloses: (output: z.output<Output>) => readonly string[]; accounting?: Accounting;
}): Contract<Params, Query, Nothing, Output, Name, Permission> {
  return {
    method: 'GET', runs: 'again', accounting: 'each-answer', refusals: [], body: nothing,
    ...said, params: said.params ?? (nothing as unknown as Params), query: said.query ?? (nothing as unknown as Query),
  };
}

/**
 * Declares a read that is asked with words about a person: they travel in the body, because an address is kept by browsers and proxies.
 * Like every read it changes nothing but access rows, and may be asked again.
 */
export function search<Output extends z.ZodType, Permission extends string, Body extends z.ZodType, const Name extends string = never>(said: {
  name: string; path: string; summary: string; may: Permission; body: Body; output: Output; refusals?: readonly Refusal<Name>[]; discloses: (output: z.output<Output>) => readonly string[];
}): Contract<Nothing, Nothing, Body, Output, Name, Permission> {
  return { method: 'POST', runs: 'again', accounting: 'each-answer', refusals: [], params: nothing, query: nothing, ...said };
}

/** Declares an act. Its reply holds ids, counts and times only, never text of a record: it is kept for 30 days (W26). */
export function act<Output extends z.ZodType, Permission extends string, const Name extends string = never,
  Params extends z.ZodType = Nothing, Body extends z.ZodType = Nothing>(said: {
  name: string; method?: 'POST' | 'PUT'; path: string; summary: string; may: Permission | null; params?: Params; body?: Body; output: Output;
  refusals?: readonly Refusal<Name>[]; discloses: (output: z.output<Output>) => readonly string[]; runs?: 'once' | 'again';
}): Contract<Params, Nothing, Body, Output, Name, Permission> {
  return {
    method: 'POST', runs: 'once', accounting: 'each-answer', refusals: [], query: nothing,
    ...said, params: said.params ?? (nothing as unknown as Params), body: said.body ?? (nothing as unknown as Body),
  };
}

export type ParamsOf<C> = C extends Contract<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<C> = C extends Contract<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<C> = C extends Contract<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type OutputOf<C> = C extends Contract<z.ZodType, z.ZodType, z.ZodType, infer O> ? z.output<O> : never;
export type RefusalOf<C> = C extends Contract<z.ZodType, z.ZodType, z.ZodType, z.ZodType, infer N> ? N : never;

/** What a refused request carries over the wire. `facts` are ids, names of fields, times: what the sentence needs. */
export type RefusalBody<Name extends string = string> = {
  refusal: Name; sentence: string; way: string; facts?: Record<string, unknown> | undefined; reference?: string | undefined;
};
