/** The pages of one person, side by side; on a phone the row moves inside itself, with the present page in view. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { Permission } from '../../permissions.ts';
import { useMe } from '../app/me.ts';
import { useWords } from '../kit/words.tsx';
import type { WordId } from '../words/en.ts';
import styles from './people.module.css';

const TABS = [
  { to: '/people/$participantId', word: 'record.tab.overview', may: 'people.read' },
  { to: '/people/$participantId/hours', word: 'record.tab.hours', may: 'hours.read' },
  { to: '/people/$participantId/notes', word: 'record.tab.notes', may: 'note.read' },
  { to: '/people/$participantId/plan', word: 'record.tab.plan', may: 'plan.read' },
  { to: '/people/$participantId/contacts', word: 'record.tab.contacts', may: 'contact.read' },
  { to: '/people/$participantId/details', word: 'record.tab.details', may: 'people.read' },
] as const satisfies readonly { to: string; word: WordId; may: Permission }[];

export function PersonTabs({ participantId }: { participantId: ParticipantId }) {
  const { say } = useWords();
  const { may } = useMe();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const [nav, here] = [row.current, row.current?.querySelector<HTMLElement>('[aria-current]')];
    // Only the row moves: scrolling the tab itself into view would move the page too.
    if (nav != null && here != null) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }, []);
  return (
    <nav ref={row} className={styles.tabs} aria-label={say('record.tabs')}>
      {TABS.filter((tab) => may(tab.may)).map((tab) => (
        <Link key={tab.to} to={tab.to} params={{ participantId }} search={{}} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true, includeSearch: false, includeHash: false }}>{say(tab.word)}</Link>
      ))}
    </nav>
  );
}
