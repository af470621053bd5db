/** The acts of a group's day in few words: stamp people in, write the drafts, sign; for tests that need records to look at. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Ask, House, Organization, Person, Reply } from './house.ts';
import { newId } from '../../src/platform/ids.ts';
import { tell } from '../../src/platform/outbox.ts';
import { sql } from 'kysely';

export const SHARED = { topic: 'High-risk situations', interventions: ['role-play'], happened: 'Pairs rehearsed two refusals.', practice: 'One phone call.' };

export function partOf(ownSentence: string) {
  return { chips: ['took-part'], ownSentence, craving: 3, practice: '' };
}

function must(reply: Reply): Reply {
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply;
}

export const pathOf = {
  arrival: (clinic: Organization, person: { id: string }) => `/sessions/${clinic.sessionId}/people/${person.id}/arrival`,
  leaving: (clinic: Organization, person: { id: string }) => `/sessions/${clinic.sessionId}/people/${person.id}/leaving`,
  takeBack: (clinic: Organization, person: { id: string }) => `/sessions/${clinic.sessionId}/people/${person.id}/take-back`,
  personDraft: (clinic: Organization, person: { id: string }) => `/sessions/${clinic.sessionId}/people/${person.id}/draft`,
  sharedDraft: (clinic: Organization) => `/sessions/${clinic.sessionId}/draft`,
  sign: (clinic: Organization) => `/sessions/${clinic.sessionId}/sign`,
  room: (clinic: Organization) => `/sessions/${clinic.sessionId}/room`,
  today: (clinic: Organization) => `/boards/today?siteId=${clinic.siteId}`,
  hours: (person: { id: string }) => `/people/${person.id}/hours`,
};

export async function stampIn(ask: Ask, clinic: Organization, people: readonly Person[]): Promise<void> {
  for (const person of people) must(await ask('POST', pathOf.arrival(clinic, person), {}));
}

export type ToSign = { sharedVersion: number; people: { participantId: string; version: number }[] };

/** Saves the shared part once and a sentence for each person; answers what a signing must send. */
export async function draft(ask: Ask, clinic: Organization, people: readonly Person[], sentence = 'Named the hour to plan for'): Promise<ToSign> {
  const shared = must(await ask('PUT', pathOf.sharedDraft(clinic), { version: 0, part: SHARED }));
  const sent = [];
  for (const [index, person] of people.entries()) {
    const saved = must(await ask('PUT', pathOf.personDraft(clinic, person), { version: 0, part: partOf(`${sentence}, ${index + 1}.`) }));
    sent.push({ participantId: person.id, version: saved.body.version as number });
  }
  return { sharedVersion: shared.body.version as number, people: sent };
}

/** Ten minutes on, everybody in the room, drafts for all; the clock stands after the end. */
export async function groupReadyToSign(house: House, clinic: Organization, ask: Ask, count = clinic.people.length): Promise<ToSign> {
  const people = clinic.people.slice(0, count);
  house.clock.set(clinic.start);
  await stampIn(ask, clinic, people);
  house.clock.set(new Date(clinic.end.getTime() + 60_000));
  return await draft(ask, clinic, people);
}

/** At least one row in every table of the organization: five in the room, two signed, a draft left open, a message waiting. */
export async function liveDay(house: House, clinic: Organization): Promise<void> {
  const facilitator = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, facilitator, 5);
  must(await facilitator('POST', pathOf.sign(clinic), { ...sent, people: sent.people.slice(0, 2) }));
  const now = house.clock.now();
  await house.inOrganization(clinic.orgId, async (tx) => {
    const by = clinic.staff.facilitator.staffId;
    await sql`insert into held_times (org_id, id, session_id, ends_at, breaks, reason, recorded_at, recorded_by)
      values (${clinic.orgId}, ${randomUUID()}, ${clinic.sessionId}, ${clinic.end}, '[]', 'As planned', ${now}, ${by})`.execute(tx);
    const actor = { orgId: clinic.orgId, id: by, signInId: 'test', roles: [], permissions: new Set<string>(), placeIds: [], signature: { name: '', credential: '' } };
    await tell({ tx, actor, now, newId: <Id extends string>() => newId(now) as Id }, 'note-signed', { sessionId: clinic.sessionId });
  });
}
