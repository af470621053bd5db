/** Who may come along in the demo: two relatives with a permission, one whose was taken back, and a family session of yesterday with a visit in its note. By the program's own acts. */
import { FIRST_MAPPING } from '../permissions.ts';
import type { Tx } from '../platform/database.ts';
import type { Exchange } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Chip } from '../modules/notes/words.ts';
import { listNames, listStaff } from '../modules/people/index.ts';
import type { AttendableType, ParticipantId } from '../modules/people/words.ts';
import { listOpenEpisodes } from '../modules/placements/index.ts';
import type { OpenEpisode } from '../modules/placements/index.ts';
import type { Site } from '../modules/program/index.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import { addDays, dateIn, instantOf } from '../values/civil-date.ts';
import type { LocalTime } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';
import { stampArrival } from '../workflows/check-in/stamp-arrival.ts';
import { stampLeaving } from '../workflows/check-in/stamp-leaving.ts';
import { supporterCame } from '../workflows/check-in/supporter-came.ts';
import { savePersonDraft, saveSharedDraft } from '../workflows/notes/save-draft.ts';
import { signGroupNote } from '../workflows/notes/sign-group-note.ts';
import { addContact } from '../workflows/people/add-contact.ts';
import { endPermission } from '../workflows/people/end-permission.ts';
import { permitSupporter } from '../workflows/people/permit-supporter.ts';
import { addSession } from '../workflows/sessions/add-session.ts';
import { must } from './demo-acts.ts';

type Supporter = { of: string; name: string; relation: string; telephone: string; sessionTypes: AttendableType[]; givenHow: 'on-paper' | 'aloud'; detail: string; isTakenBack: boolean };

const SUPPORTERS: readonly Supporter[] = [
  { of: 'Gideon', name: 'Miriam Ashby', relation: 'sister', telephone: '555-0142', sessionTypes: ['individual', 'family'], givenHow: 'on-paper', detail: 'She may hear everything that is said there.', isTakenBack: false },
  { of: 'Florence', name: 'Chidi Iwu', relation: 'brother', telephone: '555-0163', sessionTypes: ['family'], givenHow: 'aloud', detail: 'Not before I have told him why I am here.', isTakenBack: false },
  { of: 'Dario', name: 'Lucia Kestrel', relation: 'mother', telephone: '555-0117', sessionTypes: ['group', 'family'], givenHow: 'on-paper', detail: 'For the first two weeks.', isTakenBack: true },
];

const FAMILY = { time: '17:00' as LocalTime, minutes: 50 };
const SAID = {
  topic: 'The evenings at home', happened: 'Looked at one hard evening hour by hour and agreed on what each of the two does differently.', practice: 'Eat together twice, without the telephone.',
  sentence: 'Asked for half an hour alone after work, and heard that this is fine.',
};

type Stage = { site: Site; now: Date; as: (moment: Date) => Exchange; personOf: ReadonlyMap<string, OpenEpisode & { participantId: ParticipantId }> };

async function openStage(tx: Tx, orgId: string, site: Site, now: Date): Promise<Stage> {
  const dana = (await listStaff(tx, orgId)).find((one) => one.givenName === 'Dana');
  if (dana === undefined) throw new Error('the demo has no counselor');
  const actor = {
    orgId, id: dana.id, signInId: 'seed', roles: ['counselor'], permissions: new Set<string>(FIRST_MAPPING.counselor), placeIds: [site.id], signature: { name: `${dana.givenName} ${dana.familyName}`, credential: dana.credential },
  };
  const open = await listOpenEpisodes(tx, orgId, site.id, dateIn(site.timeZone, now));
  const names = await listNames(tx, orgId, open.map((one) => one.participantId));
  const personOf = new Map(open.map((one) => [names.find((name) => name.participantId === one.participantId)?.legalGivenName ?? '', { ...one, participantId: one.participantId as ParticipantId }]));
  return { site, now, personOf, as: (moment) => ({ tx, actor, now: moment, newId: <Id extends string>() => newId(moment) as Id }) };
}

/** Answers the contact; null where the demo has nobody of that name. */
async function allow(stage: Stage, one: Supporter): Promise<string | null> {
  const person = stage.personOf.get(one.of);
  if (person === undefined) return null;
  const { participantId } = person;
  const dana = stage.as(stage.now);
  const { contactId } = must(await addContact(dana, { params: { participantId }, query: {}, body: { kind: 'supporter', name: one.name, relation: one.relation, telephone: one.telephone } }));
  const givenOn = addDays(dateIn(stage.site.timeZone, stage.now), -6);
  const { permissionId } = must(await permitSupporter(dana, { params: { participantId, contactId }, query: {}, body: { sessionTypes: one.sessionTypes, givenOn, givenHow: one.givenHow, lastDay: null, detail: one.detail } }));
  if (one.isTakenBack) must(await endPermission(dana, { params: { participantId, contactId, permissionId }, query: {}, body: { ends: true } }));
  return contactId;
}

/** Held yesterday, with the sister, and signed; a holiday has none. */
async function holdFamilySession(stage: Stage, person: OpenEpisode & { participantId: ParticipantId }, contactId: string): Promise<void> {
  const { participantId, programId } = person;
  const date = addDays(dateIn(stage.site.timeZone, stage.now), -1);
  const start = instantOf(stage.site.timeZone, date, FAMILY.time);
  const end = addMinutes(start, FAMILY.minutes);
  const [before, after] = [stage.as(start), stage.as(addMinutes(end, 6))];
  const added = await addSession(stage.as(stage.now), { params: { siteId: stage.site.id }, query: {}, body: {
    sessionType: 'family', name: 'Family hour', programId, date, startsAtLocal: FAMILY.time, minutes: FAMILY.minutes, breaks: [], roomId: null, telehealthLink: '', facilitatorId: before.actor.id, capacity: 1, participantIds: [participantId],
  } });
  if (isRefused(added)) return;
  const sessionId: SessionId = added.value.sessionId;
  const params = { sessionId, participantId };
  must(await stampArrival(before, { params, query: {}, body: {} }));
  must(await supporterCame(before, { params, query: {}, body: { contactId } }));
  must(await stampLeaving(stage.as(end), { params, query: {}, body: {} }));
  const shared = must(await saveSharedDraft(after, { params: { sessionId }, query: {}, body: { version: 0, part: { topic: SAID.topic, interventions: ['open-discussion'], happened: SAID.happened, practice: SAID.practice, moduleId: null, confirmedNames: [] } } }));
  const chips: Chip[] = ['took-part', 'shared'];
  const own = must(await savePersonDraft(after, { params, query: {}, body: { version: 0, part: { chips, ownSentence: SAID.sentence, craving: null, practice: '', objectiveId: null } } }));
  must(await signGroupNote(after, { params: { sessionId }, query: {}, body: { sharedVersion: shared.version, people: [{ participantId, version: own.version }] } }));
}

/** Once, after the people, their groups and their counselors are there. */
export async function furnishSupporters(tx: Tx, orgId: string, site: Site, now: Date): Promise<void> {
  const stage = await openStage(tx, orgId, site, now);
  const contacts = [];
  for (const one of SUPPORTERS) contacts.push(await allow(stage, one));
  const person = stage.personOf.get(SUPPORTERS[0]?.of ?? '');
  if (person !== undefined && contacts[0] != null) await holdFamilySession(stage, person, contacts[0]);
}
