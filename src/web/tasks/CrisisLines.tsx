/** Whom to call besides: the site, 988, and 911 (W19). */
import { useWords } from '../kit/words.tsx';
import { dialed } from './task-said.ts';
import styles from './tasks.module.css';

export function CrisisLines({ site }: { site: { name: string; telephone: string } | null }) {
  const { say } = useWords();
  return (
    <nav className={styles.lines} aria-label={say('danger.help')}>
      {site !== null && site.telephone !== '' && <a href={dialed('tel', site.telephone)}>{say('danger.site-phone', { site: site.name, telephone: site.telephone })}</a>}
      <a href="tel:988">{say('danger.988')}</a>
      <a href="tel:911">{say('danger.911')}</a>
    </nav>
  );
}
