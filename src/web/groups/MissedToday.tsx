/** A weekly time of today whose hour had passed before it was planned has no session: said, with one button that adds it. */
import { addSession, withdrawSession } from '../../modules/sessions/day.contract.ts';
import type { LocalTime } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import type { GroupBoard } from './seat-rows.ts';
import { weeklyText } from '../people/texts.ts';
import { STALE } from './stale.ts';

/** A session that no weekly time gives has a shorter name than a group may have. */
const NAME_MAX = 80;

export function MissedToday({ board }: { board: GroupBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const act = useAct(addSession, STALE);
  const back = useAct(withdrawSession, STALE);
  const { toast, done } = useUndo();
  const { group, site, today, seats } = board;
  const missed = group.times.filter((time) => board.missedToday.includes(time.id));
  const participantIds = seats.filter((seat) => seat.startsOn <= today && (seat.endedOn === null || seat.endedOn >= today)).map((seat) => seat.participantId);
  const add = async (time: GroupBoard['group']['times'][number]): Promise<void> => {
    if (act.busy) return;
    const { startsAtLocal, minutes, breaks, room, telehealthLink, facilitator } = time;
    const value = await act.carryOut({ params: { siteId: site.id }, body: {
      sessionType: group.type, name: group.name.slice(0, NAME_MAX), programId: group.program.id, date: today, startsAtLocal: startsAtLocal as LocalTime, minutes, breaks, roomId: room?.id ?? null, telehealthLink,
      facilitatorId: facilitator?.id ?? null, capacity: group.capacity, participantIds,
    } });
    if (value !== null) done(say('group.missed.done', { name: group.name }), () => { void back.carryOut({ params: { sessionId: value.sessionId } }); });
  };
  const answer = act.answer ?? back.answer;
  return (
    <>
      {missed.map((time) => (
        <Notice key={time.id} tone="amber" sentence={say('group.missed', { time: weeklyText(language, { ...time, startsAt: time.startsAtLocal }) })} way={may('session.change') ? undefined : say('group.missed.ask')}>
          {may('session.change') && <button type="button" className="btn small" aria-disabled={act.busy} onClick={() => { void add(time); }}>{act.busy ? say('saving') : say('group.missed.add')}</button>}
        </Notice>
      ))}
      {answer !== null && <RefusalNotice answer={answer} />}
      {toast}
    </>
  );
}
