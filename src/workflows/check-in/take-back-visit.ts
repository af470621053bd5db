/** A visit that was written down by mistake is taken back; once the note is signed it stands. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findVisit, withdrawVisit } from '../../modules/attendance/index.ts';
import type { takeBackVisit as contract } from '../../modules/attendance/visits.contract.ts';
import { isSigned } from '../../modules/notes/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { lockSession } from '../../modules/sessions/index.ts';

export const takeBackVisit: Answer<typeof contract> = async ({ tx, actor, now }, { params: { visitId } }) => {
  const visit = await findVisit(tx, actor.orgId, visitId);
  if (visit === null) return refuse('not-found');
  const { sessionId, participantId } = visit;
  // Against signing, which freezes who sat in.
  if (await lockSession(tx, actor.orgId, sessionId, actor.placeIds, 'share') === null) return refuse('not-found');
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  if (!visit.isWithdrawn) {
    if (await isSigned(tx, actor.orgId, sessionId, participantId)) return refuse('visit-signed');
    await withdrawVisit(tx, actor.orgId, visitId, now, actor.id);
  }
  return { value: { sessionId, participantId, visitId } };
};
