/** A make-up visit: the rooms of the program with their seats drawn, and what a full one still allows. */
import { useState } from 'react';
import { takeBackStamp, walkIn } from '../../modules/attendance/contract.ts';
import { carry } from '../call.ts';
import { TextField } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Seats } from '../kit/Seats.tsx';
import { spanText, timeText } from '../kit/times.ts';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { roomsFor } from './check-in.ts';
import type { Found } from './check-in.ts';
import { Offers } from './Offers.tsx';
import type { TodayBoard, TodaySession } from './opening.ts';
import type { TodayPerson } from './stamp.ts';
import type { Stamps } from './use-stamps.ts';
import styles from './today.module.css';

type Props = { board: TodayBoard; stamps: Stamps; visit: Found; back: () => void; close: () => void };
type Enter = (session: TodaySession, how: { giveAwaySeatOf: TodayPerson['participantId'] | null; overCapReason: string | null }) => void;

export function WalkIn({ board, stamps, visit, back, close }: Props) {
  const { say } = useWords();
  const act = useAct(walkIn, ['today.read', 'group-room.read']);
  const rooms = roomsFor(board, visit);
  const enter: Enter = (session, how) => {
    if (act.busy) return;
    const params = { sessionId: session.id, participantId: visit.participantId };
    void act.carryOut({ params: { sessionId: session.id }, body: { participantId: visit.participantId, ...how } }).then((entered) => {
      if (entered === null) return;
      stamps.done(say('walk-in.done', { name: visit.displayName, session: session.name }), () => { void carry(takeBackStamp, { params }).then(stamps.again); });
      close();
    });
  };
  return (
    <div className={styles.find}>
      <p>{say(rooms.length === 0 ? 'walk-in.no-room' : 'walk-in.say')}</p>
      {act.answer !== null && <RefusalNotice answer={act.answer}><Offers answer={act.answer} timeZone={board.site.timeZone} /></RefusalNotice>}
      <ul className={styles.rooms}>{rooms.map((session) => <Room key={session.id} board={board} session={session} enter={enter} />)}</ul>
      <div><button type="button" className="btn quiet" onClick={back}>{say('walk-in.back')}</button></div>
    </div>
  );
}

function Room({ board, session, enter }: { board: TodayBoard; session: TodaySession; enter: Enter }) {
  const { say, language } = useWords();
  return (
    <li>
      <p><b>{session.name}</b> <span className="sm dim">{[spanText(language, board.site.timeZone, session.startsAt, session.endsAt), session.roomName].filter(Boolean).join(', ')}</span></p>
      <Seats standings={session.people.map(({ standing }) => standing)} capacity={session.capacity} over={false} />
      {session.seatsFree > 0
        ? <div className={styles.place}><span className="sm">{say('roster.free', { count: session.seatsFree })}</span><button type="button" className="btn tint" onClick={() => enter(session, { giveAwaySeatOf: null, overCapReason: null })}>{say('walk-in.enter')}<span className="vh"> {session.name}</span></button></div>
        : <FullRoom board={board} session={session} enter={enter} />}
    </li>
  );
}

/** No free seat: after the grace time that of somebody missing, else beyond the seats with a reason. */
function FullRoom({ board, session, enter }: { board: TodayBoard; session: TodaySession; enter: Enter }) {
  const { say, language } = useWords();
  const [reason, setReason] = useState('');
  const missing = session.people.filter(({ standing }) => standing === 'missing');
  const graceIsOver = board.asOf >= session.graceUntil;
  return (
    <>
      <p className="sm">{say('walk-in.full')} {missing.length > 0 && !graceIsOver && say('walk-in.grace', { time: timeText(language, board.site.timeZone, session.graceUntil) })}</p>
      {graceIsOver && missing.map((person) => (
        <div key={person.participantId} className={styles.place}>
          <button type="button" className="btn" onClick={() => enter(session, { giveAwaySeatOf: person.participantId, overCapReason: null })}>{say('walk-in.give', { name: person.displayName })}</button>
          <span className="sm dim">{say('walk-in.give.hint')}</span>
        </div>
      ))}
      <details className={styles.anyway}>
        <summary>{say('walk-in.anyway')}<span className="vh"> {session.name}</span></summary>
        <form onSubmit={(event) => { event.preventDefault(); enter(session, { giveAwaySeatOf: null, overCapReason: reason }); }}>
          <TextField label={say('times.beyond')} hint={say('times.beyond.hint')} value={reason} set={setReason} max={300} required />
          <button type="submit" className="btn">{say('walk-in.anyway.do')}<span className="vh"> {session.name}</span></button>
        </form>
      </details>
    </>
  );
}
