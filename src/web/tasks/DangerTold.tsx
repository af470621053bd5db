/** After a mark: who has been told and when, that nobody has been phoned, and whom to call (W19). */
import { useEffect, useRef } from 'react';
import type { markDanger } from '../../modules/tasks/contract.ts';
import type { ValueOf } from '../call.ts';
import { useMe } from '../app/me.ts';
import { timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { CrisisLines } from './CrisisLines.tsx';
import { MarkStanding } from './DangerStanding.tsx';
import { namesOf } from './task-said.ts';
import styles from './tasks.module.css';

type Told = ValueOf<typeof markDanger>['told'];
type Props = { /** Which mark to look after; null where there is none. */ about: { participantId: string; sessionId: string | null; taskId: string } | null;  told: Told; at: string; zone: string; opened: boolean; site: { name: string; telephone: string } | null };

export function DangerTold({ about, told, at, zone, opened, site }: Props) {
  const { say, language } = useWords();
  const { may, staffId } = useMe();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, []);
  const readers = told.filter((one) => one.reads);
  // Whoever marks it knows it already: being told oneself is no help.
  const others = readers.filter((one) => one.staffId !== staffId);
  return (
    <div ref={box} className={styles.told} tabIndex={-1}>
      <div className={styles.told} role="alert">
        {others.length > 0 ? <p><Rich text={say('danger.told', { names: namesOf(language, others), count: others.length, time: timeText(language, zone, at) })} /></p>
          : <p className="c-brick"><b>{say(readers.length > 0 ? 'danger.told.only-you' : 'danger.told.nobody')}</b></p>}
        {!opened && <p>{say('danger.told.already')}</p>}
        <p><b>{say('danger.call-them')}</b></p>
      </div>
      {about !== null && may('danger.mark') && <MarkStanding {...about} />}
      {site !== null && site.telephone === '' && <p className="dim">{say('danger.site-phone.none', { site: site.name })}</p>}
      <CrisisLines site={site} />
    </div>
  );
}
