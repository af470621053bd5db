/** What happened lately: the newest first, by kind, with the sentence that was written for the person; older entries come in place. */
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { TIMELINE_KINDS, TIMELINE_PAGE } from '../../boards/people/timeline.contract.ts';
import type { TimelineEntry, TimelineKind } from '../../boards/people/timeline.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { Shape } from './Shape.tsx';
import { markOf, saidOf, warningOf } from './timeline-said.ts';
import { entriesOf, useTimeline } from './use-timeline.ts';
import { shortDay, whenText } from './when.ts';
import styles from './record.module.css';

function Entry({ entry, today }: { entry: TimelineEntry; today: string }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { day, time } = whenText({ say, language, today }, entry);
  const write = (date: string): string => shortDay(language, date, today);
  const said = saidOf({ say, day: write, dayOf: (instant, zone) => write(dateIn(zone, new Date(instant))) }, entry);
  const warning = warningOf(say, entry);
  return (
    <li tabIndex={-1}>
      <span className={styles.when}><span>{day}</span>{time !== '' && <span>{time}</span>}</span>
      <span className={styles.mark}><Shape mark={markOf(entry)} /></span>
      <div className={styles.what}>
        <p>
          {entry.is === 'session' && <>{may('note.draft') ? <Link to="/sessions/$sessionId" params={{ sessionId: entry.sessionId }} preload={false}>{entry.name}</Link> : <b>{entry.name}</b>}{', '}</>}
          {said}{warning !== null && <b className="c-amber"> {warning}</b>}
        </p>
        {entry.voice !== null && <p className={`voice ${styles.voice ?? ''}`}>{entry.voice}</p>}
        {entry.by !== null && (entry.voice !== null || entry.is !== 'session') && <p className="least dim">{entry.by}</p>}
      </div>
    </li>
  );
}

function Filter({ participantId, kinds }: { participantId: ParticipantId; kinds: readonly TimelineKind[] }) {
  const { say } = useWords();
  return (
    <nav className={styles.chips} aria-label={say('latest.filter')}>
      {kinds.map((one) => (
        <Link key={one} to="/people/$participantId" params={{ participantId }} hash={one === 'everything' ? '' : one} resetScroll={false} hashScrollIntoView={false} preload={false} activeProps={{ 'aria-current': 'true' }} activeOptions={{ exact: true, includeHash: true }}>{say(`latest.${one}`)}</Link>
      ))}
    </nav>
  );
}

/** So many stand there at first, so that the page ends where the eye does; a further page is as long as it is read. */
const AT_FIRST = 12;

function Story({ participantId, kind }: { participantId: ParticipantId; kind: TimelineKind }) {
  const { say } = useWords();
  const [open, setOpen] = useState(AT_FIRST);
  const list = useRef<HTMLOListElement>(null);
  const first = useRef<number | null>(null);
  const read = useTimeline(participantId, kind);
  const all = entriesOf(read.data?.pages ?? []);
  const entries = all.slice(0, open);
  const isMore = read.hasNextPage || all.length > open;
  // Whoever asked for older entries goes on reading at the first of them.
  useEffect(() => {
    if (first.current === null || entries.length <= first.current) return;
    (list.current?.children[first.current] as HTMLElement | undefined)?.focus();
    first.current = null;
  });
  const older = (): void => {
    if (read.isFetching) return;
    first.current = entries.length;
    const next = open < TIMELINE_PAGE ? TIMELINE_PAGE : open + TIMELINE_PAGE;
    setOpen(next);
    if (next > all.length && read.hasNextPage) void read.fetchNextPage();
  };
  if (read.data === undefined) {
    if (read.error === null) return <Waiting said={say('waiting')}>{[0, 1, 2, 3].map((row) => <p key={row} className={styles.blank}><Blank width={72} /><Blank width="80%" /></p>)}</Waiting>;
    return <RefusalNotice answer={read.error.refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void read.refetch(); }}>{say('again')}</button></RefusalNotice>;
  }
  if (entries.length === 0) return <p className={styles.empty}>{say(kind === 'everything' ? 'latest.empty' : 'latest.empty.kind')}</p>;
  return (
    <>
      <ol ref={list} className={styles.timeline}>{entries.map((entry) => <Entry key={`${entry.is} ${entry.id}`} entry={entry} today={read.data.pages[0]?.today ?? ''} />)}</ol>
      <p className={styles.older}>
        {isMore ? <button type="button" className="btn small" aria-disabled={read.isFetching} onClick={older}>{read.isFetchingNextPage ? say('waiting') : say('latest.older')}</button> : <span className="sm dim">{say('latest.end')}</span>}
        <span className="vh" role="status">{say('latest.shown', { entries: entries.length })}</span>
      </p>
      {read.isFetchNextPageError && read.error !== null && <RefusalNotice answer={read.error.refusal ?? { offline: true }} />}
    </>
  );
}

export function Latest({ participantId }: { participantId: ParticipantId }) {
  const { say } = useWords();
  const { may } = useMe();
  const hash = useLocation({ select: (location) => location.hash });
  const kinds = TIMELINE_KINDS.filter((one) => (one === 'contacts' ? may('contact.read') || may('task.read') : one !== 'plan' || may('plan.read')));
  const kind = kinds.find((one) => one === hash) ?? 'everything';
  return (
    <section className={styles.latest} aria-labelledby="latest">
      <div className={styles.head}><h2 id="latest">{say('latest.title')}</h2><span className="grow" /><Filter participantId={participantId} kinds={kinds} /></div>
      <Story key={kind} participantId={participantId} kind={kind} />
    </section>
  );
}
