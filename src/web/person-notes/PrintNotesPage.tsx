/** One note, or the notes of some days, on paper: a record, so with the full name; days can be changed above the paper. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { printPersonNotes } from '../../boards/notes/person-notes.contract.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { clockSpan, clockText, dayText } from '../papers/paper-text.ts';
import { Sheet } from '../papers/Sheet.tsx';
import { reading } from '../queries.ts';
import type { Unread } from '../queries.ts';
import { NoteDocument } from './NoteDocument.tsx';
import { gapText, momentSaid, signerText } from './notes-said.ts';
import type { Paper } from './notes-said.ts';
import { useRange } from './range-form.tsx';
import type { Range } from './range-form.tsx';
import styles from './person-notes.module.css';

const route = getRouteApi('/people/$participantId/notes/paper');

function Back({ participantId }: { participantId: ParticipantId }) {
  const { say } = useWords();
  return <Link className="lk" to="/people/$participantId/notes" params={{ participantId }} search={{}}>{say('person-notes.paper.back')}</Link>;
}

function Choices({ participantId, start }: { participantId: ParticipantId; start: Range }) {
  const { say } = useWords();
  const { days, contacts, go } = useRange(participantId, start);
  return (
    <form className={styles.choices} onSubmit={(event) => { event.preventDefault(); go(); }}>
      {days}{contacts}
      <button type="submit" className="btn">{say('person-notes.range.show')}</button>
    </form>
  );
}

function ContactOnPaper({ contact }: { contact: Paper['notes'][number] & { kind: 'contact' } }) {
  const words = useWords();
  const { say, language } = words;
  const { note, timeZone, date } = contact;
  return (
    <div className={styles.document}>
      <h2 className={styles.noteHead}>{dayText(say, language, date)}, {clockText(language, timeZone, note.happenedAt)} <span className={styles.sessionName}>{say('person-notes.contact.with', { kind: say(`contacts.kind.${note.kind}`), name: note.withWhom })}</span></h2>
      <p className="sm dim">{[...(note.minutes > 0 ? [say('minutes', { minutes: note.minutes })] : []), note.risk === 'danger' ? say('contacts.risk.danger.said') : say(`contacts.risk.${note.risk}`)].join(' · ')}</p>
      <p className={styles.own}>{note.text}</p>
      <p className={styles.signed}>{say('person-notes.signed', { name: signerText({ name: note.authorName, credential: note.authorCredential }), when: momentSaid(words, timeZone, note.signedAt) })}</p>
    </div>
  );
}

function Gaps({ gaps }: { gaps: Paper['gaps'] }) {
  const words = useWords();
  const { say, language } = words;
  if (gaps.length === 0) return null;
  return (
    <section className={styles.gaps} aria-labelledby="gaps">
      <h2 id="gaps">{say('person-notes.gaps')}</h2>
      <table>
        <thead><tr><th scope="col">{say('person-notes.gaps.day')}</th><th scope="col">{say('person-notes.gaps.session')}</th><th scope="col">{say('person-notes.gaps.why')}</th></tr></thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.sessionId}>
              <th scope="row">{dayText(say, language, gap.date)}</th>
              <td>{gap.name}, {clockSpan(language, gap.timeZone, gap.startsAt, gap.endsAt)}</td>
              <td>{gapText(words, gap)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which days, and how many notes; of one note its day. */
function whenText({ say, language }: ReturnType<typeof useWords>, paper: Paper, range: Range | null): string {
  if (range === null) return paper.notes[0] === undefined ? '' : dayText(say, language, paper.notes[0].date);
  const notes = paper.notes.length;
  const when = range.from === range.to ? say('person-notes.paper.day', { day: dayText(say, language, range.from), notes }) : say('person-notes.paper.from-to', { from: dayText(say, language, range.from, 'month-day'), to: dayText(say, language, range.to, 'month-day'), notes });
  return paper.hasContacts ? say('person-notes.paper.contacts', { when }) : when;
}

function OnPaper({ paper, range }: { paper: Paper; range: Range | null }) {
  const words = useWords();
  const { say } = words;
  const { participantId, person, site } = paper;
  return (
    <Sheet what={say('person-notes.paper.title')} site={site.name} when={whenText(words, paper, range)} asOf={paper.asOf} timeZone={site.timeZone} back={<Back participantId={participantId} />}
      record={{ name: person.recordName, birthDate: person.birthDate, number: person.participantNumber }} choices={range === null ? undefined : <Choices participantId={participantId} start={range} />}>
      <div className={styles.paper}>
        {paper.notes.map((one) => (one.kind === 'session' ? <NoteDocument key={one.note.noteId} note={one.note} head /> : <ContactOnPaper key={one.note.id} contact={one} />))}
        {paper.notes.length === 0 && <p>{say('person-notes.paper.empty')}</p>}
        <Gaps gaps={paper.gaps} />
      </div>
    </Sheet>
  );
}

/** Days that are refused can be changed at the place where they are refused. */
function Unprinted({ participantId, error, range, again }: { participantId: ParticipantId; error: Unread; range: Range; again: () => void }) {
  const { say } = useWords();
  const { refusal } = error;
  if (refusal === null || !refusal.refused.startsWith('too-many-') && refusal.refused !== 'days-turned-round') return <UnreadNotice error={error} again={again} />;
  const { notes, most } = refusal.facts ?? {};
  return (
    <>
      <h1>{say('person-notes.paper.title')}</h1>
      <RefusalNotice answer={refusal}>{typeof notes === 'number' && typeof most === 'number' && <span>{say('person-notes.paper.counted', { notes, most })}</span>}</RefusalNotice>
      <Choices participantId={participantId} start={range} />
    </>
  );
}

export function PrintNotesPage() {
  const { say } = useWords();
  const { may } = useMe();
  const participantId = route.useParams().participantId as ParticipantId;
  const { note, from, to } = route.useSearch();
  const hash = useLocation({ select: (location) => location.hash });
  const range = useMemo<Range>(() => ({ from: from ?? '', to: to ?? '', contacts: hash === 'contacts' }), [from, to, hash]);
  const isChosen = note !== undefined || (from !== undefined && to !== undefined);
  const allowed = may('note.read');
  const asked = useMemo(() => reading(printPersonNotes, {
    params: { participantId }, query: note !== undefined ? { noteId: note as NoteId } : { from: range.from as CivilDate, to: range.to as CivilDate, ...(range.contacts ? { contacts: 'true' as const } : {}) },
  }), [participantId, note, range]);
  const read = useQuery({ ...asked, enabled: allowed && isChosen, staleTime: 60_000, refetchOnWindowFocus: false });
  useEffect(() => { document.title = say('papers.window'); }, [say]);
  if (!allowed) return <Work><NotYours /></Work>;
  if (read.data !== undefined) return <OnPaper key={`${range.from} ${range.to} ${String(range.contacts)}`} paper={read.data} range={note === undefined ? range : null} />;
  return (
    <Work>
      <p><Back participantId={participantId} /></p>
      {!isChosen && <><h1>{say('person-notes.paper.title')}</h1><Notice tone="amber" sentence={say('person-notes.paper.choose')} /><Choices participantId={participantId} start={range} /></>}
      {isChosen && (read.error === null
        ? <Waiting said={say('waiting')}><p><Blank width={280} height={30} /></p><p><Blank width="100%" height={220} /></p></Waiting>
        : <Unprinted participantId={participantId} error={read.error} range={range} again={() => { void read.refetch(); }} />)}
    </Work>
  );
}
