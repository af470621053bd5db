/** Drafts are saved as typed; whoever saves over a version that is not the newest is told, and nothing is overwritten. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { listStays } from '../../modules/attendance/index.ts';
import type { savePersonDraft as personContract, saveSharedDraft as sharedContract } from '../../modules/notes/contract.ts';
import { isSigned, savePersonPart, saveSharedPart } from '../../modules/notes/index.ts';
import { isStillShown } from '../../modules/placements/index.ts';
import { lockSession } from '../../modules/sessions/index.ts';

export const saveSharedDraft: Answer<typeof sharedContract> = async ({ tx, actor, now }, { params, body }) => {
  const session = await lockSession(tx, actor.orgId, params.sessionId, actor.placeIds, 'share');
  if (session === null) return refuse('not-found');
  const version = await saveSharedPart(tx, actor.orgId, { sessionId: session.id, part: body.part, version: body.version, at: now, by: actor.id });
  if (version === null) return refuse('draft-changed');
  return { value: { sessionId: params.sessionId, participantId: null, version, savedAt: now.toISOString() } };
};

export const savePersonDraft: Answer<typeof personContract> = async (exchange, { params, body }) => {
  const { tx, actor, now } = exchange;
  const session = await lockSession(tx, actor.orgId, params.sessionId, actor.placeIds, 'share');
  if (session === null || !await isStillShown(exchange, session.plannedStart, params.participantId)) return refuse('not-found');
  if (await isSigned(tx, actor.orgId, session.id, params.participantId)) return refuse('note-frozen');
  const present = await listStays(tx, actor.orgId, session.id);
  if (!present.some((person) => person.participantId === params.participantId)) return refuse('not-in-session');
  const version = await savePersonPart(tx, actor.orgId, { sessionId: session.id, participantId: params.participantId, part: body.part, version: body.version, at: now, by: actor.id });
  if (version === null) return refuse('draft-changed');
  return { value: { sessionId: params.sessionId, participantId: params.participantId, version, savedAt: now.toISOString() } };
};
