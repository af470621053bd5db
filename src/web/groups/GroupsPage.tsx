/** The groups of a site: a sentence first, the week with its seats, what needs somebody, and the panel that starts a group. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { readGroups } from '../../boards/groups/groups.contract.ts';
import { planAheadAct } from '../../modules/sessions/contract.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { dayText } from './days.ts';
import { NeedsSomebody } from './NeedsSomebody.tsx';
import { StartGroup } from './StartGroup.tsx';
import { WeekOfGroups } from './WeekOfGroups.tsx';
import { groupsSaid } from './week.ts';
import type { GroupsBoard } from './week.ts';
import styles from './groups.module.css';

const route = getRouteApi('/groups');

/** How far sessions are planned, and the act that plans them now instead of within the hour. */
function PlannedUntil({ board }: { board: GroupsBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const plan = useAct(planAheadAct, ['groups.read-list', 'groups.read', 'today.read']);
  const [done, setDone] = useState<string | null>(null);
  const carryOut = async (): Promise<void> => {
    const value = await plan.carryOut({ params: { siteId: board.site.id } });
    if (value !== null) setDone(value.added + value.changed + value.withdrawn === 0 ? say('groups.planned.nothing') : say('groups.planned.done', value));
  };
  return (
    <footer className={styles.planned}>
      <p className="dim">
        {board.plannedUntil === null ? say('groups.planned.none') : say('groups.planned', { date: dayText(language, board.plannedUntil, board.today), weeks: board.planWeeks })}
      </p>
      {may('schedule.change') && <button type="button" className="btn" aria-disabled={plan.busy} onClick={() => { if (!plan.busy) void carryOut(); }}>{plan.busy ? say('saving') : say('groups.plan-ahead')}</button>}
      <span role="status" className="c-moss">{done}</span>
      {plan.answer !== null && <RefusalNotice answer={plan.answer} />}
    </footer>
  );
}

function Groups({ board }: { board: GroupsBoard }) {
  const { say } = useWords();
  return (
    <>
      <div className={styles.grid}>
        {board.groups.length === 0 ? <p className={styles.empty}>{say('groups.empty', { site: board.site.name })}</p> : <WeekOfGroups board={board} />}
        {board.groups.length > 0 && <NeedsSomebody board={board} />}
      </div>
      {board.groups.length > 0 && <PlannedUntil board={board} />}
    </>
  );
}

function GroupsBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <p className={styles.say}><Blank width={480} height={20} /></p>
      <div className={styles.grid}><div className={styles.blanks}>{[0, 1, 2, 3, 4].map((day) => <Blank key={day} width="100%" height={180} />)}</div></div>
    </Waiting>
  );
}

export function GroupsPage() {
  const { say } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  const [starting, setStarting] = useState(false);
  const [started, setStarted] = useState<string | null>(null);
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const allowed = me.may('schedule.read');
  const asked = useMemo(() => reading(readGroups, { query: { siteId: chosen?.id ?? '' } }), [chosen?.id]);
  const board = useQuery({ ...asked, enabled: allowed && chosen !== undefined });
  const shown = board.data;
  useEffect(() => { document.title = say('groups.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  if (!allowed) return <Work><NotYours /></Work>;
  if (chosen === undefined) return <Work><h1>{say('room.groups')}</h1><Notice tone="amber" sentence={say('refusal.not-your-role.sentence')} way={say('today.no-site')} /></Work>;
  return (
    <Work>
      <div className="head">
        {(shown !== undefined || board.error === null) && <h1>{say('room.groups')}</h1>}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { void navigate({ search: { site: event.currentTarget.value } }); }} />
        )}
        <span className="grow" />
        {shown && <LiveStamp asOf={shown.asOf} receivedAt={board.dataUpdatedAt} timeZone={shown.site.timeZone} live={false} />}
        {shown && me.may('schedule.change') && <button type="button" className="btn go" onClick={() => setStarting(true)}>{say('groups.start')}</button>}
      </div>
      {shown === undefined && (board.error === null ? <GroupsBlank /> : <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />)}
      {shown && <p className={styles.say}><Sentences said={groupsSaid(shown)} /></p>}
      {started !== null && <Notice tone="moss" sentence={say('groups.started', { name: started })} />}
      {shown && <Groups board={shown} />}
      {shown && starting && <StartGroup board={shown} close={() => setStarting(false)} done={setStarted} />}
    </Work>
  );
}
