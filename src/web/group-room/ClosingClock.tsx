/** How long this closing has taken so far: nobody is hurried by it, and it is told to nobody. */
import { useEffect, useState } from 'react';
import { later, now } from '../clock.ts';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './room.module.css';

const STEP_SECONDS = 5;

export function ClosingClock({ startedAt }: { startedAt: number }) {
  const { say } = useWords();
  const [at, setAt] = useState(now);
  useEffect(() => later(STEP_SECONDS * 1000, () => setAt(now())), [at]);
  const seconds = Math.max(0, Math.floor((at - startedAt) / 1000 / STEP_SECONDS) * STEP_SECONDS);
  return <span className={`${styles.clock} wide`}><Icon name="clock" />{say('sign.clock', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') })}</span>;
}
