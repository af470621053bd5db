/** What may be signed: everybody sent was there, has a sentence, and the draft is the one that was on the screen (W12). */
import { refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { foldWord, wordsOf } from '../../values/names-in-text.ts';
import type { MinutesOfSession } from '../attendance/words.ts';
import type { ParticipantId } from '../people/words.ts';
import { EMPTY_SHARED } from './words.ts';
import type { PersonPart, SharedPart } from './words.ts';

export type SigningFacts = {
  readonly isCanceled: boolean;
  readonly heldEnd: Date;
  readonly shared: { readonly part: SharedPart; readonly version: number } | null;
  /** The curriculum session as planned, and all that may be chosen. */
  readonly module: { readonly planned: string | null; readonly choices: readonly string[] };
  /** Everybody sent who belongs to the session, with what the server holds. */
  readonly people: readonly PersonFacts[];
  /** Whether everybody who came has a signed note, and of somebody else nothing is recorded yet: then the group is closed without notes. */
  readonly onlyAbsent: boolean;
};
export type PersonFacts = {
  readonly participantId: ParticipantId;
  readonly attendanceId: string | null;
  readonly minutes: MinutesOfSession;
  readonly wasThere: boolean;
  readonly draft: { readonly part: PersonPart; readonly version: number } | null;
  readonly signedBy: { readonly name: string; readonly at: Date } | null;
  /** The objectives that this person works on now. */
  readonly objectiveIds: readonly string[];
};
export type Sent = { readonly sharedVersion: number; readonly people: readonly { readonly participantId: string; readonly version: number }[] };
export type NoteToSign = { readonly participantId: ParticipantId; readonly attendanceId: string; readonly shared: SharedPart; readonly part: PersonPart; readonly minutes: MinutesOfSession };

type SigningRefusal = 'session-canceled' | 'session-not-ended' | 'nothing-to-sign' | 'sentence-missing' | 'not-present' | 'draft-changed' | 'objective-not-theirs' | 'module-not-of-group' | 'signed-before';

function idsOf(people: readonly PersonFacts[]): Record<string, unknown> {
  return { participantIds: people.map((person) => person.participantId) };
}

function worksOn(person: PersonFacts): boolean {
  const chosen = person.draft?.part.objectiveId ?? null;
  return chosen === null || person.objectiveIds.includes(chosen);
}

/** All that were sent, or none: the first question that fails refuses the whole, and names whom it is about. */
export function decideSigning(facts: SigningFacts, sent: Sent, now: Date): Outcome<NoteToSign[], SigningRefusal> {
  if (facts.isCanceled) return refuse('session-canceled');
  if (now < facts.heldEnd) return refuse('session-not-ended', { endsAt: facts.heldEnd.toISOString() });
  if (sent.people.length === 0) return facts.onlyAbsent ? { value: [] } : refuse('nothing-to-sign');
  // A person sent twice with two versions was not seen in one: both must be the newest.
  const versions = Map.groupBy(sent.people, (person) => person.participantId);
  const known = new Set<string>(facts.people.map((person) => person.participantId));
  const strangers = [...versions.keys()].filter((id) => !known.has(id));
  const signed = facts.people.filter((person) => person.signedBy !== null);
  if (signed[0]?.signedBy != null) return refuse('signed-before', { ...idsOf(signed), by: signed[0].signedBy.name, at: signed[0].signedBy.at.toISOString() });
  const away = facts.people.filter((person) => !person.wasThere || person.attendanceId === null);
  if (strangers.length > 0 || away.length > 0) return refuse('not-present', { participantIds: [...strangers, ...away.map((person) => person.participantId)] });
  const silent = facts.people.filter((person) => (person.draft?.part.ownSentence.trim() ?? '') === '');
  if (silent.length > 0) return refuse('sentence-missing', idsOf(silent));
  const stale = facts.people.filter((person) => !(versions.get(person.participantId)?.every((one) => one.version === person.draft?.version) ?? false));
  if (stale.length > 0 || (facts.shared?.version ?? 0) !== sent.sharedVersion) return refuse('draft-changed', idsOf(stale));
  const strayed = facts.people.filter((person) => !worksOn(person));
  if (strayed.length > 0) return refuse('objective-not-theirs', idsOf(strayed));
  const shared = toFreeze(facts);
  if (shared.moduleId !== null && !facts.module.choices.includes(shared.moduleId)) return refuse('module-not-of-group');
  return { value: facts.people.map((person) => toSign(person, shared)) };
}

/** The shared part as it goes into every note; of words confirmed to be nobody only those that still stand in it. */
function toFreeze(facts: SigningFacts): SharedPart {
  const part = facts.shared?.part ?? { ...EMPTY_SHARED, moduleId: facts.module.planned };
  const said = new Set(wordsOf(`${part.topic} ${part.happened} ${part.practice}`).map(({ text }) => foldWord(text)));
  return { ...part, confirmedNames: part.confirmedNames.filter((word) => said.has(foldWord(word))) };
}

function toSign(person: PersonFacts, shared: SharedPart): NoteToSign {
  if (person.attendanceId === null || person.draft === null) throw new Error('decided to sign for somebody without attendance or draft');
  const part = { ...person.draft.part, ownSentence: person.draft.part.ownSentence.trim() };
  return { participantId: person.participantId, attendanceId: person.attendanceId, shared, part, minutes: person.minutes };
}
