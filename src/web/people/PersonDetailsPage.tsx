/** Where a person is placed, which seats they have, whom to call, and what stands on the health lists. */
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { useWords } from '../kit/words.tsx';
import { Supporters } from '../supporters/Supporters.tsx';
import { Contacts } from './Contacts.tsx';
import { Health } from './Health.tsx';
import { HeldSeats } from './HeldSeats.tsx';
import styles from './people.module.css';
import { PersonFrame } from './PersonFrame.tsx';
import { Placement } from './Placement.tsx';

export function PersonDetailsPage() {
  const { say } = useWords();
  const { may } = useMe();
  return (
    <PersonFrame>
      {({ person, done, moved }) => (
        <>
          {person.lacksGuardian && <Notice tone="amber" sentence={say('record.no-guardian', { age: person.age ?? 0 })} way={may('people.change') ? say('record.no-guardian.way') : undefined} />}
          <div className={styles.grid}>
            <div>
              {person.episodes.map((one) => <div key={one.episodeId}><Placement episode={one} today={person.today} done={moved} name={person.displayName} /><HeldSeats episode={one} today={person.today} /></div>)}
              {person.episodes.length === 0 && <Contacts person={person} done={done} />}
            </div>
            <div>
              {person.episodes.length > 0 && <Contacts person={person} done={done} />}
              <Supporters participantId={person.participantId} displayName={person.displayName} today={person.today} done={done} />
              {may('health.read') && <Health participantId={person.participantId} today={person.today} done={done} />}
            </div>
          </div>
        </>
      )}
    </PersonFrame>
  );
}
