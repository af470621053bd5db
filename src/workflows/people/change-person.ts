/** What is written about a person changes, and what it said before is kept: load, decide, save. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findDetails, isBirthDateOff, updatePerson } from '../../modules/people/index.ts';
import type { changePerson as contract } from '../../modules/people/participants.contract.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const changePerson: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId }, body: { version, ...details } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now, 'lock')) return refuse('not-found');
  if (details.birthDate !== null && isBirthDateOff(details.birthDate, dateIn('Pacific/Kiritimati', now))) return refuse('birth-date-off');
  const was = await findDetails(tx, actor.orgId, participantId);
  if (was === null || await versionOf(tx, actor.orgId, participantId) !== version) return refuse('changed-meanwhile');
  await updatePerson(tx, actor.orgId, participantId, details);
  const isChanged = await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'participants', rowId: participantId, was, became: details });
  return { value: { participantId, version: isChanged ? version + 1 : version } };
};
