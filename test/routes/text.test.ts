/** Whatever is typed comes back as it was typed or is refused by name; nothing that is sent can break the server. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pathOf, SHARED, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization } from '../support/house.ts';

const STRINGS = join(import.meta.dirname, '../../../shared/data/security-a11y/blns.json');
const MAX = { topic: 200, happened: 4000, practice: 1000, ownSentence: 2000 } as const;
/* Worse than the list: broken surrogates, every control character, ends of planes, right-to-left, and lengths around each limit. */
const OWN = [
  '', ' ', '\ud800', 'a\udc00b', '\udc00\ud800', '\ufffe\uffff', '\u{10ffff}', '\u202e\u2066', '\u0085\u2028\u2029', '\ufeff', 'e\u0301', 'é', '\r\n', '\t', "'; drop table notes; --", '\\u0000', '${1}', '{{7*7}}',
  ...Array.from({ length: 33 }, (_, code) => `x${String.fromCharCode(code)}x`), '\u007f', ...Object.values(MAX).flatMap((max) => ['x'.repeat(max), 'x'.repeat(max + 1), '😀'.repeat(max), '😀'.repeat(max + 1)]),
];

// eslint-disable-next-line no-control-regex -- the point is to name them
const fits = (text: string, max: number) => Array.from(text).length <= max && text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);

type Stage = { house: House; clinic: Organization; ask: Ask };

async function kept({ house, clinic }: Stage, table: string): Promise<{ part: Record<string, string>; version: number }> {
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ part: Record<string, string>; version: number }>`select part, version from ${sql.table(table)} where org_id = ${clinic.orgId}`.execute(tx));
  return rows[0] ?? { part: {}, version: 0 };
}

/** Saves what fits in one request and finds it again; what does not fit is refused field by field. */
async function typeInto(stage: Stage, path: string, table: string, empty: Record<string, unknown>, names: readonly (keyof typeof MAX)[], text: string): Promise<void> {
  const good = names.filter((name) => fits(text, MAX[name]));
  const { version } = await kept(stage, table);
  const part = { ...empty, ...Object.fromEntries(good.map((name) => [name, text])) };
  const saved = await stage.ask('PUT', path, { version, part });
  assert.equal(saved.status, 200, `${JSON.stringify(text).slice(0, 80)}: ${JSON.stringify(saved.body)}`);
  assert.deepEqual((await kept(stage, table)).part, part);
  for (const name of names.filter((one) => !good.includes(one))) {
    const refused = await stage.ask('PUT', path, { version: version + 1, part: { ...empty, [name]: text } });
    assert.deepEqual([refused.status, refused.body.refusal, refused.body.facts], [400, 'malformed', { fields: [`body/part/${name}`] }], JSON.stringify(text).slice(0, 80));
    assert.ok(text.length < 5 || !JSON.stringify(refused.body).includes(text), 'the value stays out of the refusal');
  }
}

const SHARED_EMPTY = { topic: '', interventions: [], happened: '', practice: '', moduleId: null, confirmedNames: [] };
const PERSON_EMPTY = { chips: [], ownSentence: '', craving: null, practice: '', objectiveId: null };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage & { person: { id: string } }> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [person] = clinic.people;
  assert.ok(person);
  await stampIn(ask, clinic, [person]);
  return { house, clinic, ask, person };
}

for (const [title, strings] of [['our own list of hostile strings', OWN], ['the big list of naughty strings', existsSync(STRINGS) ? (JSON.parse(readFileSync(STRINGS, 'utf8')) as string[]) : null]] as const) {
  const skip = strings === null ? 'the list is not beside the project' : false;
  test(`${title} in the shared part is kept to the letter or refused by name`, { skip }, async (t) => {
    const stage = await openStage(t);
    for (const text of strings ?? []) await typeInto(stage, pathOf.sharedDraft(stage.clinic), 'session_drafts', SHARED_EMPTY, ['topic', 'happened', 'practice'], text);
  });
  test(`${title} in a person’s part is kept to the letter or refused by name`, { skip }, async (t) => {
    const stage = await openStage(t);
    for (const text of strings ?? []) await typeInto(stage, pathOf.personDraft(stage.clinic, stage.person), 'note_drafts', PERSON_EMPTY, ['ownSentence', 'practice'], text);
  });
}

test('hostile text goes through signing and comes back on the board as it was typed', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, person } = stage;
  house.clock.set(new Date(clinic.end.getTime() + 1));
  const text = `<script>alert(1)</script> '"; -- \\ \u202e {"a":1} 😀 e\u0301 \u2028 ${'$'}{1}`;
  await ask('PUT', pathOf.sharedDraft(clinic), { version: 0, part: { ...SHARED, happened: text } });
  await ask('PUT', pathOf.personDraft(clinic, person), { version: 0, part: { ...PERSON_EMPTY, ownSentence: text, practice: text } });
  assert.equal((await ask('POST', pathOf.sign(clinic), { sharedVersion: 1, people: [{ participantId: person.id, version: 1 }] })).status, 200);
  const room = await ask('GET', pathOf.room(clinic));
  const { note } = room.body.people.find((one: { participantId: string }) => one.participantId === person.id);
  assert.deepEqual([note.part.ownSentence, note.part.practice, note.shared.happened], [text, text, text]);
});

test('a body that is no JSON, of another kind or too large is refused by name', async (t) => {
  const { house, clinic, person } = await openStage(t);
  const cookie = await house.signIn.createAccount({ email: 'x@example.org', password: 'four plain words together', name: 'X' });
  assert.ok('value' in cookie);
  await house.signIn.joinOrganization({ accountId: cookie.value.accountId, orgId: clinic.orgId, actorId: clinic.staff.facilitator.staffId });
  const opened = await house.app.inject({ method: 'POST', url: '/api/door/sign-in', payload: { email: 'x@example.org', password: 'four plain words together' } });
  const headers = { cookie: String(opened.headers['set-cookie']).split(';')[0] ?? '', 'idempotency-key': '00000000-0000-4000-8000-000000000001' };
  const send = async (payload: string | Buffer, type = 'application/json') => {
    const reply = await house.app.inject({ method: 'POST', url: `/api${pathOf.arrival(clinic, person)}`, headers: { ...headers, 'content-type': type }, payload });
    return `${reply.statusCode} ${(reply.json() as { refusal: string }).refusal}`;
  };
  for (const text of ['{', '{"at":', 'null', '"text"', '[]', '{"at":"x"}', '\u0000', '{"__proto__": 1,', '']) assert.equal(await send(text), '400 malformed', text);
  assert.equal(await send(Buffer.from([0xff, 0xfe, 0x7b])), '400 malformed');
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml']) assert.equal(await send('at=1', type), '400 malformed', type);
  assert.equal(await send(JSON.stringify({ at: 'x'.repeat(999_991) })), '400 malformed', 'one million bytes are read');
  assert.equal(await send(JSON.stringify({ at: 'x'.repeat(999_992) })), '413 too-large', 'one more is not');
});
