/** Who left more than 90 days ago stands on no board and no paper of a past day, and no act reaches them there (W20). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { FIRST_MAPPING, ROLES } from '../../src/permissions.ts';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes, isVisible, listVisible } from '../../src/modules/placements/index.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { addDays } from '../../src/values/civil-date.ts';
import type { CivilDate } from '../../src/values/civil-date.ts';
import { accounted } from '../support/accounted.ts';
import { draft, pathOf, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';

const DAY = '2026-11-19' as CivilDate;
const LEFT = 2;
type Stage = { house: House; clinic: Organization; facilitator: Ask; supervisor: Ask; desk: Ask; noteIds: string[] };

/** Five people: all in the room but the last, four notes signed but one; two of them left on the day of the session. */
async function aPastDay(t: Parameters<typeof openHouse>[0], daysLater: number): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 5);
  const then = await house.as(clinic, 'facilitator');
  house.clock.set(clinic.start);
  await stampIn(then, clinic, clinic.people.slice(0, 4));
  house.clock.set(new Date(clinic.end.getTime() + 60_000));
  const sent = await draft(then, clinic, clinic.people.slice(0, 4));
  const signed = await then('POST', pathOf.sign(clinic), { ...sent, people: sent.people.slice(1) });
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  await house.inOrganization(clinic.orgId, (tx) => sql`
    update episodes set ended_on = ${DAY}, ended_at = ${house.clock.now()} where org_id = ${clinic.orgId} and participant_id = any(${clinic.people.slice(0, LEFT).map((one) => one.id)}::uuid[])`.execute(tx));
  house.clock.advance(daysLater * 24 * 60);
  const [facilitator, supervisor, desk] = [await house.as(clinic, 'facilitator'), await house.as(clinic, 'supervisor'), await house.as(clinic, 'front-desk')];
  return { house, clinic, facilitator, supervisor, desk, noteIds: signed.body.notes.map((one: { noteId: string }) => one.noteId) };
}

const read = async (reply: Promise<Reply>) => {
  const { status, body } = await reply;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};

describe('a day 91 days back', () => {
  test('no board and no paper of it names who left that day, and each says how many they are', async (t) => {
    const { house, clinic, facilitator, supervisor, desk } = await aPastDay(t, 91);
    const gone = clinic.people.slice(0, LEFT);
    const session = `/sessions/${clinic.sessionId}`;
    const boards: [string, Ask, string][] = [
      ['today.read', facilitator, `/boards/today?siteId=${clinic.siteId}&date=${DAY}`], ['group-room.read', facilitator, pathOf.room(clinic)], ['papers.read-day', desk, `/papers/day?siteId=${clinic.siteId}&date=${DAY}`],
      ['papers.read-roster', desk, `${session}/roster`], ['papers.read-slips', desk, `${session}/slips`], ['session-plan.read', supervisor, `${session}/plan`], ['session-day.read', supervisor, `${session}/day`],
    ];
    for (const [what, ask, path] of boards) {
      const replies: Reply[] = [];
      const shown = await accounted(house, clinic, what, async () => {
        const reply = await ask('GET', path);
        replies.push(reply);
        return reply;
      });
      assert.equal(shown.some((id) => gone.some((one) => one.id === id)), false, `${what} names nobody who left`);
      assert.equal(shown.length > 0, true, `${what} shows who is still here`);
      const text = JSON.stringify(replies[0]?.body);
      for (const name of ['Given1 ', 'Given2 ', 'N-1"', 'N-2"']) assert.ok(!text.includes(name), `${what} ${name}`);
      assert.equal(replies[0]?.body.noLongerShown, LEFT, what);
    }
  });

  test('what counts people counts everybody: seats, state and the number present in a signed note', async (t) => {
    const { clinic, facilitator, desk, noteIds } = await aPastDay(t, 91);
    const [session] = (await read(facilitator('GET', `/boards/today?siteId=${clinic.siteId}&date=${DAY}`))).sessions;
    assert.deepEqual([session.people.length, session.notesToSign, session.state, session.seatsFree], [3, 1, 'ended', 6]);
    const [paper] = (await read(desk('GET', `/papers/day?siteId=${clinic.siteId}&date=${DAY}`))).sessions;
    assert.deepEqual([paper.people.length, paper.seatsFree, paper.state], [3, 6, 'ended']);
    const { note } = await read(facilitator('GET', `/notes/${noteIds[1]}`));
    assert.equal(note.session.presentCount, 4);
  });

  test('a signed note of somebody who left is not found, and stands in no list of its session', async (t) => {
    const { clinic, facilitator, noteIds } = await aPastDay(t, 91);
    assert.equal((await facilitator('GET', `/notes/${noteIds[0]}`)).status, 404);
    assert.equal((await facilitator('POST', `/notes/${noteIds[0]}/addenda`, { kind: 'addendum', text: 'Came back for a paper.' })).status, 404);
    const after = await read(facilitator('GET', `/sessions/${clinic.sessionId}/after-signing`));
    assert.deepEqual(after.notes.map((one: { noteId: string }) => one.noteId).sort(), noteIds.slice(1).sort());
  });

  test('who is asked for an old session or day is only whom one may see', async (t) => {
    const { clinic, supervisor } = await aPastDay(t, 91);
    const asked = await read(supervisor('GET', `/session-people?siteId=${clinic.siteId}&date=${DAY}&programId=${clinic.programId}`));
    assert.deepEqual(asked.people.map((one: { participantId: string }) => one.participantId).sort(), clinic.people.slice(LEFT).map((one) => one.id).sort());
  });

  test('no act of that session finds them: stamps, absences, corrections, drafts, signing', async (t) => {
    const { house, clinic, facilitator, supervisor, desk } = await aPastDay(t, 91);
    const base = `/sessions/${clinic.sessionId}/people/${clinic.people[0]?.id}`;
    const acts: [Ask, 'GET' | 'POST' | 'PUT', string, object | undefined][] = [
      [desk, 'GET', 'times', undefined], [desk, 'POST', 'arrival', {}], [desk, 'POST', 'leaving', {}], [desk, 'POST', 'take-back', {}], [desk, 'POST', 'absence', { reason: 'court', excused: true, detail: '' }], [desk, 'POST', 'absence/take-back', {}],
      [supervisor, 'POST', 'times', { version: null, stays: [], absence: { reason: 'court', excused: true, detail: '' }, reason: 'Wrong person', addendum: null, overCapReason: null }],
      [facilitator, 'PUT', 'draft', { version: 1, part: { chips: [], ownSentence: 'Later.', craving: null, practice: '' } }],
    ];
    for (const [ask, method, path, body] of acts) {
      const reply = await ask(method, `${base}/${path}`, body);
      assert.deepEqual([reply.status, reply.body.refusal], [404, 'not-found'], `${path} ${JSON.stringify(reply.body)}`);
    }
    const before = await tasksOf(house, clinic);
    const signed = await facilitator('POST', pathOf.sign(clinic), { sharedVersion: 1, people: [{ participantId: clinic.people[0]?.id, version: 1 }] });
    assert.deepEqual([signed.status, signed.body.refusal], [404, 'not-found']);
    assert.equal(await tasksOf(house, clinic), before);
  });
});

test('on the 90th day after, a board shows everybody', async (t) => {
  const { clinic, facilitator } = await aPastDay(t, 90);
  const body = await read(facilitator('GET', `/boards/today?siteId=${clinic.siteId}&date=${DAY}`));
  assert.deepEqual([body.sessions[0].people.length, body.noLongerShown], [5, 0]);
});

test('a day within 88 days costs no statement more than today', async (t) => {
  const { house, clinic } = await aPastDay(t, 0);
  const cost = async (): Promise<number> => {
    const facilitator = await house.as(clinic, 'facilitator');
    const { sent } = await recordStatements(() => read(facilitator('GET', pathOf.room(clinic))));
    return transactionsOf(sent).at(-1)?.length ?? 0;
  };
  const today = await cost();
  house.clock.advance(88 * 24 * 60);
  assert.equal(await cost(), today);
  house.clock.advance(3 * 24 * 60);
  assert.equal(await cost(), today + 1);
});

test('many are seen as each of them is, whatever the role', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  const other = await house.furnish('Quarry House', 1);
  const now = house.clock.now();
  const elsewhere = newId(now);
  const stays: readonly (readonly [site: string, admitted: number, ended: number | null])[][] = [
    [], [[clinic.siteId, -5, null]], [[clinic.siteId, 9, null]], [[clinic.siteId, -190, -90]], [[clinic.siteId, -190, -91]], [[elsewhere, -5, null]], [[elsewhere, -200, -150]],
    [[clinic.siteId, -300, -200], [elsewhere, -190, null]], [[clinic.siteId, -300, -200], [clinic.siteId, -100, -3]], [[elsewhere, -500, -400], [clinic.siteId, -300, -91]],
  ];
  const people = stays.map(() => newSilentId());
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertSite(tx, clinic.orgId, { id: elsewhere, name: 'Quarry Lane', timeZone: 'Pacific/Auckland' }, now);
    await insertParticipants(tx, clinic.orgId, people.map((id, index) => ({ id, participantNumber: `V-${index}`, legalGivenName: 'V', legalFamilyName: `Person${index}`, chosenName: null, pronouns: null, birthDate: null, language: 'en' })), now, null);
    const episodes = stays.flatMap((own, index) => own.map(([siteId, admitted, ended]) => ({ id: newId(now), segmentId: newId(now), participantId: people[index] ?? '', siteId, programId: clinic.programId, level: 'iop', admittedOn: addDays(DAY, admitted), ended })));
    for (const { ended, ...episode } of episodes) {
      await insertEpisodes(tx, clinic.orgId, [episode], now, null);
      if (ended !== null) await sql`update episodes set ended_on = ${addDays(DAY, ended)}, ended_at = ${now} where org_id = ${clinic.orgId} and id = ${episode.id}`.execute(tx);
    }
  });
  const asked = [...people, ...clinic.people.map((one) => one.id), ...other.people.map((one) => one.id), newSilentId()];
  const seen = new Set<string>();
  for (const role of ROLES) {
    for (const placeIds of [[clinic.siteId], [elsewhere], [clinic.siteId, elsewhere], []]) {
      const asker = { placeIds, permissions: new Set<string>(FIRST_MAPPING[role]) };
      await house.inOrganization(clinic.orgId, async (tx) => {
        const many = await listVisible(tx, clinic.orgId, asked, asker, now);
        for (const id of asked) assert.equal(many.has(id), await isVisible(tx, clinic.orgId, id, asker, now), `${role} ${asked.indexOf(id)}`);
        for (const id of many) seen.add(id);
      });
    }
  }
  assert.deepEqual(asked.map((id) => seen.has(id)), [true, true, true, true, false, true, false, true, true, false, true, true, false, false]);
});

async function tasksOf(house: House, { orgId }: Organization): Promise<number> {
  return await house.inOrganization(orgId, async (tx) => (await sql<{ tasks: number }>`select count(*)::integer as tasks from tasks where org_id = ${orgId}`.execute(tx)).rows[0]?.tasks ?? 0);
}
