/** Puts the whole program behind one address: contracts, pages, headers and limits. */
import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { LogController } from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ClientConfig } from 'pg';
import { openDoors } from './doors.ts';
import { keepEscalated } from './escalate.ts';
import { openIdentify } from './identify.ts';
import { systemClock } from './platform/clock.ts';
import type { Clock } from './platform/clock.ts';
import { openDatabase } from './platform/database.ts';
import type { Database } from './platform/database.ts';
import { openGate } from './platform/gate.ts';
import { answerErrors, sendCommon } from './platform/http-errors.ts';
import { serveRoutes } from './platform/http.ts';
import { servePages } from './platform/pages.ts';
import { keepSecret } from './platform/secret.ts';
import { openSignIn } from './platform/sign-in/index.ts';
import { keepPlanned } from './planner.ts';
import { PROGRAM_ROUTES, doorRoutes } from './routes.ts';
import { tabletRoutes } from './routes/tablet-door.ts';

export type Connections = { owner: ClientConfig; app: ClientConfig; worker: ClientConfig };
export type ServerOptions = {
  connections: Connections; host: string; port: number; tls?: { cert: string; key: string }; behindProxy: boolean; demo: boolean;
  /** Where the server keeps its own secret; null: the one in STEPDOWN_SECRET, else a new one at each start, which ends every sign-in. */
  secretsFolder: string | null; webFolder: string; say: (line: string) => void; clock?: Clock; secret?: string; /** False: silent; an object takes the lines instead of the terminal. */
  log?: boolean | { write(line: string): void };
  /** Minutes without a request after which a sign-in ends; the sign-in's own default unless said. */
  idleMinutes?: number;
};
export type Server = { address: string; app: FastifyInstance; close(): Promise<void> };

const BODY_LIMIT = 1_000_000;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
/** Somebody who types into ten notes saves some hundred times a minute and stays far below; a script that guesses does not. */
const REQUESTS_A_MINUTE = 1200;

/**
 * Limits count per browser that is signed in, since a whole clinic may share one network address; the door counts by address.
 * A made-up cookie buys a new count, and nothing else: its signature is checked before anything is looked up.
 */
function countedAs(request: FastifyRequest): string {
  const cookie = request.headers.cookie;
  return cookie === undefined || request.url.startsWith('/api/door') ? request.ip : createHash('sha256').update(cookie).digest('base64url');
}

/** The server without a port: tests ask it by injection, `startServer` listens. */
export async function buildServer(options: ServerOptions): Promise<{ app: FastifyInstance; database: Database; clock: Clock; firstAdministratorCode(): string | null }> {
  const clock = options.clock ?? systemClock;
  const secure = options.tls !== undefined || options.behindProxy;
  const loopbackOnly = LOOPBACK.has(options.host) && !options.behindProxy;
  const database = openDatabase(options.connections.app);
  const secret = options.secret ?? await keepSecret(options.secretsFolder);
  const signIn = openSignIn({
    pool: database.pool, secret, secureCookies: secure, loopbackOnly, now: clock.now, program: openDoors(database, clock),
    ...(options.idleMinutes === undefined ? {} : { idleMinutes: options.idleMinutes }),
  });
  const identify = openIdentify(database, clock);
  const app = Fastify({
    bodyLimit: BODY_LIMIT, requestTimeout: 30_000, connectionTimeout: 60_000, trustProxy: options.behindProxy, logController: new LogController({ disableRequestLogging: true }),
    logger: options.log === false ? false : { level: 'error', ...(typeof options.log === 'object' ? { stream: options.log } : {}) }, ...(options.tls === undefined ? {} : { https: options.tls }),
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('actor', null);
  await protect(app, secure);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Stepdown', version: '0.1.0', description: 'Every act and read of the program.' } }, transform: jsonSchemaTransform,
  });
  answerErrors(app);
  const gate = openGate();
  await app.register(async (inside) => {
    serveRoutes(inside, {
      database, gate, clock,
      identify: async (headers, attended) => {
        const signedIn = await signIn.whoIs(headers, { attended });
        return signedIn === null ? null : await identify.find(signedIn);
      },
      changed: identify.changed,
    }, [...doorRoutes(signIn), ...tabletRoutes({ database, gate, clock, signIn, secure }), ...PROGRAM_ROUTES]);
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    await database.pool.query('select 1');
    return reply.send({ well: true });
  });
  await servePages(app, options.webFolder);
  app.addHook('onClose', () => database.close());
  return { app, database, clock, firstAdministratorCode: () => signIn.firstAdministratorCode() };
}

/** Headers and limits that every answer carries. */
async function protect(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
        objectSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"],
      },
    },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: 60_000, keyGenerator: countedAs });
  // A form on another site can send no JSON and no Idempotency-Key; browsers also say where a request comes from (CSRF).
  app.addHook('onRequest', async (request, reply) => {
    const site = request.headers['sec-fetch-site'];
    if (request.method !== 'GET' && request.method !== 'HEAD' && (site === 'cross-site' || site === 'same-site')) return sendCommon(reply, 'other-site');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const { app, database, clock, firstAdministratorCode } = await buildServer(options);
  const kept: { stop(): void }[] = [];
  app.addHook('onClose', () => { for (const one of kept) one.stop(); });
  await app.listen({ host: options.host, port: options.port });
  // The message of an error may hold values of rows: only its kind and code are logged.
  const failed = (what: string) => (orgId: string, error: unknown): void => app.log.error({ orgId, error: (error as Error).name, code: (error as { code?: string }).code }, what);
  kept.push(keepPlanned(database, clock, failed('planning ahead failed')), keepEscalated(database, clock, failed('passing danger on failed')));
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const name = LOOPBACK.has(options.host) ? 'localhost' : options.host;
  const address = `${options.tls === undefined ? 'http' : 'https'}://${name}:${port}`;
  const code = options.demo ? null : await codeIfFirst(app, firstAdministratorCode);
  if (code !== null) options.say(`Nobody works here yet. The code for the first administrator is ${code}`);
  return { address, app, close: () => app.close() };
}

async function codeIfFirst(app: FastifyInstance, code: () => string | null): Promise<string | null> {
  const reply = await app.inject({ method: 'GET', url: '/api/door' });
  return (reply.json() as { kind?: string }).kind === 'first-administrator' ? code() : null;
}
