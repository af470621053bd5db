/** Relatives in few words: a contact, what it may attend, that it came, and what then stands where. */
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { openGroupStage } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Reply } from '../support/house.ts';
import { who } from './session-day-stage.ts';

export const ALLOWED = { sessionTypes: ['group', 'family'], givenOn: '2026-11-18', givenHow: 'on-paper', lastDay: null, detail: 'Only my mother.' };
export const idOf = (stage: GroupStage, person: number): string => who(stage, person)[0] ?? '';

export async function must(reply: Promise<Reply>): Promise<Reply['body']> {
  const { status, body } = await reply;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

export const contactOf = async (stage: GroupStage, person: number, name = 'Elena Vale', kind = 'supporter'): Promise<string> =>
  (await must(stage.ask('POST', `/people/${idOf(stage, person)}/contacts`, { kind, name, relation: 'Sister', telephone: '' }))).contactId as string;
export const permit = (stage: GroupStage, person: number, contactId: string, other: object = {}): Promise<Reply> => stage.ask('POST', `/people/${idOf(stage, person)}/contacts/${contactId}/permission`, { ...ALLOWED, ...other });
export const end = (stage: GroupStage, person: number, contactId: string, permissionId: string, ends = true): Promise<Reply> =>
  stage.ask('POST', `/people/${idOf(stage, person)}/contacts/${contactId}/permission/${permissionId}/end`, { ends });
export const came = (stage: GroupStage, person: number, contactId: string, sessionId = stage.clinic.sessionId): Promise<Reply> => stage.ask('POST', `/sessions/${sessionId}/people/${idOf(stage, person)}/visits`, { contactId });
export const listed = async (stage: GroupStage, person: number, contactId: string) =>
  (await must(stage.ask('GET', `/people/${idOf(stage, person)}/supporters`))).contacts.find((one: { contactId: string }) => one.contactId === contactId);
export const roomOf = async (stage: GroupStage, sessionId = stage.clinic.sessionId) => await must(stage.ask('GET', `/sessions/${sessionId}/room`));
export const visitsIn = (stage: GroupStage) => stage.house.inOrganization(stage.clinic.orgId, async (tx) =>
  (await sql<{ name: string; counts: boolean }>`select name, withdrawn_at is null as counts from supporter_visits where org_id = ${stage.clinic.orgId} and session_id = ${stage.clinic.sessionId} order by recorded_at, id`.execute(tx)).rows);

/** Somebody of the group with a contact who may sit in. */
export async function openFamily(t: { after(work: () => Promise<void>): void }, other: object = {}) {
  const stage = await openGroupStage(t);
  const contactId = await contactOf(stage, 1);
  const { permissionId } = await must(permit(stage, 1, contactId, other));
  return { stage, contactId, permissionId: permissionId as string };
}
