/** One person as staff of a site may see them: who, how to reach, and what stands on the health lists. */
import type { OutputOf } from '../../platform/contract.ts';
import { versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { ageOn, displayName, findDetails, lacksGuardian, listContacts, listHealthItems } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { listSites } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readHealth as healthContract, readPerson as contract } from './people.contract.ts';
import { listEpisodes } from './placement-rows.ts';

type Person = OutputOf<typeof contract>;

export const readPerson: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const details = await findDetails(tx, actor.orgId, participantId);
  if (details === null) return refuse('not-found');
  const contacts = await listContacts(tx, actor.orgId, participantId);
  const episodes = await listEpisodes(tx, actor, participantId, now);
  const sites = await listSites(tx, actor.orgId);
  const zone = episodes[0]?.site.timeZone ?? sites.find((site) => actor.placeIds.includes(site.id))?.timeZone ?? 'UTC';
  const today = dateIn(zone, now);
  const age = details.birthDate === null ? null : ageOn(details.birthDate, today);
  const person: Person = {
    ...details, asOf: now.toISOString(), today, participantId, version: await versionOf(tx, actor.orgId, participantId),
    displayName: displayName(details), chosenName: details.chosenName === '' ? null : details.chosenName, pronouns: details.pronouns === '' ? null : details.pronouns,
    age, lacksGuardian: lacksGuardian(age, contacts), contacts: contacts.map(({ id, ...contact }) => ({ contactId: id, ...contact })), episodes,
  };
  return { value: person };
};

export const readHealth: Answer<typeof healthContract> = async ({ tx, actor, now }, { params: { participantId } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const items = await listHealthItems(tx, actor.orgId, participantId);
  return { value: { participantId, items: items.map(({ id, ...item }) => ({ healthItemId: id, ...item })) } };
};
