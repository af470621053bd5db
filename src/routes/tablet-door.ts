/** What a shared tablet may ask, by its own cookie and nothing else: to be set up, what to show, that somebody says to be here (W23). */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { BodyOf, OutputOf } from '../platform/contract.ts';
import { RollBack, inTransaction } from '../platform/database.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Gate } from '../platform/gate.ts';
import { openRoute } from '../platform/http.ts';
import type { OpenAnswer, OpenExchange, Route } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/outcome.ts';
import type { Outcome } from '../platform/outcome.ts';
import { cookieValue, headerOf, useCodeStatement } from '../platform/sign-in/index.ts';
import type { HandedCode, SignIn } from '../platform/sign-in/index.ts';
import { findListed, listNames, readPlace } from '../boards/day/tablet-frame.ts';
import { listExpected } from '../boards/day/expected-now.ts';
import { CLAIMS_A_MINUTE, CLAIMS_FROM_MINUTES, countClaims, findTablet, insertClaim, lockTablet, matchTyped, setSeen, setToken } from '../modules/tablets/index.ts';
import type { NewClaim, Tablet } from '../modules/tablets/index.ts';
import { claimArrival, enrollTablet, readFrame } from '../modules/tablets/door.contract.ts';
import type { TimeZone } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';

type Needs = { database: Database; gate: Gate; clock: Clock; signIn: Pick<SignIn, 'findCode'>; secure: boolean };
type Held = { orgId: string; tabletId: string; secret: string };

/** As long as browsers keep a cookie at most (RFC 6265bis, 5.5); each day on which the tablet is used begins it anew. */
const KEPT_SECONDS = 400 * 86_400;
const SEEN_EVERY_MS = 60_000;
/** Above what matching a name and writing a claim cost, so that a known and an unknown name take equally long. */
const THANKED_AFTER_MS = 400;
const COOKIE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const cookieName = (secure: boolean): string => (secure ? '__Host-stepdown_tablet' : 'stepdown_tablet');
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function cookieOf({ secure }: Needs, { orgId, tabletId, secret }: Held): string {
  return `${cookieName(secure)}=${orgId}.${tabletId}.${secret}; Max-Age=${KEPT_SECONDS}; Path=/; HttpOnly${secure ? '; Secure' : ''}; SameSite=Strict`;
}

function heldBy({ secure }: Needs, { headers }: OpenExchange): Held | null {
  const [, orgId = '', tabletId = '', secret = ''] = COOKIE.exec(cookieValue(headerOf(headers, 'cookie') ?? '', cookieName(secure)) ?? '') ?? [];
  return UUID.test(orgId) && UUID.test(tabletId) ? { orgId, tabletId, secret } : null;
}

function isHeld(tablet: Tablet | null, secret: string): tablet is Tablet {
  if (tablet === null || tablet.endedAt !== null || tablet.tokenHash === '') return false;
  const [kept, shown] = [Buffer.from(tablet.tokenHash, 'hex'), Buffer.from(hashOf(secret), 'hex')];
  return kept.length === shown.length && timingSafeEqual(kept, shown);
}

/**
 * A list of names is a look at records. The tablet has no staff row: it is written down under the member of staff who set it up, with the tablet in
 * the place of the sign-in (W21). Each session is a board of its own: the same people on another day are another look.
 */
async function account({ gate }: Needs, tx: Tx, held: Held, tablet: Tablet, { sessionId, ...seen }: { sessionId: string; participantIds: string[]; address: string; now: Date }): Promise<(() => void) | null> {
  const actor = { orgId: held.orgId, id: tablet.recordedBy, signInId: `tablet ${tablet.id}`, roles: [], permissions: new Set<string>(), placeIds: [tablet.siteId], signature: { name: '', credential: '' } };
  return await gate.account(tx, { actor, contract: readFrame.name, accounting: 'each-change', board: `${tablet.id} ${sessionId}`, ...seen });
}

/** Uses the code up and gives the tablet a new secret, in one transaction; whoever held it before holds it no more. */
async function setUp(needs: Needs, code: HandedCode, secret: string): Promise<Outcome<null, 'code-unknown' | 'code-used'>> {
  return await inTransaction<Outcome<null, 'code-unknown' | 'code-used'>>(needs.database, code.orgId, async (tx) => {
    const tablet = await lockTablet(tx, code.orgId, code.actorId, null);
    if (tablet === null || tablet.endedAt !== null) return new RollBack(refuse('code-unknown'));
    const { sql, parameters } = useCodeStatement(code.id, needs.clock.now());
    const used = await tx.executeQuery(CompiledQuery.raw(sql, [...parameters]));
    if (used.numAffectedRows !== 1n) return new RollBack(refuse('code-used'));
    await setToken(tx, code.orgId, tablet.id, hashOf(secret));
    return { value: null };
  });
}

function enroll(needs: Needs): OpenAnswer<typeof enrollTablet> {
  return async ({ body }, exchange) => {
    const found = await needs.signIn.findCode('tablet', body.code, exchange.address, exchange.address);
    if ('refused' in found) return found;
    const secret = randomBytes(32).toString('base64url');
    const made = await setUp(needs, found.value, secret);
    if ('refused' in made) return made;
    exchange.setHeader('set-cookie', [cookieOf(needs, { orgId: found.value.orgId, tabletId: found.value.actorId, secret })]);
    return { value: { isSetUp: true } };
  };
}

type Frame = OutputOf<typeof readFrame>;

function frame(needs: Needs): OpenAnswer<typeof readFrame> {
  return async (_asked, exchange) => {
    const now = needs.clock.now();
    const bare: Frame = { isSetUp: false, siteName: '', timeZone: null, asOf: now.toISOString(), list: null };
    const held = heldBy(needs, exchange);
    if (held === null) return { value: bare };
    const shown = await inTransaction(needs.database, held.orgId, async (tx) => {
      const tablet = await findTablet(tx, held.orgId, held.tabletId);
      if (!isHeld(tablet, held.secret)) return null;
      const isDue = tablet.seenAt === null || now.getTime() - tablet.seenAt.getTime() >= SEEN_EVERY_MS;
      if (isDue) await setSeen(tx, held.orgId, tablet.id, now);
      const place = await readPlace(tx, held.orgId, tablet);
      const list = await listNames(tx, held.orgId, tablet, held.secret, now);
      const remember = await account(needs, tx, held, tablet, { sessionId: list?.people[0]?.sessionId ?? '', participantIds: list?.people.map((one) => one.participantId) ?? [], address: exchange.address, now });
      return { place, list, remember, isDue };
    });
    if (shown === null) return { value: bare };
    shown.remember?.();
    if (shown.isDue) exchange.setHeader('set-cookie', [cookieOf(needs, held)]);
    const { place, list } = shown;
    const people = list?.people.map(({ token, name }) => ({ token, name })) ?? [];
    return { value: { ...bare, isSetUp: true, siteName: place.siteName, timeZone: place.timeZone as TimeZone, list: list === null ? null : { roomName: list.roomName, startsAt: list.startsAt.toISOString(), people } } };
  };
}

type Said = Pick<NewClaim, 'typed' | 'participantId' | 'sessionId'>;

async function meantBy(tx: Tx, held: Held, tablet: Tablet, body: BodyOf<typeof claimArrival>, now: Date): Promise<Said | null> {
  if ('token' in body) {
    const listed = await findListed(tx, held.orgId, tablet, held.secret, body.token, now);
    return listed === null ? null : { typed: listed.name, participantId: listed.participantId, sessionId: listed.sessionId };
  }
  const expected = await listExpected(tx, held.orgId, tablet.siteId, now, addMinutes(now, CLAIMS_FROM_MINUTES));
  const match = matchTyped(body.typed, expected, now);
  return { typed: body.typed, participantId: match?.participantId ?? null, sessionId: match?.sessionId ?? null };
}

/** Beyond the limit, and where the same waits already, nothing is written; nobody at the tablet is told. */
async function record(needs: Needs, held: Held, body: BodyOf<typeof claimArrival>): Promise<void> {
  const now = needs.clock.now();
  await inTransaction(needs.database, held.orgId, async (tx) => {
    const tablet = await lockTablet(tx, held.orgId, held.tabletId, null);
    if (!isHeld(tablet, held.secret)) return;
    const said = await meantBy(tx, held, tablet, body, now);
    if (said === null) return;
    const claim = { ...said, tabletId: tablet.id, siteId: tablet.siteId };
    const { recent, waits } = await countClaims(tx, held.orgId, claim, addMinutes(now, -1), addMinutes(now, -24 * 60));
    if (!waits && recent < CLAIMS_A_MINUTE) await insertClaim(tx, held.orgId, { id: newId(now), ...claim }, now);
  });
}

function claim(needs: Needs): OpenAnswer<typeof claimArrival> {
  return async ({ body }, exchange) => {
    const floor = delay(THANKED_AFTER_MS);
    const held = heldBy(needs, exchange);
    if (held === null) return refuse('not-signed-in');
    await record(needs, held, body);
    await floor;
    return { value: { thanked: true } };
  };
}

export function tabletRoutes(needs: Needs): Route[] {
  return [openRoute(enrollTablet, enroll(needs)), openRoute(readFrame, frame(needs)), openRoute(claimArrival, claim(needs))];
}
