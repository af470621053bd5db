/** The one door of the server: who is it, is it well formed, may this role, one transaction, the answer, the access row. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import { beginCommand, keepReply, requestHash } from './commands.ts';
import type { Command } from './commands.ts';
import { COMMON_REFUSALS } from './contract.ts';
import type { BodyOf, CommonRefusalName, Contract, OutputOf, ParamsOf, QueryOf, Refusal, RefusalBody, RefusalOf } from './contract.ts';
import { RollBack, inTransaction } from './database.ts';
import type { Database, Tx } from './database.ts';
import type { Gate } from './gate.ts';
import { newId } from './ids.ts';
import { isRefused } from './outcome.ts';
import type { Outcome, Refused } from './outcome.ts';
import { answerSchemas } from './http-schemas.ts';

/** What every act and read is handed beside its input. Rules take `now` from here and from nowhere else. */
export type Exchange = { tx: Tx; actor: Actor; now: Date; newId<Id extends string = string>(): Id };
export type Asked<C> = { params: ParamsOf<C>; query: QueryOf<C>; body: BodyOf<C> };
export type Answer<C> = (exchange: Exchange, asked: Asked<C>) => Promise<Outcome<OutputOf<C>, RefusalOf<C> | CommonRefusalName>>;
/** What a stranger's request is handed: no transaction, no actor, but a way to set cookies. */
export type OpenExchange = { headers: Record<string, string | string[] | undefined>; address: string; setHeader(name: string, value: string | string[]): void };
export type OpenAnswer<C> = (asked: Asked<C>, exchange: OpenExchange) => Promise<Outcome<OutputOf<C>, RefusalOf<C> | CommonRefusalName>>;

export type Route = {
  contract: Contract;
  answer: Answer<Contract> | null;
  open: OpenAnswer<Contract> | null;
  /** A named constraint that settles a race, and the refusal the loser gets. */
  constraints: Readonly<Record<string, string>>;
};

/** Pairs a contract with the function that answers it; a refusal outside its list does not compile. */
export function route<C extends Contract>(contract: C, answer: Answer<C>, constraints: Readonly<Record<string, RefusalOf<C>>> = {}): Route {
  return { contract, answer: answer as unknown as Answer<Contract>, open: null, constraints };
}

/** The same for what a stranger may ask. */
export function openRoute<C extends Contract>(contract: C, open: OpenAnswer<C>): Route {
  return { contract, answer: null, open: open as unknown as OpenAnswer<Contract>, constraints: {} };
}

export type Door = {
  database: Database;
  gate: Gate;
  clock: Clock;
  /** `attended` false for what a page asks by itself: it must not keep an empty room signed in. */
  identify(headers: FastifyRequest['headers'], attended: boolean): Promise<Actor | null>;
  /** Told after an act was committed, so that what is remembered of who may do what can be forgotten. */
  changed(contract: Contract): void;
};

const COMMON = new Map<string, Refusal>(COMMON_REFUSALS.map((refusal) => [refusal.name, refusal]));
const COMMAND_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function refused(contract: Contract, no: Refused<string>): { status: number; body: RefusalBody } {
  const said = contract.refusals.find((refusal) => refusal.name === no.refused) ?? COMMON.get(no.refused);
  if (said === undefined) throw new Error(`${contract.name} answered ${no.refused}, which is not in its list`);
  return { status: said.status, body: { refusal: said.name, sentence: said.sentence, way: said.way, facts: no.facts } };
}

/** Answers a refusal over the wire; also used by hooks that run before a contract's own answer. */
export function sendRefusal(reply: FastifyReply, contract: Contract, no: Refused<string>): FastifyReply {
  const { status, body } = refused(contract, no);
  return reply.code(status).send(body);
}

type Call = { door: Door; route: Route; actor: Actor; asked: Asked<Contract>; command: Command | null; board: string; address: string; now: Date };

/** One request in one transaction: claim the command, act, write the access, keep the reply, commit. */
async function transact(call: Call): Promise<Outcome<unknown, string>> {
  const { door, route: { contract, answer }, actor, now } = call;
  if (answer === null) throw new Error(`${contract.name} has no answer`);
  const afterCommit: (() => void)[] = [];
  const outcome = await inTransaction<Outcome<unknown, string>>(door.database, actor.orgId, async (tx) => {
    afterCommit.length = 0;
    const begun = call.command === null ? { state: 'new' as const } : await beginCommand(tx, call.command);
    if (begun.state === 'reused') return new RollBack({ refused: 'command-reused' });
    const outcome: Outcome<unknown, string> = begun.state === 'repeat' ? { value: begun.reply } : await answer({ tx, actor, now, newId: <Id extends string>() => newId(now) as Id }, call.asked);
    if (isRefused(outcome)) return new RollBack(outcome);
    // An act whose reply does not fit its contract must break before it is committed: "nothing was saved" has to be true.
    if (contract.method !== 'GET') contract.output.parse(outcome.value);
    const [remember] = await Promise.all([
      door.gate.account(tx, {
        actor, contract: contract.name, accounting: contract.accounting, participantIds: contract.discloses(outcome.value as never), board: call.board, address: call.address, now,
      }),
      call.command !== null && begun.state === 'new' ? keepReply(tx, call.command, outcome.value) : null,
    ]);
    if (remember !== null) afterCommit.push(remember);
    return outcome;
  });
  for (const remember of afterCommit) remember();
  if (contract.method !== 'GET' && !isRefused(outcome)) door.changed(contract);
  return outcome;
}

/** The refusal for a constraint that another request won, if the route names it. */
function lostRace(route: Route, error: unknown): Refused<string> | null {
  const constraint = (error as { constraint?: unknown }).constraint;
  const name = typeof constraint === 'string' ? route.constraints[constraint] : undefined;
  return name === undefined ? null : { refused: name };
}

function commandOf(contract: Contract, request: FastifyRequest, actor: Actor, asked: Asked<Contract>, now: Date): Command | null | 'missing' {
  if (contract.runs === 'again') return null;
  const said = request.headers['idempotency-key'];
  const id = typeof said === 'string' ? said.toLowerCase() : '';
  if (!COMMAND_ID.test(id)) return 'missing';
  return { orgId: actor.orgId, id, actorId: actor.id, contract: contract.name, hash: requestHash(contract.name, asked), now };
}

async function respond(door: Door, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = { params: request.params, query: request.query, body: request.body ?? {} } as Asked<Contract>;
  const contract = route.contract;
  if (route.open !== null) {
    const outcome = await route.open(asked, { headers: request.headers, address: request.ip, setHeader: (name, value) => void reply.header(name, value) });
    return isRefused(outcome) ? sendRefusal(reply, contract, outcome) : reply.send(outcome.value);
  }
  const actor = request.actor;
  if (actor === null) return sendRefusal(reply, contract, { refused: 'not-signed-in' });
  const now = door.clock.now();
  const command = commandOf(contract, request, actor, asked, now);
  if (command === 'missing') return sendRefusal(reply, contract, { refused: 'command-missing' });
  const board = contract.accounting === 'each-change' ? JSON.stringify([asked.params, asked.query]) : '';
  try {
    const outcome = await transact({ door, route, actor, asked, command, board, address: request.ip, now });
    return isRefused(outcome) ? await sendRefusal(reply, contract, outcome) : await reply.send(outcome.value);
  } catch (error) {
    const lost = lostRace(route, error);
    if (lost === null) throw error;
    return sendRefusal(reply, contract, lost);
  }
}

/** Puts every route behind the door, below /api. Who and may are asked before the request is even parsed. */
export function serveRoutes(app: FastifyInstance, door: Door, routes: readonly Route[]): void {
  for (const one of routes) {
    const { contract } = one;
    app.route({
      method: contract.method,
      url: `/api${contract.path}`,
      schema: answerSchemas(contract),
      config: { contract },
      onRequest: async (request, reply) => {
        if (contract.may === null) return;
        request.actor = await door.identify(request.headers, request.headers['x-asked-by'] !== 'page');
        if (request.actor === null) return sendRefusal(reply, contract, { refused: 'not-signed-in' });
        if (!request.actor.permissions.has(contract.may)) return sendRefusal(reply, contract, { refused: 'not-your-role' });
      },
      handler: (request, reply) => respond(door, one, request, reply),
    });
  }
}

declare module 'fastify' {
  interface FastifyRequest { actor: Actor | null }
  interface FastifyContextConfig { contract?: Contract }
}

