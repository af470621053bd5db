/** The notes about a person, the newest first: what has no note yet on top, then month by month, each opening in its place. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { readPersonNotes } from '../../boards/notes/person-notes.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { call } from '../call.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { Unread } from '../queries.ts';
import { NoteRow } from './NoteRow.tsx';
import { OpenedNote } from './OpenedNote.tsx';
import { PrintRange } from './PrintRange.tsx';
import { Unsigned } from './Unsigned.tsx';
import { byMonth, monthText } from './notes-said.ts';
import type { Page } from './notes-said.ts';
import styles from './person-notes.module.css';

const route = getRouteApi('/people/$participantId/notes');

const FILTERS = [{ hash: '', kind: 'all', word: 'person-notes.filter.all' }, { hash: 'sessions', kind: 'session', word: 'person-notes.filter.sessions' }, { hash: 'contacts', kind: 'contact', word: 'person-notes.filter.contacts' }] as const;
type Filter = (typeof FILTERS)[number];

function usePages(participantId: ParticipantId, kind: Filter['kind']) {
  return useInfiniteQuery({
    queryKey: [readPersonNotes.name, participantId, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const answer = await call(readPersonNotes, { params: { participantId }, query: { kind, before: pageParam }, signal });
      if ('value' in answer) return answer.value;
      throw new Unread('offline' in answer ? null : answer);
    },
    getNextPageParam: (last) => last.next,
    staleTime: 60_000,
  });
}

const rowButtons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-note-row]')];

/** Up and down go from note to note; Enter opens the one that has the focus, as on any button. */
function useRowKeys(): void {
  const go = (step: 1 | -1) => (): void => {
    const rows = rowButtons();
    /* From inside an opened note as well: its row is where one is. */
    const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement) === true);
    rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  };
  useKeys([{ key: 'ArrowDown', word: 'key.note-down', act: go(1) }, { key: 'ArrowUp', word: 'key.note-up', act: go(-1) }]);
}

function Opening({ counts }: { counts: Page['counts'] }) {
  const { say } = useWords();
  if (counts.contacts === null) return <p className={styles.say}><Rich text={say('person-notes.say.sessions', { notes: counts.sessions })} /></p>;
  return <p className={styles.say}><Rich text={say('person-notes.say', { notes: counts.sessions + counts.contacts, sessions: counts.sessions, contacts: counts.contacts })} /></p>;
}

type ListProps = { participantId: ParticipantId; pages: readonly Page[]; filter: Filter; more: { has: boolean; busy: boolean; fetch: () => void } };

/** The rows that are read so far; those that come later take the focus, so that reading goes on where it was. */
function NoteList({ participantId, pages, filter, more }: ListProps) {
  const { say, language } = useWords();
  const { note: opened } = route.useSearch();
  const navigate = route.useNavigate();
  const shownBefore = useRef<number | null>(null);
  const notes = pages.flatMap((page) => page.notes);
  useRowKeys();
  useEffect(() => {
    const before = shownBefore.current;
    if (before === null || before >= notes.length) return;
    shownBefore.current = null;
    const first = notes.slice(before).find((note) => note.kind === 'session');
    rowButtons().find((row) => row.dataset['noteRow'] === first?.id)?.focus({ preventScroll: true });
  });
  const toggle = (id: string) => (): void => { void navigate({ search: opened === id ? {} : { note: id }, hash: filter.hash, replace: true, resetScroll: false }); };
  const isElsewhere = opened !== undefined && !notes.some((note) => note.id === opened);
  const counts = pages[0]?.counts;
  const all = counts === undefined ? 0 : (filter.kind === 'contact' ? 0 : counts.sessions) + (filter.kind === 'session' ? 0 : counts.contacts ?? 0);
  return (
    <>
      {isElsewhere && <section className={styles.elsewhere} aria-label={say('person-notes.opened')}><OpenedNote noteId={opened} participantId={participantId} head /></section>}
      {byMonth(notes).map(({ month, notes: own }) => (
        <section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
          <h3 id={`month-${month}`}>{monthText(language, month)}</h3>
          <ul className={styles.rows}>{own.map((note) => <NoteRow key={note.id} note={note} participantId={participantId} isOpen={note.id === opened} toggle={toggle(note.id)} />)}</ul>
        </section>
      ))}
      {notes.length === 0 && <p className="dim">{say('person-notes.empty.kind')}</p>}
      {more.has && (
        <p className={styles.more}>
          <button type="button" className="btn" aria-disabled={more.busy} onClick={() => { if (more.busy) return; shownBefore.current = notes.length; more.fetch(); }}>{say(more.busy ? 'waiting' : 'person-notes.older')}</button>
          <span className="sm dim" role="status">{say('person-notes.shown', { shown: notes.length, all })}</span>
        </p>
      )}
    </>
  );
}

function Empty({ participantId, displayName }: { participantId: ParticipantId; displayName: string }) {
  const { say } = useWords();
  const { may } = useMe();
  return (
    <div className={styles.empty}>
      <p className="dim">{say('person-notes.empty', { name: displayName })}</p>
      {may('contact.write') && <Link className="btn" to="/people/$participantId/contacts" params={{ participantId }}>{say('person-notes.empty.act')}</Link>}
    </div>
  );
}

export function PersonNotes({ participantId, displayName, today }: { participantId: ParticipantId; displayName: string; today: string }) {
  const { say } = useWords();
  const { may } = useMe();
  const hash = useLocation({ select: (location) => location.hash });
  const filter = FILTERS.find((one) => one.hash === hash && (one.kind === 'all' || may('contact.read'))) ?? FILTERS[0];
  const navigate = route.useNavigate();
  const [isPrinting, setPrinting] = useState(false);
  const read = usePages(participantId, filter.kind);
  const first = read.data?.pages[0];
  const isEmpty = first !== undefined && first.counts.sessions + (first.counts.contacts ?? 0) === 0;
  return (
    <div className={styles.notes}>
      <div className={styles.head}>
        <h2>{say('person-notes.title')}</h2>
        {may('contact.read') && !isEmpty && (
          <div className={styles.filter} role="group" aria-label={say('person-notes.filter')}>
            {FILTERS.map((one) => (
              <button key={one.kind} type="button" aria-pressed={one === filter} onClick={() => { void navigate({ search: {}, hash: one.hash, replace: true, resetScroll: false }); }}>{say(one.word)}</button>
            ))}
          </div>
        )}
        <span className="grow" />
        {!isEmpty && <button type="button" className="btn" onClick={() => setPrinting(true)}>{say('person-notes.range')}</button>}
      </div>
      {first === undefined && (read.error === null ? <Waiting said={say('waiting')}><p><Blank width={320} height={18} /></p><p><Blank width="100%" height={64} /></p><p><Blank width="100%" height={64} /></p></Waiting> : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />)}
      {first !== undefined && !isEmpty && <Opening counts={first.counts} />}
      {first !== undefined && <Unsigned sessions={first.unsigned} />}
      {isEmpty && <Empty participantId={participantId} displayName={displayName} />}
      {read.data !== undefined && !isEmpty && <NoteList participantId={participantId} pages={read.data.pages} filter={filter} more={{ has: read.hasNextPage, busy: read.isFetchingNextPage, fetch: () => { void read.fetchNextPage(); } }} />}
      {isPrinting && <PrintRange participantId={participantId} today={today} close={() => setPrinting(false)} />}
    </div>
  );
}
