/** When the truth on this page was true, to the second, and whether it still comes in. */
import { useEffect, useState } from 'react';
import { now } from '../clock.ts';
import { freshnessOf } from './freshness.ts';
import { timeText } from './times.ts';
import { useWords } from './words.tsx';
import styles from './kit.module.css';

type Props = { asOf: string; receivedAt: number; timeZone: string; live: boolean };

/** `live` false is a page of another day: it says its time and nothing more. */
export function LiveStamp({ asOf, receivedAt, timeZone, live }: Props) {
  const { say, language } = useWords();
  const [at, setAt] = useState(now);
  useEffect(() => {
    setAt(now());
    const beat = setInterval(() => setAt(now()), 5_000);
    return () => clearInterval(beat);
  }, [receivedAt]);
  const freshness = freshnessOf(receivedAt, at);
  const time = timeText(language, timeZone, asOf, true);
  if (!live) return <span className={styles.live}>{say('live.as-of', { time })}</span>;
  return (
    <span className={`${styles.live} ${freshness === 'live' ? '' : styles.stale} ${freshness === 'old' ? styles.old : ''}`} role="status" aria-live={freshness === 'live' ? 'off' : 'polite'}>
      <i className={styles.dot} aria-hidden="true" />
      {say(`live.${freshness}`, { time })}
    </span>
  );
}
