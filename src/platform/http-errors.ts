/** What the server answers when a request cannot be read or something breaks: a named refusal, never a value, never a stack. */
import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { COMMON_REFUSALS } from './contract.ts';
import type { CommonRefusalName, RefusalBody } from './contract.ts';

/** PostgreSQL is away: connection refused, reset, starting up, shutting down, or out of connections. */
const AWAY: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08001', '08003']);

function isAway(error: FastifyError): boolean {
  return AWAY.has(error.code) || /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message);
}

function common(name: CommonRefusalName): RefusalBody & { status: number } {
  const said = COMMON_REFUSALS.find((refusal) => refusal.name === name);
  if (said === undefined) throw new Error(`no common refusal ${name}`);
  return { refusal: said.name, sentence: said.sentence, way: said.way, status: said.status };
}

/** Names of the fields that did not fit; the values stay out, they may be about a person. */
function fieldsOf(error: FastifyError): string[] {
  const paths = (error.validation ?? []).map((issue) => `${error.validationContext ?? 'request'}${issue.instancePath}`);
  return [...new Set(paths)];
}

function nameOf(error: FastifyError): CommonRefusalName {
  if (error.validation !== undefined) return 'malformed';
  if (error.statusCode === 413) return 'too-large';
  if (error.statusCode === 429) return 'too-many';
  if (isAway(error)) return 'unavailable';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'malformed';
  return 'broken';
}

/** Where it broke, without what it held: messages of PostgreSQL and of parsers quote values, so only frames, code and constraint are kept. */
function traceOf(error: FastifyError): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  const constraint = (error as { constraint?: unknown }).constraint;
  return { error: error.name, code: error.code, ...(typeof constraint === 'string' ? { constraint } : {}), frames };
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const name = nameOf(error);
    const { status, ...body } = common(name);
    if (name === 'malformed') return reply.code(status).send({ ...body, facts: { fields: fieldsOf(error) } });
    if (name !== 'broken' && name !== 'unavailable') return reply.code(status).send(body);
    const reference = randomBytes(4).toString('hex');
    request.log.error({ reference, contract: request.routeOptions.config.contract?.name, ...traceOf(error) }, 'request failed');
    return reply.code(status).send({ ...body, reference });
  });
  app.setNotFoundHandler((_request, reply) => sendCommon(reply, 'not-found'));
}

/** Answers a refusal that belongs to no contract of its own. */
export function sendCommon(reply: FastifyReply, name: CommonRefusalName): FastifyReply {
  const { status, ...body } = common(name);
  return reply.code(status).send(body);
}
