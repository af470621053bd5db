/** The way in for somebody at the desk: find the person, stamp the arrival, or let them sit in as a make-up. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { readWalkInCandidates } from '../../boards/day/today.contract.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { Seat } from '../kit/Seats.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { TextField } from '../kit/fields.tsx';
import { spanText, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { findPeople } from './check-in.ts';
import type { Found, OnRoster } from './check-in.ts';
import { Offers } from './Offers.tsx';
import { isOpenForArrivals } from './opening.ts';
import type { TodayBoard } from './opening.ts';
import { nextTapOf } from './stamp.ts';
import type { Stamps } from './use-stamps.ts';
import { WalkIn } from './WalkIn.tsx';
import styles from './today.module.css';

type Props = { board: TodayBoard; stamps: Stamps };

export function CheckIn({ board, stamps }: Props) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  useKeys([{ key: 'i', word: 'key.check-in', act: () => setOpen(true) }]);
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>{say('check-in.open')} <kbd>I</kbd></button>
      {isOpen && createPortal(<CheckInPanel board={board} stamps={stamps} close={() => setOpen(false)} />, document.body)}
    </>
  );
}

/** People whose names begin with these letters; what was found last stays while the next letters are on their way. */
function useFound(board: TodayBoard, typed: string): Found[] {
  const asked = useDeferredValue(typed.trim());
  const read = useQuery({ ...reading(readWalkInCandidates, { body: { siteId: board.site.id, typed: asked } }), enabled: asked.length > 1, placeholderData: (before) => before });
  return findPeople(board, typed.trim(), asked.length > 1 ? read.data?.people ?? [] : []);
}

function CheckInPanel({ board, stamps, close }: Props & { close: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [visit, setVisit] = useState<Found | null>(null);
  const found = useFound(board, typed);
  const arrive = ({ session, person }: OnRoster): void => {
    setTyped('');
    // The pressed button goes away: the next name is typed at once.
    document.querySelector<HTMLInputElement>('dialog[open] input')?.focus();
    void stamps.stamp(session, person, 'arrive');
  };
  /* Enter stamps the one person who is left, and never one of several. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const only = typed.trim() !== '' && found.length === 1 ? found[0]?.rosters.filter((one) => tapOf(board, one) === 'arrive') ?? [] : [];
    if (only[0] !== undefined) arrive(only[0]);
  };
  return (
    <SidePanel title={say(visit === null ? 'check-in.open' : 'walk-in.title', { name: visit?.displayName ?? '' })} close={close}>
      {visit !== null
        ? <WalkIn board={board} stamps={stamps} visit={visit} back={() => setVisit(null)} close={close} />
        : (
          <div className={styles.find} onKeyDown={onKeyDown}>
            <TextField label={say('check-in.name')} hint={say('check-in.hint')} value={typed} set={setTyped} max={60} />
            {stamps.refusal !== null && <RefusalNotice answer={stamps.refusal.answer}><span>{say('roster.refused', { name: stamps.refusal.name })}</span><Offers answer={stamps.refusal.answer} timeZone={board.site.timeZone} /></RefusalNotice>}
            <p className="vh" role="status">{say('check-in.found', { count: found.length })}</p>
            {found.length === 0 && <p className="dim">{say(typed.trim() === '' ? 'check-in.nobody-next' : 'check-in.nobody')}</p>}
            {typed.trim() === '' && found.length > 0 && <h3>{say('check-in.next')}</h3>}
            {found.length > 0 && <Rows label={say('check-in.open')}>{found.map((one) => <PersonRow key={one.participantId} board={board} found={one} arrive={arrive} visit={typed.trim() === '' ? null : () => setVisit(one)} />)}</Rows>}
          </div>
        )}
    </SidePanel>
  );
}

const tapOf = (board: TodayBoard, { session, person }: OnRoster) => nextTapOf(session, person, isOpenForArrivals(session, board.asOf));

function PersonRow({ board, found, arrive, visit }: { board: TodayBoard; found: Found; arrive: (one: OnRoster) => void; /** Null where nobody was asked for by name. */ visit: (() => void) | null }) {
  const { say } = useWords();
  return (
    <Row title={<>{found.displayName}{found.birthYear !== null && <span className="sm dim"> {say('check-in.born', { year: String(found.birthYear) })}</span>}</>}
      detail={found.rosters.length === 0 ? say('check-in.no-seat') : undefined}
      acts={(
        <span className={styles.found}>
          {found.rosters.map((one) => <OneSession key={one.session.id} board={board} one={one} arrive={arrive} />)}
          {visit !== null && <button type="button" className="btn quiet" onClick={visit}>{say('check-in.make-up')}<span className="vh"> {found.displayName}</span></button>}
        </span>
      )} />
  );
}

/** One session of the day in which the person has a place: what can be done there, or how it stands. */
function OneSession({ board, one, arrive }: { board: TodayBoard; one: OnRoster; arrive: (one: OnRoster) => void }) {
  const { say, language } = useWords();
  const { session, person } = one;
  const isOpen = isOpenForArrivals(session, board.asOf);
  return (
    <span className={styles.place}>
      <Seat standing={person.standing} />
      <span className="sm">{[session.name, spanText(language, board.site.timeZone, session.startsAt, session.endsAt), session.roomName].filter(Boolean).join(', ')}</span>
      {tapOf(board, one) === 'arrive'
        ? <button type="button" className="btn tint" onClick={() => arrive(one)}>{say('roster.arrive')}<span className="vh"> {person.displayName}, {session.name}</span></button>
        : <span className="sm dim">{isOpen ? say(`standing.${person.standing}`) : say('check-in.from', { time: timeText(language, board.site.timeZone, session.startsAt) })}</span>}
    </span>
  );
}
