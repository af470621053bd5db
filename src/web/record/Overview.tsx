/** The overview of a person: what to look at first, this week, what the person wants, what happened lately, who stands around. Each part is read for itself. */
import { useMe } from '../app/me.ts';
import type { Episode } from '../people/back.ts';
import type { Person } from '../people/PersonHead.tsx';
import { Around } from './Around.tsx';
import { Latest } from './Latest.tsx';
import { LookFirst } from './LookFirst.tsx';
import { ThisWeek } from './ThisWeek.tsx';
import { Wants } from './Wants.tsx';
import styles from './record.module.css';

type Props = { person: Person; episode: Episode | null; planSession: (() => void) | null; change: (() => void) | null };

/** On a phone one below the other in this order; wide, the person's own words and the story stand first. */
export function Overview({ person, episode, planSession, change }: Props) {
  const { may } = useMe();
  const hasStory = may('plan.read') || may('note.read');
  return (
    <div className={styles.overview} data-story={hasStory}>
      <div className={styles.middle}>
        <LookFirst person={person} episode={episode} planSession={planSession} change={change} />
        <ThisWeek person={person} />
      </div>
      {hasStory && (
        <div className={styles.story}>
          {may('plan.read') && <Wants person={person} />}
          {may('note.read') && <Latest participantId={person.participantId} />}
        </div>
      )}
      <div className={styles.around}><Around person={person} episode={episode} /></div>
    </div>
  );
}
