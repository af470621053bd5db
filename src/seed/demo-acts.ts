/** What the demo's days are made of: people arrive, and whoever leads signs, by the program's own acts. */
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { Exchange } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Outcome } from '../platform/outcome.ts';
import type { ParticipantId } from '../modules/people/words.ts';
import type { OpenEpisode } from '../modules/placements/index.ts';
import type { Site } from '../modules/program/index.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import type { Chip, SharedPart } from '../modules/notes/words.ts';
import { addMinutes } from '../values/minutes.ts';
import { savePersonDraft, saveSharedDraft } from '../workflows/notes/save-draft.ts';
import { signGroupNote } from '../workflows/notes/sign-group-note.ts';
import { stampArrival } from '../workflows/check-in/stamp-arrival.ts';
import { SENTENCES } from './demo-people.ts';

export type Ground = { tx: Tx; orgId: string; site: Site; roomId: string | null; actor: Actor; episodes: readonly OpenEpisode[]; now: Date };

const SHARED: SharedPart = {
  topic: 'Relapse prevention 4: high-risk situations', interventions: ['taught-skill', 'role-play', 'open-discussion'],
  happened: 'The group mapped last week’s hardest hour and marked where a choice was still open. Pairs then rehearsed one refusal aloud and swapped roles.',
  practice: 'Write down one risky hour before it comes, and who you will call.', moduleId: null, confirmedNames: [],
};

export function at(ground: Ground, moment: Date): Exchange {
  return { tx: ground.tx, actor: ground.actor, now: moment, newId: <Id extends string>() => newId(moment) as Id };
}

/** A refusal here means that the seed asks for what the program forbids. */
export function must<Value>(outcome: Outcome<Value, string>): Value {
  if (isRefused(outcome)) throw new Error(`the demo was refused: ${outcome.refused} ${JSON.stringify(outcome.facts ?? {})}`);
  return outcome.value;
}

export async function arrive(ground: Ground, sessionId: SessionId, episode: Pick<OpenEpisode, 'participantId'>, moment: Date): Promise<void> {
  must(await stampArrival(at(ground, moment), { params: { sessionId, participantId: episode.participantId as ParticipantId }, query: {}, body: {} }));
}

export async function signAll(ground: Ground, session: { id: SessionId; end: Date }, present: readonly Pick<OpenEpisode, 'participantId'>[], offset: number): Promise<void> {
  const after = at(ground, addMinutes(session.end, 8));
  const shared = must(await saveSharedDraft(after, { params: { sessionId: session.id }, query: {}, body: { version: 0, part: SHARED } }));
  const people = [];
  for (const [index, episode] of present.entries()) {
    const participantId = episode.participantId as ParticipantId;
    const chips: Chip[] = index % 3 === 0 ? ['took-part', 'shared'] : ['took-part', 'listened'];
    const part = { chips, ownSentence: SENTENCES[(index * 3 + offset) % SENTENCES.length] ?? '', craving: index % 4 === 0 ? 3 : null, practice: '', objectiveId: null };
    const draft = must(await savePersonDraft(after, { params: { sessionId: session.id, participantId }, query: {}, body: { version: 0, part } }));
    people.push({ participantId, version: draft.version });
  }
  must(await signGroupNote(after, { params: { sessionId: session.id }, query: {}, body: { sharedVersion: shared.version, people } }));
}
