/** Somebody new is entered: load, decide, save. One at a time in an organization, so that no number and no person is made twice. */
import type { Answer } from '../../../platform/http.ts';
import { newSilentId } from '../../../platform/ids.ts';
import { refuse } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { registerPerson as contract } from '../participants.contract.ts';
import { isBirthDateOff, isSameLegalName, nextNumber } from '../rules/person.ts';
import { lockOrganization } from '../store.ts';
import { highestNumber, insertPerson, listLegalNamesBorn } from '../store/participants.ts';
import type { ParticipantId } from '../words.ts';

/** Where a day begins first: a child born there today is born. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export const registerPerson: Answer<typeof contract> = async ({ tx, actor, now }, { body: { confirmed, ...details } }) => {
  if (details.birthDate !== null && isBirthDateOff(details.birthDate, dateIn(EARLIEST_ZONE, now))) return refuse('birth-date-off');
  await lockOrganization(tx, actor.orgId);
  if (confirmed !== true) {
    const born = await listLegalNamesBorn(tx, actor.orgId, details.birthDate);
    if (born.some((known) => isSameLegalName(known, details))) return refuse('looks-known');
  }
  const participantNumber = details.participantNumber === '' ? nextNumber(await highestNumber(tx, actor.orgId)) : details.participantNumber;
  const participantId = newSilentId() as ParticipantId;
  await insertPerson(tx, actor.orgId, participantId, { ...details, participantNumber }, now, actor.id);
  return { value: { participantId } };
};
