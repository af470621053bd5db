/** The group room: the shared part once, people beside it, and one bar that signs all that are ready. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { readGroupRoom } from '../../boards/day/group-room.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { timeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Room } from './Room.tsx';
import styles from './room.module.css';

const route = getRouteApi('/sessions/$sessionId');

function RoomBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <h1><Blank width={420} height={30} /></h1>
      <div className={styles.grid}>
        <div className={`card ${styles.shared}`}><Blank width={180} height={20} /><Blank width="100%" height={38} /><Blank width="100%" height={110} /></div>
        <div className="card">{Array.from({ length: 10 }, (_, row) => <div key={row} className={styles.row}><Blank width={130} /><Blank width="80%" /></div>)}</div>
      </div>
    </Waiting>
  );
}

export function GroupRoomPage() {
  const { say, language } = useWords();
  const { sessionId } = route.useParams();
  const asked = useMemo(() => reading(readGroupRoom, { params: { sessionId: sessionId as SessionId } }), [sessionId]);
  const allowed = useMe().may('note.read');
  const room = useQuery({ ...asked, enabled: allowed, refetchInterval: 60_000 });
  const shown = room.data;
  const starts = shown && timeText(language, shown.session.timeZone, shown.session.startsAt);
  /* Neutral words: the window's title is seen by whoever passes the desk. */
  useEffect(() => { document.title = starts === undefined ? 'Stepdown' : say('room.window', { time: starts }); }, [say, starts]);
  if (!allowed) return <Work><NotYours /></Work>;
  return (
    <>
      {shown !== undefined
        ? <Room key={sessionId} room={shown} reload={room.refetch} />
        : <Work>{room.error !== null ? <UnreadNotice error={room.error} again={() => { void room.refetch(); }} /> : <RoomBlank />}</Work>}
    </>
  );
}
