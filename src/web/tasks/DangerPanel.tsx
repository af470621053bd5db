/** Marking danger: first who is reading, then what it is about, then who has been told (W18, W19). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { readDangerReaders } from '../../boards/tasks/tasks.contract.ts';
import { markDanger } from '../../modules/tasks/contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import type { Concern } from '../../modules/tasks/words.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { TextField } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { Unread, reading } from '../queries.ts';
import { Concerns } from './Concerns.tsx';
import { DangerOffline } from './DangerOffline.tsx';
import { DangerTold } from './DangerTold.tsx';
import { namesOf } from './task-said.ts';
import { STALE } from './use-tasks.ts';
import styles from './tasks.module.css';

type Readers = ValueOf<typeof readDangerReaders>;

/** Said before the first question: who would see it, and whether anybody is on call. */
function WhoReads({ readers }: { readers: Readers | undefined }) {
  const { say, language } = useWords();
  const { staffId } = useMe();
  if (readers === undefined) return <p className={styles.reading}>{say('danger.reading')}</p>;
  const all = readers.readers.filter((one) => one.reads);
  // Whoever asks is no help to themselves.
  const able = all.filter((one) => one.staffId !== staffId);
  return (
    <div className={styles.reading} data-empty={able.length === 0 ? '' : undefined}>
      {able.length === 0 ? <p>{say(all.length > 0 ? 'danger.only-you' : 'danger.no-reader')}</p> : <p><Rich text={say(able.length === 1 ? 'danger.reader' : 'danger.readers', { names: namesOf(language, able) })} /></p>}
      <p>{say(readers.isAnybodyOnCall ? 'danger.on-call' : 'danger.no-on-call', { site: readers.site.name })}</p>
    </div>
  );
}

type Props = { participantId: string; displayName: string; sessionId: string | null; close: () => void; done: () => void };

export function DangerPanel({ participantId, displayName, sessionId, close, done }: Props) {
  const { say } = useWords();
  const params = { participantId: participantId as ParticipantId };
  const read = useQuery(reading(readDangerReaders, { params, query: sessionId === null ? {} : { sessionId } }));
  const act = useAct(markDanger, STALE);
  const [concern, setConcern] = useState<Concern | null>(null);
  const [detail, setDetail] = useState('');
  const [marked, setMarked] = useState<ValueOf<typeof markDanger> | null>(null);
  const [isHelped, setHelped] = useState(false);
  const site = read.data?.site ?? null;
  const unreachable = (act.answer !== null && 'offline' in act.answer) || (read.error instanceof Unread && read.error.refusal === null && marked === null);
  const send = async (): Promise<void> => {
    if (concern === null) return void read.refetch();
    const body = { concern, detail, sessionId: sessionId as SessionId | null, source: sessionId === null ? 'button' as const : 'group-room' as const };
    const got = await act.carryOut({ params, body });
    if (got === null) return;
    setMarked(got);
    done();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setHelped(false);
    if (!act.busy) void send();
  };
  return (
    <>
      <SidePanel title={say('danger.panel', { name: displayName })} close={close}>
        {marked !== null ? <DangerTold about={{ participantId, sessionId, taskId: marked.taskId }} told={marked.told} at={marked.at} zone={site?.timeZone ?? 'UTC'} opened={marked.opened} site={site} /> : (
          <form onSubmit={onSubmit} className={styles.form} autoComplete="off">
            <WhoReads readers={read.data} />
            <Concerns value={concern} set={setConcern} />
            <TextField label={say('danger.detail')} hint={say('danger.detail.hint')} value={detail} set={setDetail} lines={3} max={500} />
            {act.answer !== null && <RefusalNotice answer={act.answer} />}
            <button type="submit" className={`btn big ${styles.fill}`} aria-disabled={act.busy}>{act.busy ? say('saving') : say('danger.send')}</button>
          </form>
        )}
      </SidePanel>
      {unreachable && !isHelped && <DangerOffline site={site} again={() => { void send(); }} close={() => { setHelped(true); act.forget(); }} busy={act.busy || read.isFetching} />}
    </>
  );
}
