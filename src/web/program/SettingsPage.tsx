/** The frame of every settings page: the room's heading, its pages as a row of links, and the page. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { NotYours } from '../kit/NotYours.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { PROGRAM_PAGES } from './pages.ts';
import styles from './program.module.css';

export function SettingsPage({ page, children }: { page: (typeof PROGRAM_PAGES)[number]['word']; children: ReactNode }) {
  const { say } = useWords();
  const { may } = useMe();
  const mine = PROGRAM_PAGES.filter((one) => may(one.may));
  const title = say(page);
  useEffect(() => { document.title = say('program.window', { page: title }); }, [say, title]);
  const pages = useRef<HTMLElement>(null);
  // On a phone the row of pages is wider than the screen: the current one is brought into it.
  useEffect(() => { pages.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [page]);
  if (!mine.some((one) => one.word === page)) return <Work><NotYours /></Work>;
  return (
    <Work>
      <h1>{say('room.program')}</h1>
      <nav ref={pages} className={styles.pages} aria-label={say('program.pages')}>
        {mine.map((one) => <Link key={one.to} to={one.to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true, includeSearch: false }}>{say(one.word)}</Link>)}
      </nav>
      {children}
    </Work>
  );
}
