/** A sheet of paper as it looks on the screen and comes out of the printer: who, where, what, which day, as of when, printed by whom. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { timeText } from '../kit/times.ts';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './sheet.module.css';

type Props = {
  /** What the paper is. */ what: string;
  /** Of which site; empty where it is about a person in no program. */ site: string;
  /** Day or days in words. */ when: string;
  asOf: string; timeZone: string;
  /** Back to where it was asked for. */ back: ReactNode;
  /** Choices that stand above the paper on the screen only. */ choices?: ReactNode;
  children: ReactNode;
};

/** The one filled button prints; `P` does the same. Page numbers come from the @page rule of the stylesheet. */
export function Sheet({ what, site, when, asOf, timeZone, back, choices, children }: Props) {
  const { say, language } = useWords();
  const { organization, displayName } = useMe();
  useEffect(() => { document.title = say('papers.window'); }, [say]);
  useKeys([{ key: 'p', word: 'key.print', act: () => window.print() }]);
  return (
    <Work>
      <div className={`${styles.tools} no-print`}>{back}<span className="grow" /><button type="button" className="btn go" onClick={() => window.print()}>{say('papers.print')}</button></div>
      {choices !== undefined && <div className={`${styles.choices} no-print`}>{choices}</div>}
      <article className={styles.sheet}>
        <header className={styles.head}>
          <p>{[organization.name, site].filter((part) => part !== '').join(' · ')}</p>
          <h1>{what}</h1>
          <p>{when}</p>
          <p className="least dim">{say('papers.as-of', { time: timeText(language, timeZone, asOf), name: displayName })}</p>
        </header>
        {children}
      </article>
    </Work>
  );
}
