/** One group: what it is, its weekly times, its seats, its sessions ahead, and the acts on each of them. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { readGroup } from '../../boards/groups/groups.contract.ts';
import { changeSeatEnd, endGroup } from '../../modules/schedules/contract.ts';
import type { SeriesId } from '../../modules/schedules/words.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { hoursText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { ChangeGroup } from './ChangeGroup.tsx';
import { ChangeTimes } from './ChangeTimes.tsx';
import { dayText, namesText } from './days.ts';
import { EndGroup } from './EndGroup.tsx';
import { MissedToday } from './MissedToday.tsx';
import { GiveSeat } from './GiveSeat.tsx';
import { groupSaid } from './group-said.ts';
import { SeatEnd } from './SeatEnd.tsx';
import { SeatList } from './SeatList.tsx';
import type { GroupBoard, SeatHeld } from './seat-rows.ts';
import { SessionsAhead } from './SessionsAhead.tsx';
import { STALE } from './stale.ts';
import { useLanding } from './use-landing.ts';
import { troubleSaid } from './week.ts';
import { WeeklyTimes } from './WeeklyTimes.tsx';
import styles from './group.module.css';

const route = getRouteApi('/groups/$seriesId');

type Open = { panel: 'what' | 'times' | 'end' } | { panel: 'give'; from: CivilDate } | { panel: 'seat'; seat: SeatHeld };

function Head({ board, open }: { board: GroupBoard; open: (what: Open) => void }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { group, site, today } = board;
  const asked = [
    say(`groups.type.${group.type}`), group.credentialRequired === '' ? '' : say('group.asks', { credential: group.credentialRequired }), group.curriculum?.name ?? '', say('group.least', { minimum: group.minimum }),
    group.coFacilitators.length === 0 ? '' : say('group.with', { names: namesText(language, group.coFacilitators.map(({ name }) => name)) }),
  ].filter((part) => part !== '');
  const isOver = group.endedOn !== null && group.endedOn < today;
  return (
    <>
      <p className="sm dim"><Link to="/groups" search={{ site: site.id }} className="lk">{site.name}</Link>{[group.program.name, group.track?.name].filter((part) => part !== undefined).map((part) => ` · ${part}`)}</p>
      <h1>{group.name}</h1>
      <p className={styles.say}><Sentences said={groupSaid(board, { day: (date) => dayText(language, date, today), hours: hoursText })} /></p>
      <p className="dim">{asked.join(' · ')}</p>
      {group.topic !== '' && <p className="dim">{group.topic}</p>}
      {group.troubles.map((trouble) => { const said = troubleSaid(group, trouble); return <p key={trouble} className={styles.trouble}><Icon name="warn" /> {say(said.id, said.values)}</p>; })}
      {may('schedule.change') && !isOver && (
        <div className={styles.acts}>
          <button type="button" className="btn" onClick={() => open({ panel: 'what' })}>{say('group.change')}</button>
          <button type="button" className="btn" onClick={() => open({ panel: 'times' })}>{say('group.change-times')}</button>
          <button type="button" className="btn" onClick={() => open({ panel: 'end' })}>{say('group.end')}</button>
        </div>
      )}
    </>
  );
}

function Group({ board }: { board: GroupBoard }) {
  const { say, language } = useWords();
  const { group, today } = board;
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { toast, done } = useUndo();
  const { heading, land } = useLanding();
  const ending = useAct(endGroup, STALE);
  const seating = useAct(changeSeatEnd, STALE);
  const day = (date: string): string => dayText(language, date, today);
  const close = (): void => { setOpen(null); land(); };
  const show = (what: Open): void => { setSaid(null); ending.forget(); seating.forget(); setOpen(what); };

  const endTo = (lastDay: CivilDate | null): void => { void ending.carryOut({ params: { seriesId: group.id }, body: { lastDay } }); };
  const seatTo = (enrollmentId: string, lastDay: CivilDate | null): void => { void seating.carryOut({ params: { enrollmentId }, body: { lastDay } }).then(land); };
  const onEnded = (lastDay: CivilDate | null, before: CivilDate | null): void => {
    close();
    done(lastDay === null ? say('group.reopened', { name: group.name }) : say('group.end.done', { name: group.name, date: day(lastDay) }), () => endTo(before));
  };
  const onSeatEnd = (seat: SeatHeld, lastDay: CivilDate | null): void => {
    close();
    const values = { name: seat.displayName, date: lastDay === null ? '' : day(lastDay) };
    const isTakenBack = lastDay !== null && lastDay < seat.startsOn;
    done(say(isTakenBack ? 'seat-end.taken-back' : lastDay === null ? 'seat-end.open' : 'seat-end.done', values), () => seatTo(seat.enrollmentId, seat.endedOn));
  };
  const onGiven = (given: { enrollmentId: string; name: string; number: number; startsOn: CivilDate }): void => {
    close();
    done(say('give.done', { name: given.name, number: given.number, date: day(given.startsOn) }), () => seatTo(given.enrollmentId, addDays(given.startsOn, -1)));
  };
  const answer = ending.answer ?? seating.answer;
  return (
    <>
      <Head board={board} open={show} />
      <MissedToday board={board} />
      {answer !== null && <RefusalNotice answer={answer} />}
      {said !== null && <Notice tone="moss" sentence={said} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <WeeklyTimes board={board} />
          <SeatList board={board} heading={heading} give={(from) => show({ panel: 'give', from })} end={(seat) => show({ panel: 'seat', seat })}
            takeBack={(seat) => { const lastDay = addDays(seat.startsOn, -1); void seating.carryOut({ params: { enrollmentId: seat.enrollmentId }, body: { lastDay } }).then((value) => { if (value !== null) onSeatEnd(seat, lastDay); }); }} />
        </div>
        <SessionsAhead board={board} />
      </div>
      {open?.panel === 'what' && <ChangeGroup board={board} close={close} />}
      {open?.panel === 'times' && <ChangeTimes board={board} close={close} done={(text) => { close(); setSaid(text); }} />}
      {open?.panel === 'end' && <EndGroup board={board} close={close} done={onEnded} />}
      {open?.panel === 'give' && <GiveSeat board={board} from={open.from} close={close} done={onGiven} />}
      {open?.panel === 'seat' && <SeatEnd key={open.seat.enrollmentId} seat={open.seat} today={today} close={close} done={onSeatEnd} />}
      {toast}
    </>
  );
}

function GroupBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <h1><Blank width={280} height={30} /></h1>
      <p className={styles.say}><Blank width={420} height={20} /></p>
      <div className={styles.columns}><Blank width="100%" height={360} /><Blank width="100%" height={360} /></div>
    </Waiting>
  );
}

export function GroupPage() {
  const { say } = useWords();
  const { seriesId } = route.useParams();
  const asked = useMemo(() => reading(readGroup, { params: { seriesId: seriesId as SeriesId } }), [seriesId]);
  const allowed = useMe().may('schedule.read');
  const board = useQuery({ ...asked, enabled: allowed });
  const shown = board.data;
  useEffect(() => { if (shown !== undefined) document.title = say('group.window', { site: shown.site.name }); }, [say, shown]);
  if (!allowed) return <Work><NotYours /></Work>;
  return (
    <Work>
      {shown === undefined && (board.error === null ? <GroupBlank /> : <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />)}
      {shown !== undefined && <Group key={shown.group.id} board={shown} />}
      {shown !== undefined && <p className={styles.foot}><LiveStamp asOf={shown.asOf} receivedAt={board.dataUpdatedAt} timeZone={shown.site.timeZone} live={false} /></p>}
    </Work>
  );
}
