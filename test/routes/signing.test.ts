/** Drafts and signing over HTTP: what is frozen, and each refusal by its name. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { savePersonDraft, saveSharedDraft, signGroup } from '../../src/modules/notes/contract.ts';
import { groupReadyToSign, partOf, pathOf, SHARED, stampIn } from '../support/day.ts';
import type { ToSign } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import { furnishEverything } from '../support/rows.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; first: Person; second: Person; third: Person; sent: ToSign };

/** Two people in the room with a draft each, and a third who never came; the session has just ended. */
async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const [first, second, third] = clinic.people;
  assert.ok(first && second && third);
  const ask = await house.as(clinic, 'facilitator');
  return { house, clinic, ask, first, second, third, sent: await groupReadyToSign(house, clinic, ask, 2) };
}

const sign = ({ ask, clinic }: Stage, sent: unknown) => ask('POST', pathOf.sign(clinic), sent);
const savePerson = ({ ask, clinic }: Stage, person: { id: string }, version: number, part: unknown = partOf('Another sentence.')) => ask('PUT', pathOf.personDraft(clinic, person), { version, part });

async function count({ house, clinic }: Stage, table: string): Promise<number> {
  return await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where org_id = ${clinic.orgId}`.execute(tx)).rows[0]?.n ?? -1);
}

async function cancel({ house, clinic }: Stage): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set canceled_at = now() where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
}

const SIGNING: Record<(typeof signGroup.refusals)[number]['name'], { provoke(stage: Stage): Promise<Reply>; notes?: number; facts?(stage: Stage): Record<string, unknown> }> = {
  'session-canceled': { provoke: async (stage) => { await cancel(stage); return await sign(stage, stage.sent); } },
  'session-not-ended': {
    provoke: async (stage) => { stage.house.clock.set(new Date(stage.clinic.end.getTime() - 1)); return await sign(stage, stage.sent); },
    facts: ({ clinic }) => ({ endsAt: clinic.end.toISOString() }),
  },
  'nothing-to-sign': { provoke: (stage) => sign(stage, { ...stage.sent, people: [] }) },
  'sentence-missing': {
    provoke: async (stage) => { await savePerson(stage, stage.first, 1, partOf('   ')); return await sign(stage, { ...stage.sent, people: [{ participantId: stage.first.id, version: 2 }, ...stage.sent.people.slice(1)] }); },
    facts: ({ first }) => ({ participantIds: [first.id] }),
  },
  'not-present': {
    provoke: (stage) => sign(stage, { ...stage.sent, people: [...stage.sent.people, { participantId: stage.third.id, version: 1 }] }),
    facts: ({ third }) => ({ participantIds: [third.id] }),
  },
  'draft-changed': {
    provoke: async (stage) => { await savePerson(stage, stage.second, 1); return await sign(stage, stage.sent); },
    facts: ({ second }) => ({ participantIds: [second.id] }),
  },
  'objective-not-theirs': {
    provoke: async (stage) => {
      const { objectiveId } = await furnishEverything(stage.house, stage.clinic, 'Own');
      const sent = [];
      for (const { id } of [stage.first, stage.second]) sent.push({ participantId: id, version: (await savePerson(stage, { id }, 1, { ...partOf('A sentence.'), objectiveId })).body.version as number });
      return await sign(stage, { ...stage.sent, people: sent });
    },
    // The objective is the first one's.
    facts: ({ second }) => ({ participantIds: [second.id] }), notes: 1,
  },
  'module-not-of-group': {
    provoke: async (stage) => {
      const saved = await stage.ask('PUT', pathOf.sharedDraft(stage.clinic), { version: 1, part: { ...SHARED, moduleId: randomUUID() } });
      return await sign(stage, { ...stage.sent, sharedVersion: saved.body.version });
    },
  },
  'signed-before': {
    provoke: async (stage) => { await sign(stage, { ...stage.sent, people: stage.sent.people.slice(0, 1) }); return await sign(stage, stage.sent); }, notes: 1,
    facts: ({ first, house }) => ({ participantIds: [first.id], by: 'Sam facilitator', at: house.clock.now().toISOString() }),
  },
};

const PERSON: Record<(typeof savePersonDraft.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'draft-changed': (stage) => savePerson(stage, stage.first, 0),
  'note-frozen': async (stage) => { await sign(stage, stage.sent); return await savePerson(stage, stage.first, 1); },
  'not-in-session': (stage) => savePerson(stage, stage.third, 0),
};

const SHARED_DRAFT: Record<(typeof saveSharedDraft.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'draft-changed': ({ ask, clinic }) => ask('PUT', pathOf.sharedDraft(clinic), { version: 0, part: SHARED }),
};

for (const [name, { provoke, notes, facts }] of Object.entries(SIGNING)) {
  test(`notes.sign-group refuses by name and signs nobody: ${name}`, async (t) => {
    const stage = await openStage(t);
    const reply = await provoke(stage);
    const said = signGroup.refusals.find((refusal) => refusal.name === name);
    assert.deepEqual([reply.status, reply.body.refusal, reply.body.sentence], [said?.status, name, said?.sentence], JSON.stringify(reply.body));
    assert.deepEqual(reply.body.facts, facts?.(stage));
    assert.equal(await count(stage, 'notes'), notes ?? 0);
  });
}

for (const [contract, cases] of [[savePersonDraft, PERSON], [saveSharedDraft, SHARED_DRAFT]] as const) {
  for (const [name, provoke] of Object.entries(cases)) {
    test(`${contract.name} refuses by name and keeps what was there: ${name}`, async (t) => {
      const stage = await openStage(t);
      const reply = await provoke(stage);
      const said = contract.refusals.find((refusal) => refusal.name === name);
      assert.deepEqual([reply.status, reply.body.refusal, reply.body.sentence], [said?.status, name, said?.sentence], JSON.stringify(reply.body));
      const { rows } = await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql<{ version: number }>`select version from note_drafts union all select version from session_drafts`.execute(tx));
      assert.deepEqual([...new Set(rows.map((row) => row.version))], [1]);
    });
  }
}

test('every refusal of drafting and signing has a case', () => {
  for (const [contract, cases] of [[signGroup, SIGNING], [savePersonDraft, PERSON], [saveSharedDraft, SHARED_DRAFT]] as const) {
    assert.deepEqual(Object.keys(cases).sort(), contract.refusals.map((refusal) => refusal.name).sort(), contract.name);
  }
});

test('a shared draft that changed after it was seen is not signed', async (t) => {
  const stage = await openStage(t);
  assert.equal((await stage.ask('PUT', pathOf.sharedDraft(stage.clinic), { version: 1, part: { ...SHARED, topic: 'Another topic' } })).body.version, 2);
  assert.equal((await sign(stage, stage.sent)).body.refusal, 'draft-changed');
});

test('of ten saves of one version at once one is kept and nine are told', async (t) => {
  const stage = await openStage(t);
  for (const version of [1, 2]) {
    const replies = await Promise.all(Array.from({ length: 10 }, (_, index) => savePerson(stage, stage.first, version, partOf(`Writer ${index}.`))));
    assert.deepEqual(replies.map((reply) => reply.body.version ?? reply.body.refusal).sort(), [version + 1, ...Array.from({ length: 9 }, () => 'draft-changed')]);
    const room = await stage.ask('GET', pathOf.room(stage.clinic));
    const kept = room.body.people.find((one: { participantId: string }) => one.participantId === stage.first.id).draft;
    assert.deepEqual(kept.part, { ...partOf(`Writer ${replies.findIndex((reply) => reply.status === 200)}.`), objectiveId: null });
  }
});

test('of ten first saves at once one is kept, and a version from nowhere is told', async (t) => {
  const stage = await openStage(t);
  stage.house.clock.set(stage.clinic.start);
  await stampIn(stage.ask, stage.clinic, [stage.third]);
  assert.equal((await savePerson(stage, stage.third, 4)).body.refusal, 'draft-changed');
  const replies = await Promise.all(Array.from({ length: 10 }, (_, index) => savePerson(stage, stage.third, 0, partOf(`Writer ${index}.`))));
  assert.deepEqual(replies.map((reply) => reply.body.version ?? reply.body.refusal).sort(), [1, ...Array.from({ length: 9 }, () => 'draft-changed')]);
});

test('a signed note keeps its text, its minutes and its author, and the draft is gone', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, first, house } = stage;
  const signed = await sign(stage, stage.sent);
  assert.deepEqual(signed.body.notes.map((note: { clinicalMinutes: number }) => note.clinicalMinutes), [60, 60]);
  await ask('PUT', pathOf.sharedDraft(clinic), { version: 1, part: { ...SHARED, happened: 'Changed afterwards.' } });
  const room = await ask('GET', pathOf.room(clinic));
  const person = room.body.people.find((one: { participantId: string }) => one.participantId === first.id);
  assert.deepEqual(person.note, {
    id: person.note.id, signedAt: house.clock.now().toISOString(), authorName: 'Sam facilitator', authorCredential: 'LPC', part: { ...partOf('Named the hour to plan for, 1.'), objectiveId: null }, shared: { ...SHARED, moduleId: null, confirmedNames: [] },
    minutes: { scheduled: 60, attended: 60, clinical: 60 }, objective: null, supporters: [], minutesLate: null,
  });
  assert.equal(person.draft.version, 0);
});

test('the same person sent twice gets one note', async (t) => {
  const stage = await openStage(t);
  const [one] = stage.sent.people;
  assert.equal((await sign(stage, { ...stage.sent, people: [one, one] })).body.notes.length, 1);
  assert.equal(await count(stage, 'notes'), 1);
});

test('an id is the same whether written in capitals or not', async (t) => {
  const stage = await openStage(t);
  const people = stage.sent.people.map(({ participantId, version }) => ({ participantId: participantId.toUpperCase(), version }));
  const signed = await sign(stage, { ...stage.sent, people });
  assert.deepEqual(signed.body.notes.map((note: { participantId: string }) => note.participantId).sort(), stage.sent.people.map((person) => person.participantId).sort());
  const ledger = await stage.ask('GET', pathOf.hours({ id: stage.first.id.toUpperCase() }));
  assert.deepEqual([ledger.body.participant.id, ledger.body.documentedMinutes], [stage.first.id, 60]);
});

test('what is signed for somebody unknown says no more than for somebody absent', async (t) => {
  const stage = await openStage(t);
  const unknown = randomUUID();
  const texts = [];
  for (const id of [unknown, stage.third.id]) texts.push(JSON.stringify((await sign(stage, { ...stage.sent, people: [{ participantId: id, version: 1 }] })).body).replaceAll(id, 'id'));
  assert.equal(new Set(texts).size, 1);
});
