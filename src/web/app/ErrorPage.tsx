/** The page broke: what did not happen, that nothing is lost, and what to do. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useMemo } from 'react';
import { freshId } from '../clock.ts';
import { Unread } from '../queries.ts';
import { Notice } from '../kit/Notice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './shell.module.css';

export function ErrorPage({ error }: ErrorComponentProps) {
  const { say } = useWords();
  const own = useMemo(() => freshId().slice(0, 8), []);
  const reference = error instanceof Unread ? (error.refusal?.reference ?? own) : own;
  return (
    <Work>
      <div className={styles.mid}>
        <h1>{say('error.title')}</h1>
        <Notice sentence={say('error.sentence')} way={say('error.way')} reference={reference}>
          <button type="button" className="btn small" onClick={() => location.reload()}>{say('error.reload')}</button>
          <a className="btn small" href="/">{say('nowhere.way')}</a>
        </Notice>
      </div>
    </Work>
  );
}
