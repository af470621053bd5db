/** One session as planned: cancel or move it with a reason, see everybody it concerns and how to tell them, and take the change back. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { readSessionPlan } from '../../boards/groups/groups.contract.ts';
import { reinstateSession } from '../../modules/sessions/contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText, spanText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { CancelPanel } from './CancelPanel.tsx';
import { ConcernedList } from './ConcernedList.tsx';
import { dayText, momentText, namesText } from './days.ts';
import { History } from './History.tsx';
import { MovePanel } from './MovePanel.tsx';
import type { Moved } from './MovePanel.tsx';
import { planSaid, standsChanged } from './plan-said.ts';
import type { SessionPlan } from './plan-said.ts';
import { STALE } from './stale.ts';
import { useLanding } from './use-landing.ts';
import styles from './plan.module.css';

const route = getRouteApi('/sessions/$sessionId/plan');

function Head({ plan }: { plan: SessionPlan }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { session, site } = plan;
  const where = [session.room?.name ?? (session.telehealthLink === '' ? say('groups.no-place') : say('groups.online')), session.facilitator === null ? say('groups.nobody-leads') : say('plan.led-by', { name: session.facilitator.name })];
  const when = `${dateText(language, session.date)}, ${spanText(language, site.timeZone, session.startsAt, session.endsAt)}`;
  return (
    <>
      <p className="sm dim">
        <Link to="/groups" search={{ site: site.id }} className="lk">{site.name}</Link>
        {session.seriesId !== null && may('schedule.read') && <> · <Link to="/groups/$seriesId" params={{ seriesId: session.seriesId }} className="lk" preload={false}>{session.name}</Link></>}
      </p>
      <h1>{session.name}</h1>
      <p className={styles.when}>{session.isCanceled ? <del>{when}</del> : <b>{when}</b>} · {where.join(' · ')}</p>
      {session.moduleTitle !== null && <p className="dim">{session.moduleTitle}</p>}
    </>
  );
}

/** What stands now that is not as planned, and its way back. */
function Standing({ plan, back, busy }: { plan: SessionPlan; back: () => void; busy: boolean }) {
  const { say } = useWords();
  const changed = standsChanged(plan);
  if (plan.session.hasBegun) return <Notice tone="amber" sentence={say('plan.began')} />;
  if (changed === null) return null;
  return (
    <Notice tone="amber" sentence={say(changed === 'canceled' ? 'plan.canceled' : 'plan.moved')} way={plan.changes[0]?.reason}>
      <button type="button" className="btn small" aria-disabled={busy} onClick={() => { if (!busy) back(); }}>{busy ? say('saving') : say('plan.back')}</button>
    </Notice>
  );
}

function Plan({ plan }: { plan: SessionPlan }) {
  const { say, language } = useWords();
  const { session, site, people } = plan;
  const [open, setOpen] = useState<'cancel' | 'move' | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [backed, setBacked] = useState(false);
  const { toast, done } = useUndo();
  const { heading, land } = useLanding();
  const reinstate = useAct(reinstateSession, STALE);
  const back = (): void => {
    setMoved(null);
    void reinstate.carryOut({ params: { sessionId: session.id } }).then((value) => { setBacked(value !== null); land(); });
  };
  const show = (what: 'cancel' | 'move'): void => { setBacked(false); reinstate.forget(); setOpen(what); };
  const onMoved = (value: Moved): void => {
    setOpen(null);
    land();
    setMoved(value);
    done(say('plan.move.done', { when: momentText(language, site.timeZone, value.startsAt, dateIn(site.timeZone, new Date(plan.asOf))) }), back);
  };
  const names = people.filter((person) => moved?.elsewhereIds.includes(person.participantId)).map((person) => person.displayName);
  return (
    <>
      <Head plan={plan} />
      <Standing plan={plan} back={back} busy={reinstate.busy} />
      {reinstate.answer !== null && <RefusalNotice answer={reinstate.answer} />}
      {backed && standsChanged(plan) === null && <Notice tone="moss" sentence={say('plan.backed')} />}
      {names.length > 0 && <Notice tone="amber" sentence={say('plan.elsewhere', { people: names.length, names: namesText(language, names) })} way={say('plan.elsewhere.way')} />}
      <p className={styles.say}><Sentences said={planSaid(people)} /></p>
      {!session.isCanceled && !session.hasBegun && (
        <div className={`no-print ${styles.acts}`}>
          <button type="button" className="btn" onClick={() => show('cancel')}>{say('plan.cancel')}</button>
          <button type="button" className="btn" onClick={() => show('move')}>{say('plan.move')}</button>
        </div>
      )}
      <ConcernedList plan={plan} tell={standsChanged(plan) !== null} heading={heading} />
      <History plan={plan} />
      {open === 'cancel' && <CancelPanel plan={plan} close={() => setOpen(null)} done={() => { setOpen(null); land(); done(say('plan.cancel.done'), back); }} />}
      {open === 'move' && <MovePanel plan={plan} close={() => setOpen(null)} done={onMoved} />}
      <div className="no-print">{toast}</div>
    </>
  );
}

function PlanBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <h1><Blank width={280} height={30} /></h1>
      <p className={styles.say}><Blank width={420} height={20} /></p>
      <div className={styles.blanks}>{[0, 1, 2, 3, 4, 5].map((row) => <Blank key={row} width="100%" height={44} />)}</div>
    </Waiting>
  );
}

export function SessionPlanPage() {
  const { say, language } = useWords();
  const { sessionId } = route.useParams();
  const asked = useMemo(() => reading(readSessionPlan, { params: { sessionId: sessionId as SessionId } }), [sessionId]);
  const allowed = useMe().may('session.change');
  const plan = useQuery({ ...asked, enabled: allowed });
  const shown = plan.data;
  useEffect(() => {
    if (shown !== undefined) document.title = say('plan.window', { site: shown.site.name, date: dayText(language, shown.session.date, dateIn(shown.site.timeZone, new Date(shown.asOf))) });
  }, [say, language, shown]);
  if (!allowed) return <Work><NotYours /></Work>;
  return (
    <Work>
      {shown === undefined && (plan.error === null ? <PlanBlank /> : <UnreadNotice error={plan.error} again={() => { void plan.refetch(); }} />)}
      {shown !== undefined && <Plan key={shown.session.id} plan={shown} />}
      {shown !== undefined && <p className={styles.foot}><LiveStamp asOf={shown.asOf} receivedAt={plan.dataUpdatedAt} timeZone={shown.site.timeZone} live={false} /></p>}
    </Work>
  );
}
