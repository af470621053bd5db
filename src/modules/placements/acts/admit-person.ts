/** Somebody is admitted: load, decide, save. The exclusion over episodes settles who admits first. */
import type { Answer, Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import { findSite, holdGround } from '../../program/index.ts';
import { DAYS_AHEAD_MAX } from '../contract.ts';
import type { admitPerson as contract } from '../contract.ts';
import { decideAdmission } from '../rules/admission.ts';
import type { Admission, AdmissionAsked } from '../rules/admission.ts';
import { insertAdmission, isVisible } from '../store.ts';
import { findAdmissionFacts } from '../store/grounds.ts';
import { insertEpisodeCounselor, insertLevelSegments, insertPhaseSegment } from '../store/segments.ts';
import { laterOf } from './move-segments.ts';

export const admitPerson: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, body.siteId, actor.placeIds);
  if (site === null || !await isVisible(tx, actor.orgId, participantId, actor, now, 'lock')) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  await holdGround(tx, actor.orgId, body);
  const facts = await findAdmissionFacts(tx, actor.orgId, { ...body, counselorFrom: laterOf(body.admittedOn, today) });
  if (facts === null) return refuse('not-found');
  const decided = decideAdmission(facts, body, today, DAYS_AHEAD_MAX);
  if ('refused' in decided) return decided;
  const episodeId = exchange.newId();
  await admit(exchange, { ...body, participantId, episodeId }, decided.value);
  return { value: { participantId, episodeId, version: 0 } };
};

/** The episode, its first level of care, the first phase of its path and its counselor, all from the same day. */
async function admit({ tx, actor, now, newId }: Exchange, asked: AdmissionAsked & { participantId: string; episodeId: string }, { level, pathVersionId }: Admission): Promise<void> {
  const written = { at: now, by: actor.id };
  const days = () => ({ id: newId(), episodeId: asked.episodeId, startsOn: asked.admittedOn, endedOn: null });
  await insertAdmission(tx, actor.orgId, { ...asked, id: asked.episodeId }, written);
  await insertLevelSegments(tx, actor.orgId, [{ ...days(), level }], written);
  if (pathVersionId !== null) await insertPhaseSegment(tx, actor.orgId, { ...days(), pathVersionId, phaseNo: 1, reason: '' }, written);
  if (asked.counselorId !== null) await insertEpisodeCounselor(tx, actor.orgId, { ...days(), staffId: asked.counselorId }, written);
}
