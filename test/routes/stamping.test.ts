/** Stamps over HTTP: what each one writes, and each refusal by its name. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { stampArrival, stampLeaving, takeBackStamp } from '../../src/modules/attendance/contract.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; first: Person; second: Person; eleventh: Person };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 11);
  const [first, second] = clinic.people;
  const eleventh = clinic.people[10];
  assert.ok(first && second && eleventh);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), first, second, eleventh };
}

async function staysOf({ house, clinic }: Stage, person: Person): Promise<{ arrived: string; left: string | null; withdrawn: boolean }[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<{ arrived_at: Date; ended_at: Date | null; withdrawn: boolean }>`
      select y.arrived_at, y.ended_at, y.withdrawn_at is not null as withdrawn from stays y join attendances a on a.org_id = y.org_id and a.id = y.attendance_id
       where a.org_id = ${clinic.orgId} and a.participant_id = ${person.id} order by y.recorded_at, y.arrived_at, y.id`.execute(tx);
    return rows.map((row) => ({ arrived: row.arrived_at.toISOString(), left: row.ended_at?.toISOString() ?? null, withdrawn: row.withdrawn }));
  });
}

async function cancel({ house, clinic }: Stage): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set canceled_at = now(), cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
}

async function sign({ house, clinic, ask }: Stage): Promise<void> {
  const sent = await groupReadyToSign(house, clinic, ask, 2);
  assert.equal((await ask('POST', pathOf.sign(clinic), sent)).status, 200);
}

/** Somebody without a seat sits in seat 1 before its holder comes (a make-up visit). */
async function giveSeatAway({ house, clinic, eleventh }: Stage): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`
    insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, seat_no, recorded_at, recorded_by)
    values (${clinic.orgId}, ${randomUUID()}, ${clinic.sessionId}, ${eleventh.id}, ${clinic.programId}, 'present', 1, ${clinic.start}, ${clinic.staff.facilitator.staffId})`.execute(tx));
}

/** The person is stamped into a session beside this one, which still runs. */
async function stampInNextDoor({ house, clinic, first }: Stage): Promise<void> {
  const [session, attendance, stay] = [randomUUID(), randomUUID(), randomUUID()];
  const by = clinic.staff.facilitator.staffId;
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, planned_start_at, planned_end_at, recorded_at)
      values (${clinic.orgId}, ${session}, 'individual', 'Next door', '2026-11-19', '10:00', ${clinic.siteId}, ${clinic.programId}, ${addMinutes(clinic.start, -10)}, ${clinic.end}, ${clinic.start})`.execute(tx);
    await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, seat_no, recorded_at, recorded_by) values (${clinic.orgId}, ${attendance}, ${session}, ${first.id}, ${clinic.programId}, 'present', 1, ${clinic.start}, ${by})`.execute(tx);
    await sql`insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by) values (${clinic.orgId}, ${stay}, ${attendance}, ${clinic.start}, ${clinic.start}, ${by})`.execute(tx);
  });
}

const at = (moment: Date) => ({ at: moment.toISOString() });

/** Each refusal of each contract, and what provokes it. */
const ARRIVAL: Record<(typeof stampArrival.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'session-canceled': async (stage) => { await cancel(stage); return await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}); },
  'too-early-to-stamp': async ({ house, clinic, ask, first }) => { house.clock.set(addMinutes(clinic.start, -61)); return await ask('POST', pathOf.arrival(clinic, first), {}); },
  'not-on-roster': ({ clinic, ask, eleventh }) => ask('POST', pathOf.arrival(clinic, eleventh), {}),
  'already-signed': async (stage) => { await sign(stage); return await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}); },
  'seat-given-away': async (stage) => { await giveSeatAway(stage); return await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}); },
  'seats-free': ({ clinic, ask, first }) => ask('POST', pathOf.arrival(clinic, first), { overCapReason: 'Came from far away' }),
  'elsewhere-now': async (stage) => { await stampInNextDoor(stage); return await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}); },
  'session-over': async ({ house, clinic, ask, first }) => { house.clock.set(clinic.end); return await ask('POST', pathOf.arrival(clinic, first), {}); },
  'time-in-the-future': ({ house, clinic, ask, first }) => ask('POST', pathOf.arrival(clinic, first), at(addMinutes(house.clock.now(), 1))),
};

const LEAVING: Record<(typeof stampLeaving.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'session-canceled': async (stage) => {
    await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {});
    await cancel(stage);
    return await stage.ask('POST', pathOf.leaving(stage.clinic, stage.first), {});
  },
  'already-signed': async (stage) => { await sign(stage); return await stage.ask('POST', pathOf.leaving(stage.clinic, stage.first), {}); },
  'not-here': ({ clinic, ask, first }) => ask('POST', pathOf.leaving(clinic, first), {}),
  'left-before-arriving': async ({ house, clinic, ask, first }) => {
    await ask('POST', pathOf.arrival(clinic, first), {});
    return await ask('POST', pathOf.leaving(clinic, first), at(addMinutes(house.clock.now(), -1)));
  },
  'time-in-the-future': async ({ house, clinic, ask, first }) => {
    await ask('POST', pathOf.arrival(clinic, first), {});
    return await ask('POST', pathOf.leaving(clinic, first), at(addMinutes(house.clock.now(), 1)));
  },
};

const TAKE_BACK: Record<(typeof takeBackStamp.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'already-signed': async (stage) => { await sign(stage); return await stage.ask('POST', pathOf.takeBack(stage.clinic, stage.first), {}); },
  'not-here': ({ clinic, ask, first }) => ask('POST', pathOf.takeBack(clinic, first), {}),
  'undo-passed': async ({ house, clinic, ask, first }) => {
    await ask('POST', pathOf.arrival(clinic, first), {});
    house.clock.set(new Date(house.clock.now().getTime() + 10_001));
    return await ask('POST', pathOf.takeBack(clinic, first), {});
  },
};

for (const [contract, cases] of [[stampArrival, ARRIVAL], [stampLeaving, LEAVING], [takeBackStamp, TAKE_BACK]] as const) {
  test(`${contract.name}: every refusal of the list has a case`, () => {
    assert.deepEqual(Object.keys(cases).sort(), contract.refusals.map((refusal) => refusal.name).sort());
  });
  for (const [name, provoke] of Object.entries(cases)) {
    test(`${contract.name} refuses by name: ${name}`, async (t) => {
      const stage = await openStage(t);
      const reply = await provoke(stage);
      const said = contract.refusals.find((refusal) => refusal.name === name);
      assert.deepEqual([reply.status, reply.body.refusal, reply.body.sentence, reply.body.way], [said?.status, name, said?.sentence, said?.way], JSON.stringify(reply.body));
      assert.deepEqual((await staysOf(stage, stage.eleventh)), [], 'and nobody else was stamped');
    });
  }
}

test('arriving, leaving and coming back are two stays of one attendance, with the level of that day', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const times = [clinic.start, addMinutes(clinic.start, 20), addMinutes(clinic.start, 30), addMinutes(clinic.start, 45)];
  const ids = new Set<string>();
  for (const [index, moment] of times.entries()) {
    house.clock.set(moment);
    const reply = await ask('POST', index % 2 === 0 ? pathOf.arrival(clinic, first) : pathOf.leaving(clinic, first), {});
    assert.deepEqual([reply.status, reply.body.at], [200, moment.toISOString()]);
    ids.add(reply.body.attendanceId as string);
  }
  assert.equal(ids.size, 1);
  const [a, b, c, d] = times.map((moment) => moment.toISOString());
  assert.deepEqual(await staysOf(stage, first), [{ arrived: a, left: b, withdrawn: false }, { arrived: c, left: d, withdrawn: false }]);
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql`select level, seat_no, outcome from attendances where org_id = ${clinic.orgId}`.execute(tx));
  assert.deepEqual(rows, [{ level: 'iop', seat_no: 1, outcome: 'present' }]);
});

test('somebody who is here already is stamped in once, and hears when that was', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const came = house.clock.now().toISOString();
  await ask('POST', pathOf.arrival(clinic, first), {});
  house.clock.advance(5);
  const again = await ask('POST', pathOf.arrival(clinic, first), {});
  assert.deepEqual([again.status, again.body.at], [200, came]);
  assert.equal((await staysOf(stage, first)).length, 1);
});

test('an arrival may be set back to when it happened, to an hour before the start and no further', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, house, first, second } = stage;
  house.clock.set(addMinutes(clinic.start, 40));
  assert.equal((await ask('POST', pathOf.arrival(clinic, first), at(addMinutes(clinic.start, -60)))).status, 200);
  assert.equal((await ask('POST', pathOf.arrival(clinic, second), at(addMinutes(clinic.start, -61)))).body.refusal, 'too-early-to-stamp');
});

test('a leaving taken back leaves the person here since the first arrival, and keeps what was stamped', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const came = house.clock.now().toISOString();
  await ask('POST', pathOf.arrival(clinic, first), {});
  house.clock.advance(30);
  const left = house.clock.now().toISOString();
  await ask('POST', pathOf.leaving(clinic, first), {});
  assert.equal((await ask('POST', pathOf.takeBack(clinic, first), {})).body.at, left);
  assert.deepEqual((await staysOf(stage, first)).sort((a, b) => Number(b.withdrawn) - Number(a.withdrawn)), [{ arrived: came, left, withdrawn: true }, { arrived: came, left: null, withdrawn: false }]);
});

test('an arrival taken back leaves the person expected, and the same seat open to them', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, first } = stage;
  await ask('POST', pathOf.arrival(clinic, first), {});
  assert.equal((await ask('POST', pathOf.takeBack(clinic, first), {})).status, 200);
  const board = await ask('GET', pathOf.today(clinic));
  assert.equal(board.body.sessions[0].people.find((person: { participantId: string }) => person.participantId === first.id).standing, 'expected');
  assert.equal((await ask('POST', pathOf.takeBack(clinic, first), {})).body.refusal, 'not-here');
  assert.equal((await ask('POST', pathOf.arrival(clinic, first), {})).status, 200);
});
