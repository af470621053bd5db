/** A sheet of paper as it looks on the screen and comes out of the printer: who, where, what, which day, as of when, printed by whom. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { dayText, momentText } from './paper-text.ts';
import styles from './sheet.module.css';

/** Whose record a paper is part of: such a paper says the full name, on each sheet. */
export type PaperRecord = { /** As on documents, the chosen name beside it. */ name: string; birthDate: string | null; number: string };

type Props = {
  /** What the paper is. */ what: string;
  /** Of which site; empty where it is about a person in no program. */ site: string;
  /** Day or days in words. */ when: string;
  asOf: string; timeZone: string;
  /** Back to where it was asked for. */ back: ReactNode;
  /** Choices that stand above the paper on the screen only. */ choices?: ReactNode;
  record?: PaperRecord | undefined;
  /** It lies about where others see it: neither the organization, whose name may tell, nor what the paper is stands on it. */ lies?: boolean;
  /** 'screen': a paper that is cut apart, whose pieces have heads of their own; the line at the foot stays. */ head?: 'paper' | 'screen';
  children: ReactNode;
};

/** The line at the foot of each sheet, and the page numbers, stand in the margin boxes of the stylesheet, which read it from here. */
function useRunningLine(line: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--running-line', JSON.stringify(line));
    return () => { style.removeProperty('--running-line'); };
  }, [line]);
}

function RecordHead({ record }: { record: PaperRecord }) {
  const { say, language } = useWords();
  return (
    <p className={styles.record}>
      <b>{record.name}</b>
      {record.birthDate !== null && <span>{say('papers.born', { date: dayText(say, language, record.birthDate, 'month-day') })}</span>}
      {record.number !== '' && <span>{say('papers.number', { number: record.number })}</span>}
    </p>
  );
}

/** The one filled button prints; `P` does the same. */
export function Sheet({ what, site, when, asOf, timeZone, back, choices, record, lies = false, head = 'paper', children }: Props) {
  const { say, language } = useWords();
  const { organization, displayName } = useMe();
  const stamp = say('papers.as-of', { time: momentText(say, language, timeZone, asOf), name: displayName });
  const told = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  useRunningLine(told(lies ? [site, when, stamp] : [organization.name, site, what, record === undefined ? when : told([record.name, record.number]), stamp]));
  useEffect(() => { document.title = say('papers.window'); }, [say]);
  useKeys([{ key: 'p', word: 'key.print', act: () => window.print() }]);
  return (
    <Work>
      <div className={`${styles.tools} no-print`}>{back}<span className="grow" /><button type="button" className="btn go" onClick={() => window.print()}>{say('papers.print')} <kbd>P</kbd></button></div>
      {choices !== undefined && <div className={`${styles.choices} no-print`}>{choices}</div>}
      <article className={styles.sheet}>
        <header className={head === 'paper' ? styles.head : `${styles.head} no-print`}>
          <p className={styles.from}>{told(lies ? [site] : [organization.name, site])}</p>
          <h1>{what}</h1>
          {record !== undefined && <RecordHead record={record} />}
          <p>{when}</p>
          <p className="least dim">{stamp}</p>
        </header>
        {children}
      </article>
    </Work>
  );
}
