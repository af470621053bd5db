/** An episode begins: the facts that it is measured against, the decision, and its first level, phase and counselor. Ask with the person locked. */
import type { Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import { findSite, holdGround } from '../../program/index.ts';
import { DAYS_AHEAD_MAX } from '../contract.ts';
import { decideAdmission } from '../rules/admission.ts';
import type { Admission, AdmissionAsked, AdmissionRefusal } from '../rules/admission.ts';
import { insertAdmission } from '../store.ts';
import { findAdmissionFacts } from '../store/grounds.ts';
import { insertEpisodeCounselor, insertLevelSegments, insertPhaseSegment } from '../store/segments.ts';
import { laterOf } from './move-segments.ts';

type Begun = AdmissionAsked & { participantId: string; episodeId: string };

/** `not-found` where the site is none of the asker's or the program none of the organization. Overlaps are refused by episodes_overlap_excl. */
export async function beginEpisode(exchange: Exchange, asked: Begun): Promise<Outcome<null, AdmissionRefusal | 'not-found'>> {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, asked.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  await holdGround(tx, actor.orgId, asked);
  const facts = await findAdmissionFacts(tx, actor.orgId, { ...asked, counselorFrom: laterOf(asked.admittedOn, today) });
  if (facts === null) return refuse('not-found');
  const decided = decideAdmission(facts, asked, today, DAYS_AHEAD_MAX);
  if ('refused' in decided) return decided;
  await begin(exchange, asked, decided.value);
  return { value: null };
}

/** The episode, its first level of care, the first phase of its path and its counselor, all from the same day. */
async function begin({ tx, actor, now, newId }: Exchange, asked: Begun, { level, pathVersionId }: Admission): Promise<void> {
  const written = { at: now, by: actor.id };
  const days = () => ({ id: newId(), episodeId: asked.episodeId, startsOn: asked.admittedOn, endedOn: null });
  await insertAdmission(tx, actor.orgId, { ...asked, id: asked.episodeId }, written);
  await insertLevelSegments(tx, actor.orgId, [{ ...days(), level }], written);
  if (pathVersionId !== null) await insertPhaseSegment(tx, actor.orgId, { ...days(), pathVersionId, phaseNo: 1, reason: '' }, written);
  if (asked.counselorId !== null) await insertEpisodeCounselor(tx, actor.orgId, { ...days(), staffId: asked.counselorId }, written);
}
