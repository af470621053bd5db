/** What is worth a look before signing, each at its place and none of it in the way: likeness, names, objectives, absences, the eleventh (W10, W12, W15, W17). */
import { CHIP_WORDS } from '../../modules/notes/words.ts';
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';
import { cravingAlert } from '../../values/craving.ts';
import { findNames, foldWord, replaceNames, wordsOf } from '../../values/names-in-text.ts';
import type { NameFound, Named } from '../../values/names-in-text.ts';
import { likenessAmong } from '../../values/similarity.ts';
import type { Likeness } from '../../values/similarity.ts';
import { asksWhoCame } from './readiness.ts';
import type { GroupRoom, RoomPerson, Row, SignSum } from './readiness.ts';

export type Warning =
  | { kind: 'alike'; percent: number; /** Null when it is like an earlier sentence about the same person. */ like: string | null }
  | { kind: 'named'; field: 'ownSentence' | 'practice'; text: string }
  | { kind: 'untouched'; objectiveId: RoomPerson['objectives'][number]['id']; number: string; text: string; days: number; wasTouched: boolean }
  | { kind: 'objective-gone' }
  | { kind: 'over-cap'; reason: string }
  | { kind: 'will-be-absent' }
  /** The family held the session without the person: excused, and nobody has to call (W4). */
  | { kind: 'will-be-excused' };

/** One row's part of the bars: how much of a sentence is this person's own. */
export type Individuality = { id: string; name: string; percent: number | null; isAlike: boolean };
export type RowView = { warnings: readonly Warning[]; craving: 'high' | 'rose' | null };
export type RoomView = { people: ReadonlyMap<string, RowView>; shared: readonly SharedName[]; individuality: readonly Individuality[] };
export type SharedField = 'topic' | 'happened' | 'practice';
export type SharedName = { field: SharedField; text: string };

const SHARED_FIELDS: readonly SharedField[] = ['topic', 'happened', 'practice'];

/** The same words once, however often they stand there. */
function once(found: readonly NameFound[]): NameFound[] {
  return [...new Map(found.toReversed().map((one) => [foldWord(one.text), one])).values()].toReversed();
}

/** The text that stands for a person: the note where it is signed, else the draft. */
function sentenceOf({ person }: Row, partOf: (id: string) => PersonPart): string {
  return (person.note?.part ?? partOf(person.participantId)).ownSentence;
}

function nameWarnings(part: PersonPart, person: RoomPerson, roster: readonly Named[], confirmed: readonly string[]): Warning[] {
  /* Somebody's own name may stand in the own sentence, also where another has the same. */
  const passed = [...confirmed, ...person.nameWords];
  return (['ownSentence', 'practice'] as const).flatMap((field) => once(findNames(part[field], roster, passed)).map(({ text }): Warning => ({ kind: 'named', field, text })));
}

/** Of the objectives to which this note does not speak the one left alone for longest, once it is too long. */
function untouched(person: RoomPerson, part: PersonPart, days: number): Warning[] {
  const left = person.objectives.filter((one) => one.id !== part.objectiveId && one.untouchedDays >= days).sort((one, other) => other.untouchedDays - one.untouchedDays)[0];
  return left === undefined ? [] : [{ kind: 'untouched', objectiveId: left.id, number: left.number, text: left.text, days: left.untouchedDays, wasTouched: left.wasTouched }];
}

export function viewOf(room: GroupRoom, rows: readonly Row[], partOf: (id: string) => PersonPart, shared: SharedPart): RoomView {
  const roster = room.people.map((person): Named => ({ id: person.participantId, words: person.nameWords }));
  const here = rows.filter(({ readiness }) => readiness !== 'not-here');
  const around = {
    today: here.map((row) => ({ id: row.person.participantId as string, text: sentenceOf(row, partOf) })),
    before: new Map(room.people.map((person) => [person.participantId as string, person.sentencesBefore.map((one) => ({ id: one.noteId as string, text: one.sentence }))])),
    without: new Set([...roster.flatMap((one) => one.words), ...CHIP_WORDS]),
  };
  const likenessOf = likenessAmong(around);
  const likeness = new Map(around.today.filter(({ text }) => text.trim() !== '').map(({ id, text }) => [id, likenessOf(id, text)]));
  const over = (found: Likeness | null | undefined): found is Likeness => found != null && found.percent >= room.figures.nearIdenticalPercent;

  /* Only somebody of whom nothing is recorded gets an absence by closing. */
  const recordsAbsences = room.session.state !== 'running' && room.session.state !== 'planned' && !asksWhoCame(room);
  const rowView = ({ person, readiness }: Row): RowView => {
    const id = person.participantId;
    const capped: Warning[] = person.overCapReason === null ? [] : [{ kind: 'over-cap', reason: person.overCapReason }];
    if (readiness === 'signed') return { warnings: capped, craving: null };
    if (readiness === 'not-here') return { warnings: person.standing === 'missing' && person.stays.length === 0 && recordsAbsences ? [{ kind: person.visitors.length > 0 && (room.session.type === 'family' || room.session.type === 'couple') ? 'will-be-excused' : 'will-be-absent' }] : [], craving: null };
    const part = partOf(id);
    const found = likeness.get(id);
    const gone = part.objectiveId !== null && !person.objectives.some((one) => one.id === part.objectiveId);
    return {
      warnings: [
        ...(over(found) ? [{ kind: 'alike' as const, percent: found.percent, like: roster.some((one) => one.id === found.id) ? found.id : null }] : []),
        ...nameWarnings(part, person, roster.filter((one) => one.id !== id), shared.confirmedNames),
        ...(gone ? [{ kind: 'objective-gone' as const }] : []), ...untouched(person, part, room.figures.objectiveUntouchedDays), ...capped,
      ],
      craving: cravingAlert(part.craving, person.cravingBefore?.level ?? null, room.figures.craving),
    };
  };
  return {
    people: new Map(rows.map((row) => [row.person.participantId as string, rowView(row)])),
    /* Where there is one person, what was done together goes into that person's note only. */
    shared: room.people.length < 2 ? [] : SHARED_FIELDS.flatMap((field) => once(findNames(shared[field], roster, shared.confirmedNames)).map(({ text }) => ({ field, text }))),
    individuality: here.map(({ person }) => {
      const found = likeness.get(person.participantId);
      return { id: person.participantId, name: person.displayName, percent: likeness.has(person.participantId) ? 100 - (found?.percent ?? 0) : null, isAlike: over(found) };
    }),
  };
}

/** The text with one name taken out wherever it stands. */
export function withoutName(text: string, name: string, roster: readonly Named[], instead: string): string {
  return replaceNames(text, findNames(text, roster).filter((one) => foldWord(one.text) === foldWord(name)), instead);
}

/** The words of a finding, confirmed to be nobody here. */
export function confirmName(confirmed: readonly string[], name: string): string[] {
  return [...new Set([...confirmed, ...wordsOf(name).map(({ text }) => foldWord(text))])].slice(-60);
}

export type Consequences = { warnings: number; absences: number; tasks: number };

/** What the sign bar says beside the notes. A row that is held out or signed is not signed now; absences are recorded with the first notes. */
/** Whether nothing is left of the group but people who did not come: then it is closed without a note. */
export function closesEmpty(sum: Pick<SignSum, 'notes' | 'toFinish' | 'heldOut'>, also: Consequences): boolean {
  return sum.notes === 0 && sum.toFinish === 0 && sum.heldOut === 0 && also.absences > 0;
}

export function consequencesOf(view: RoomView, rows: readonly Row[]): Consequences {
  const now = rows.filter(({ readiness }) => readiness === 'ready' || readiness === 'to-look-at' || readiness === 'to-write' || readiness === 'not-here');
  const views = now.map(({ person }) => view.people.get(person.participantId));
  const [calls = 0, excused = 0] = (['will-be-absent', 'will-be-excused'] as const).map((what) => views.filter((one) => one?.warnings.some(({ kind }) => kind === what)).length);
  const cravings = rows.filter(({ person, readiness }) => readiness === 'ready' && view.people.get(person.participantId)?.craving != null).length;
  return { warnings: view.shared.length + views.reduce((sum, one) => sum + (one?.warnings.length ?? 0), 0), absences: calls + excused, tasks: calls + cravings };
}
