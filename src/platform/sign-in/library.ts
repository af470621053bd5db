/** better-auth behind four verbs of ours: it keeps accounts, checks passwords, opens sign-ins and writes the cookie; its HTTP routes are never mounted. */
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { refuse } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { cookieName, ownCookies } from './cookie.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { firstOrganizationOf } from './store.ts';
import type { Limits } from './who-is.ts';

/** Where a sign-in comes from, kept beside it so that a person can tell her own browsers apart. */
export type Origin = { readonly address: string; readonly browser: string };
type Opened<Name extends string> = Promise<Outcome<{ readonly cookies: string[] }, Name>>;

export type Library = {
  createAccount(account: { email: string; password: string | null; name: string }): Promise<Outcome<{ accountId: string }, 'address-taken'>>;
  /** Takes the same time and gives the same answer for a wrong password and for an address nobody has. */
  openByPassword(email: string, password: string, origin: Origin): Opened<'wrong-sign-in' | 'no-organization'>;
  /** For a caller that has already made sure who it is: a demo card, the first administrator. */
  openFor(accountId: string, origin: Origin): Opened<'no-organization'>;
};

export type LibraryOptions = { pool: pg.Pool; secret: string; secureCookies: boolean; limits: Limits; now: () => Date };

/** Ours alone writes this header; the one a proxy or a stranger writes never reaches the library. */
const ADDRESS_HEADER = 'x-stepdown-address';
/** better-auth files a password under this provider. */
const PASSWORD = 'credential';
const UNIQUE_VIOLATION = '23505';

/** Opens a sign-in without a password. Server only: it has no path, so no request can name it. */
const openWithoutPassword = {
  id: 'stepdown-open',
  endpoints: {
    openWithoutPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ accountId: z.uuid() }) }, async (ctx) => {
      const account = await ctx.context.internalAdapter.findUserById(ctx.body.accountId);
      const signIn = account === null ? null : await ctx.context.internalAdapter.createSession(account.id);
      if (account === null || !signIn) return { opened: false };
      await setSessionCookie(ctx, { session: signIn, user: account });
      return { opened: true };
    }),
  },
} satisfies BetterAuthPlugin;

/** Our names for its tables and columns: a session is something else in this program. */
function names() {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    user: { modelName: 'accounts', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'sign_ins',
      fields: { userId: 'account_id', expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'seen_at', ipAddress: 'from_address', userAgent: 'browser' },
      additionalFields: { orgId: { type: 'string' as const, required: true, input: false, fieldName: 'org_id' } },
    },
    account: {
      modelName: 'account_keys',
      fields: {
        userId: 'account_id', accountId: 'provider_account_id', providerId: 'provider', password: 'password_hash', accessToken: 'access_token', refreshToken: 'refresh_token',
        idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...times,
      },
    },
    verification: { modelName: 'sign_in_codes', fields: { expiresAt: 'expires_at', ...times } },
  };
}

function configure(options: LibraryOptions) {
  const { pool, secret, limits, now } = options;
  const called = names();
  return betterAuth({
    ...called,
    baseURL: 'http://localhost',
    secret,
    // Said twice on purpose: BETTER_AUTH_SECRETS in the environment would win over `secret` alone.
    secrets: [{ version: 1, value: secret }],
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres', transaction: true },
    session: { ...called.session, expiresIn: limits.absoluteMinutes * 60, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true, disableSignUp: true, autoSignIn: false, minPasswordLength: 1, maxPasswordLength: 200,
      password: { hash: (password) => hashPassword(password), verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    databaseHooks: {
      session: {
        create: {
          // Its clock is not ours to set, so the times are written over here; an account without an organization opens nothing.
          async before(signIn) {
            const orgId = await firstOrganizationOf(pool, signIn.userId);
            if (orgId === null) return false;
            const at = now();
            return { data: { ...signIn, orgId, createdAt: at, updatedAt: at, expiresAt: new Date(at.getTime() + limits.absoluteMinutes * 60_000) } };
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName(options.secureCookies),
          // Strict: all that needs the cookie is asked for by our own pages, so no link from elsewhere may carry it.
          attributes: { httpOnly: true, sameSite: 'strict', secure: options.secureCookies, path: '/' },
        },
      },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It warns of every wrong password; what is worth telling is told by the door.
    logger: { disabled: true },
    plugins: [openWithoutPassword],
  });
}

function headersOf(origin: Origin): Headers {
  return new Headers({ [ADDRESS_HEADER]: origin.address, 'user-agent': origin.browser });
}

function codeOf(error: unknown): unknown {
  return error instanceof APIError ? error.body?.code : undefined;
}

export function openLibrary(options: LibraryOptions): Library {
  const auth = configure(options);
  const name = cookieName(options.secureCookies);
  return {
    async createAccount(account) {
      const { adapter } = await auth.$context;
      const email = account.email.toLowerCase();
      const password = account.password === null ? null : await hashPassword(account.password);
      const at = { createdAt: options.now(), updatedAt: options.now() };
      try {
        return await adapter.transaction(async (tx) => {
          const { id: accountId } = await tx.create<{ id: string }>({ model: 'user', data: { email, name: account.name, emailVerified: false, ...at } as never });
          if (password !== null) await tx.create({ model: 'account', data: { userId: accountId, accountId, providerId: PASSWORD, password, ...at } });
          return { value: { accountId } };
        });
      } catch (error) {
        // PostgreSQL's own error names the address in its detail, so it goes no further.
        if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return refuse('address-taken');
        throw error;
      }
    },
    async openByPassword(email, password, origin) {
      try {
        const { headers } = await auth.api.signInEmail({ body: { email, password }, headers: headersOf(origin), returnHeaders: true });
        return { value: { cookies: ownCookies(headers, name) } };
      } catch (error) {
        if (codeOf(error) === 'INVALID_EMAIL_OR_PASSWORD') return refuse('wrong-sign-in');
        if (codeOf(error) === 'FAILED_TO_CREATE_SESSION') return refuse('no-organization');
        throw error;
      }
    },
    async openFor(accountId, origin) {
      const { headers, response } = await auth.api.openWithoutPassword({ body: { accountId }, headers: headersOf(origin), returnHeaders: true });
      return response.opened ? { value: { cookies: ownCookies(headers, name) } } : refuse('no-organization');
    },
  };
}
