/** One person of a roster: seat, safe name, stamp, the one tap that fits, and behind the stamp the times. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { now } from '../clock.ts';
import { Seat } from '../kit/Seats.tsx';
import { minutesBetween, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Words } from '../kit/words.tsx';
import type { TodaySession } from './opening.ts';
import { isDoubleTap, nextTapOf } from './stamp.ts';
import type { TodayPerson } from './stamp.ts';
import { TimesPanel } from './TimesPanel.tsx';
import type { Stamps } from './use-stamps.ts';
import styles from './today.module.css';

type Place = { asOf: string; timeZone: string };
type Props = { session: TodaySession; person: TodayPerson; place: Place; open: boolean; stamps: Stamps };

/** The stamp in words: 9:58, or 10:22, 12 late, or missing 32 min. */
function stampSaid({ say, language }: Words, session: TodaySession, person: TodayPerson, { asOf, timeZone }: Place): string {
  const at = (instant: string | null): string => (instant === null ? '' : timeText(language, timeZone, instant));
  switch (person.standing) {
    case 'expected': return '';
    case 'missing': return session.state === 'running' ? say('roster.missing', { minutes: minutesBetween(session.startsAt, asOf) }) : say('standing.absent');
    case 'late': return say('roster.late', { time: at(person.arrivedAt), minutes: person.minutesLate });
    case 'left-early': return say('roster.left', { time: at(person.leftAt) });
    case 'make-up': return say('roster.make-up', { time: at(person.arrivedAt) });
    case 'here': return at(person.arrivedAt);
    case 'excused': return person.absence === null ? say('standing.excused') : say('roster.excused', { reason: say(`absence.${person.absence.reason}`) });
    case 'absent': return say('standing.absent');
  }
}

const TONES: Partial<Record<TodayPerson['standing'], string>> = { missing: styles.brick, absent: styles.brick, late: styles.amber, 'left-early': styles.amber };

/** What somebody missing needs: a word that they do not come, or a call. */
function MissingActs({ person, absent }: { person: TodayPerson; absent: () => void }) {
  const { say } = useWords();
  const { may } = useMe();
  return (
    <span className={styles.acts}>
      {may('attendance.stamp') && <button type="button" className={`${styles.tap} ${styles.quiet}`} onClick={absent}>{say('times.was-absent')}<span className="vh"> {person.displayName}</span></button>}
      {may('people.read') && <Link className={`${styles.tap} ${styles.quiet}`} to="/people/$participantId" params={{ participantId: person.participantId }} preload={false}>{say(person.lacksTelephone ? 'roster.no-number' : 'roster.call')}<span className="vh"> {person.displayName}</span></Link>}
    </span>
  );
}

export function RosterRow({ session, person, place, open, stamps }: Props) {
  const words = useWords();
  const { say } = words;
  const { may } = useMe();
  const [panel, setPanel] = useState<'times' | 'absent' | null>(null);
  const recent = stamps.recent.find((one) => one.sessionId === session.id && one.participantId === person.participantId);
  const tap = may('attendance.stamp') ? nextTapOf(session, person, open) : null;
  const missing = person.standing === 'missing' && session.state === 'running';
  const said = stampSaid(words, session, person, place);
  const tone = `${styles.stamp} ${TONES[person.standing] ?? ''}`;
  const hasTimes = may('attendance.stamp') && session.state !== 'canceled';
  return (
    <li className={`${styles.person} ${missing ? styles.missing : ''}`} data-row>
      <Seat standing={person.standing} />
      {may('hours.read')
        ? <Link className={styles.name} to="/people/$participantId/hours" params={{ participantId: person.participantId }} search={{}} preload={false}>{person.displayName}</Link>
        : <span className={styles.name}>{person.displayName}</span>}
      {person.overCapReason !== null && <span className={tone}>{say('roster.beyond')}</span>}
      {hasTimes
        ? <button type="button" className={`${tone} ${styles.times}`} data-times onClick={() => setPanel('times')}>{said === '' ? say('roster.times') : said}<span className="vh"> {say('roster.times.of', { name: person.displayName })}</span></button>
        : <span className={tone}>{said}</span>}
      {recent !== undefined
        ? <button type="button" className={styles.tap} onClick={(event) => { if (!isDoubleTap(event.detail, now() - recent.tappedAt)) void stamps.takeBack(recent); }}>{say('roster.take-back')}<span className="vh"> {person.displayName}</span></button>
        : tap !== null && (
          <button type="button" className={`${styles.tap} ${tap === 'leave' ? styles.quiet : ''}`} data-tap={tap} onClick={() => { void stamps.stamp(session, person, tap); }}>
            {say(tap === 'arrive' ? 'roster.arrive' : 'roster.leave')}<span className="vh"> {person.displayName}</span>
          </button>
        )}
      {missing && <MissingActs person={person} absent={() => setPanel('absent')} />}
      {panel !== null && (
        <TimesPanel sessionId={session.id} participantId={person.participantId} displayName={person.displayName} timeZone={place.timeZone} startsAt={session.startsAt} endsAt={session.endsAt}
          absent={panel === 'absent'} close={() => setPanel(null)} done={stamps.again} undoable={stamps.done} />
      )}
    </li>
  );
}
