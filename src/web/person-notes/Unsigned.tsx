/** Sessions that are over and about which no note is signed yet, each with the way into its room. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { dateText, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Page } from './notes-said.ts';
import styles from './person-notes.module.css';

/** The oldest few; a long list must not push the notes off the page. */
const AT_FIRST = 3;

export function Unsigned({ sessions }: { sessions: Page['unsigned'] }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return null;
  const shown = all ? sessions : sessions.slice(0, AT_FIRST);
  return (
    <section className={styles.unsigned} aria-labelledby="unsigned">
      <h2 id="unsigned"><Icon name="pen" />{say('person-notes.unsigned', { sessions: sessions.length })}</h2>
      <ul>
        {shown.map((session) => (
          <li key={session.sessionId}>
            <span><b>{dateText(language, dateIn(session.timeZone, new Date(session.startsAt)))}</b>, {timeText(language, session.timeZone, session.startsAt)} · {session.name}</span>
            <Link className="lk" to="/sessions/$sessionId" params={{ sessionId: session.sessionId }}>{say(may('note.sign') ? 'person-notes.unsigned.write' : 'open')}<span className="vh"> {session.name}</span></Link>
          </li>
        ))}
      </ul>
      {shown.length < sessions.length && <button type="button" className="btn quiet small" onClick={() => setAll(true)}>{say('person-notes.unsigned.more', { sessions: sessions.length - shown.length })}</button>}
    </section>
  );
}
