/** The nouns of notes: the part said once for everybody, and the part written for one person. */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';
import { objectiveId } from '../plans/words.ts';

export const noteId = uuid.brand<'NoteId'>();
export type NoteId = z.infer<typeof noteId>;

/** Text as typed: no control characters but line breaks and tabs, and no half of a surrogate pair (PostgreSQL refuses both), at most `max` characters. */
function typed(max: number) {
  // eslint-disable-next-line no-control-regex -- the point is to name them
  return z.string().max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters').refine((text) => text.isWellFormed(), 'whole characters');
}

/** Participation chips in plain words (design 4); a site may have its own, up to eight. */
export const CHIPS = ['took-part', 'shared', 'listened', 'quiet', 'practiced', 'tearful', 'disagreed', 'left-the-room'] as const;
export const chip = z.enum(CHIPS);
export type Chip = z.infer<typeof chip>;

/** The chips in plain words of both languages, folded: said again in a sentence they make it nobody's own (W15). */
export const CHIP_WORDS = [
  'took', 'part', 'shared', 'listened', 'quiet', 'practiced', 'skill', 'tearful', 'disagreed', 'left', 'room',
  'participo', 'compartio', 'escucho', 'callada', 'callado', 'practico', 'lloro', 'discrepo', 'salio', 'sala',
] as const;

/** What was done with the group (domain 8.3, row 11). */
export const INTERVENTIONS = ['taught-skill', 'role-play', 'worksheet', 'open-discussion', 'mindfulness', 'film'] as const;
export const intervention = z.enum(INTERVENTIONS);
export type Intervention = z.infer<typeof intervention>;

/** The shared part: goes into every person's note, so it names nobody (W12). */
export const sharedPart = z.object({
  topic: typed(200),
  interventions: z.array(intervention).max(INTERVENTIONS.length),
  happened: typed(4000),
  practice: typed(1000),
  /** The session of the curriculum that was taught; null when there is none. */
  moduleId: uuid.nullable().default(null),
  /** Words of this session's notes that look like a name and are nobody here (Grace, Will, Hope), folded. */
  confirmedNames: z.array(typed(60)).max(60).default([]),
});
export type SharedPart = z.infer<typeof sharedPart>;

/** The part of one person: chips, one own sentence, craving 0-10 where it was asked, own practice where it differs, the objective it speaks to. */
export const personPart = z.object({
  chips: z.array(chip).max(CHIPS.length),
  ownSentence: typed(2000),
  craving: z.number().int().min(0).max(10).nullable(),
  practice: typed(1000),
  /** The objective of this person's plan to which the note speaks. */
  objectiveId: objectiveId.nullable().default(null),
});
export type PersonPart = z.infer<typeof personPart>;

export const EMPTY_SHARED: SharedPart = { topic: '', interventions: [], happened: '', practice: '', moduleId: null, confirmedNames: [] };
export const EMPTY_PERSON: PersonPart = { chips: [], ownSentence: '', craving: null, practice: '', objectiveId: null };

/** What may be added to a signed note: more words, corrected times, or the answer to a note that was returned (W13, W14). */
export const ADDENDUM_KINDS = ['addendum', 'correction', 'answer'] as const;
export const addendumKind = z.enum(ADDENDUM_KINDS);
export type AddendumKind = z.infer<typeof addendumKind>;

/** What a supervisor says to a note (W13). */
export const REVIEW_KINDS = ['co-signed', 'returned'] as const;

/** Contacts outside of sessions (W17). */
export const CONTACT_NOTE_KINDS = ['phone', 'did-not-come', 'collateral', 'case-management', 'crisis'] as const;
export const contactNoteKind = z.enum(CONTACT_NOTE_KINDS);
export const CONTACT_RISKS = ['none', 'watch', 'danger'] as const;
export const contactRisk = z.enum(CONTACT_RISKS);
