/** What is said of somebody who is not in the room: that the person was here, why not, or other times. */
import { readTimes } from '../../boards/day/today.contract.ts';
import { correctTimes } from '../../modules/attendance/contract.ts';
import { useMe } from '../app/me.ts';
import { call } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { focusSoon } from './use-room-keys.ts';
import type { GroupRoom, RoomPerson } from './readiness.ts';
import { isUnsaid } from './readiness.ts';
import type { Mends } from './Warnings.tsx';
import styles from './room.module.css';

const STALE = ['today.read', 'group-room.read', 'attendance.read-times'];
const CAME = 'came-';

/** To the first row of which nobody has said anything. */
export function focusUnsaid(room: GroupRoom): void {
  const first = room.people.find((person) => isUnsaid(room, person));
  if (first !== undefined) focusSoon(`${CAME}${first.participantId}`);
}

/** Here from the start to the end; a session that still runs has no end yet. */
function useCame(room: GroupRoom, person: RoomPerson, times: () => void) {
  const { say } = useWords();
  const act = useAct(correctTimes, STALE);
  const { id, startsAt, endsAt } = room.session;
  const params = { sessionId: id, participantId: person.participantId };
  const came = async (): Promise<void> => {
    const next = room.people.find((one) => one.participantId !== person.participantId && isUnsaid(room, one));
    const read = await call(readTimes, { params });
    if (!('value' in read)) return times();
    const stays = [{ arrivedAt: startsAt, leftAt: endsAt <= room.asOf ? endsAt : null }];
    const body = { stays, absence: null, reason: say('person.came.reason'), addendum: null, version: read.value.attendanceId, overCapReason: null };
    if (await act.carryOut({ params, body }) !== null) focusSoon(next === undefined ? `row-${person.participantId}` : `${CAME}${next.participantId}`);
  };
  return { came, act };
}

export function Came({ room, person, mends }: { room: GroupRoom; person: RoomPerson; mends: Mends }) {
  const { say } = useWords();
  const { may } = useMe();
  const id = person.participantId;
  const { came, act } = useCame(room, person, () => mends.times(id));
  if (!may('attendance.correct') || room.session.state === 'canceled' || person.standing === 'expected') return null;
  const name = <span className="vh"> {person.displayName}</span>;
  const asks = isUnsaid(room, person);
  return (
    <>
      <div className={styles.came}>
        {asks && <button type="button" id={`${CAME}${id}`} className="btn small" aria-disabled={act.busy} onClick={() => { if (!act.busy) void came(); }}>{say('person.came')}{name}</button>}
        {asks && <button type="button" className="btn small" onClick={() => mends.times(id, true)}>{say('times.was-absent')}{name}</button>}
        <button type="button" className="btn quiet small" onClick={() => mends.times(id)}>{say('person.times')}{name}</button>
      </div>
      {act.answer !== null && <RefusalNotice answer={act.answer} />}
    </>
  );
}
