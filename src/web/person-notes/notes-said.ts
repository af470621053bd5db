/** How a note is read out: its facts line by line, where it stands, and under which month it is found; pure, so that it can be tried without a browser. */
import type { z } from 'zod';
import type { listedNote, printPersonNotes, readPersonNotes } from '../../boards/notes/person-notes.contract.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { dateText, hoursSaid, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import { clockSpan, clockText, dayText } from '../papers/paper-text.ts';
import type { WholeNote } from '../signatures/waiting.ts';

export type Listed = z.output<typeof listedNote>;
export type Page = ValueOf<typeof readPersonNotes>;
export type Paper = ValueOf<typeof printPersonNotes>;
export type Telling = { say: Say; language: Language };

/** Rows under the month in which they happened, in the order in which they came. */
export function byMonth(notes: readonly Listed[]): { month: string; notes: Listed[] }[] {
  return [...Map.groupBy(notes, (note) => note.date.slice(0, 7))].map(([month, own]) => ({ month, notes: own }));
}

/** November 2026. */
export function monthText(language: Language, month: string): string {
  const text = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sam Facilitator, LPC. */
export function signerText({ name, credential }: { name: string; credential: string }): string {
  return credential === '' ? name : `${name}, ${credential}`;
}

/** November 19, 2026, 11:11 am: a record says both halves of the day, because it is read by others and years later. */
export function momentSaid({ say, language }: Telling, zone: string, instant: string): string {
  return `${dayText(say, language, dateIn(zone, new Date(instant)), 'month-day')}, ${clockText(language, zone, instant)}`;
}

/** Thursday, November 19, 2026, 10:10–11:10 am. */
export function headText({ say, language }: Telling, note: { startsAt: string; endsAt: string; timeZone: string }): string {
  return `${dayText(say, language, dateIn(note.timeZone, new Date(note.startsAt)))}, ${clockSpan(language, note.timeZone, note.startsAt, note.endsAt)}`;
}

/** 10:12–10:40 am, 10:50–11:10 am. Whoever was never stamped out stayed to the end as held: a note is signed after it. */
export function staysText({ language }: Pick<Telling, 'language'>, { endsAt, timeZone }: { endsAt: string; timeZone: string }, stays: WholeNote['stays']): string {
  return stays.map((stay) => clockSpan(language, timeZone, stay.arrivedAt, stay.leftAt ?? endsAt)).join(', ');
}

/** Kind, site and room, or that it was held by link. */
export function placeText({ say }: Pick<Telling, 'say'>, { session }: Pick<WholeNote, 'session'>): string {
  const where = session.isByLink ? say('person-notes.by-link') : session.roomName ?? '';
  return [say(`groups.type.${session.type}`), session.siteName, where].filter((part) => part !== '').join(' · ');
}

/** The facts of a whole note in the order of the record, those that were not said left out. */
export function factsOf(telling: Telling, note: WholeNote): [word: string, text: string][] {
  const { say } = telling;
  const { session, shared, part, minutes } = note;
  const isCorrected = note.counting.clinical !== minutes.clinical || note.counting.attended !== minutes.attended;
  const rows: [string, string][] = [
    [say('person-notes.fact.here'), staysText(telling, session, note.stays)],
    [say('person-notes.fact.minutes'), [say('person-notes.minutes', minutes), isCorrected ? say('person-notes.minutes.corrected', { clinical: note.counting.clinical }) : ''].filter((text) => text !== '').join(' ')],
    [say('person-notes.fact.leaders'), session.leaders.map(signerText).join('; ')],
    [say('person-notes.fact.present'), say('person-notes.present', { people: session.presentCount })],
    [say('person-notes.fact.supporters'), note.supporters.map((one) => [one.name, one.relation].filter((text) => text !== '').join(', ')).join('; ')],
    [say('person-notes.fact.care'), [note.programName, note.level === null ? '' : say(`care.${note.level}`)].filter((text) => text !== '').join(' · ')],
    [say('person-notes.fact.module'), session.module === null ? '' : `${session.module.curriculumName}, ${session.module.position}. ${session.module.title}`],
    [say('shared.topic'), shared.topic],
    [say('person-notes.fact.did'), shared.interventions.map((one) => say(`intervention.${one}`)).join(', ')],
    [say('shared.happened'), shared.happened],
    [say('person-notes.fact.objective'), note.objective ?? ''],
    [say('person-notes.fact.craving'), part.craving === null ? '' : say('person-notes.craving', { level: part.craving })],
    [say('shared.practice'), part.practice === '' ? shared.practice : part.practice],
  ];
  return rows.filter(([, text]) => text !== '');
}

/** Who signed and when, late or not, and where the note stands. */
export function signedText(telling: Telling, note: WholeNote): string[] {
  const { say } = telling;
  const { timeZone } = note.session;
  const last = note.reviews.at(-1);
  const when = last === undefined ? '' : momentSaid(telling, timeZone, last.signedAt);
  const states = {
    'final': '', 'awaiting': say('after.awaiting', { name: note.coSigner?.name ?? '' }), 'answered': say('after.answered', { name: note.coSigner?.name ?? '' }),
    'returned': say('after.returned', { name: last === undefined ? '' : signerText(last.by), when }), 'co-signed': say('after.co-signed', { name: last === undefined ? '' : signerText(last.by), when }),
  };
  return [
    say('person-notes.signed', { name: signerText(note.author), when: momentSaid(telling, timeZone, note.signedAt) }),
    ...(note.lateMinutes === null ? [] : [say('after.late', { late: hoursSaid(note.lateMinutes), hours: note.dueHours })]),
    ...(states[note.state] === '' ? [] : [states[note.state]]),
  ];
}

/** What a row says beside its sentence; nothing for a note that is final and in time. */
export function standingOf({ say }: Pick<Telling, 'say'>, note: Listed & { kind: 'session' }): { text: string; tone: 'plum' | 'brick' | 'moss' | 'amber' | 'dim' }[] {
  const said: { text: string; tone: 'plum' | 'brick' | 'moss' | 'amber' | 'dim' }[] = [];
  if (note.state === 'awaiting' || note.state === 'answered') said.push({ text: say(`after.${note.state}`, { name: note.coSignerName ?? '' }), tone: 'plum' });
  if (note.state === 'returned') said.push({ text: say('person-notes.state.returned'), tone: 'brick' });
  if (note.state === 'co-signed') said.push({ text: say('person-notes.state.co-signed'), tone: 'moss' });
  if (note.lateMinutes !== null) said.push({ text: say('person-notes.late', { late: hoursSaid(note.lateMinutes) }), tone: 'amber' });
  if (note.isCorrected) said.push({ text: say('person-notes.corrected'), tone: 'dim' });
  if (note.addenda > 0) said.push({ text: say('person-notes.addenda', { addenda: note.addenda }), tone: 'dim' });
  return said;
}

/** Wed 18, 10:10; the month stands above. */
export function rowDay(language: Language, note: Pick<Listed, 'date' | 'happenedAt' | 'timeZone'>): { day: string; time: string } {
  return { day: dateText(language, note.date, 'day'), time: timeText(language, note.timeZone, note.happenedAt) };
}

/** Why there is no note: did not come, excused, ill: fever since Monday. */
export function gapText({ say }: Pick<Telling, 'say'>, gap: Paper['gaps'][number]): string {
  if (gap.absence === null) return say(`person-notes.gap.${gap.why}`);
  const { reason, isExcused, detail } = gap.absence;
  const because = [say(`absence.${reason}`), detail].filter((text) => text !== '').join(': ');
  return say(isExcused ? 'person-notes.gap.excused' : 'person-notes.gap.absent-because', { because });
}
