/** Contacts with and about one person outside of sessions, and the tasks about them. */
import { useMe } from '../app/me.ts';
import { NotYours } from '../kit/NotYours.tsx';
import { ContactNotes } from '../contacts/ContactNotes.tsx';
import { PersonTasks } from '../tasks/PersonTasks.tsx';
import tasks from '../tasks/tasks.module.css';
import styles from './people.module.css';
import { PersonFrame } from './PersonFrame.tsx';

export function PersonContactsPage() {
  const { may } = useMe();
  if (!may('contact.read')) return <PersonFrame>{() => <NotYours />}</PersonFrame>;
  return (
    <PersonFrame>
      {({ person }) => {
        const timeZone = person.episodes[0]?.site.timeZone ?? 'UTC';
        return (
          <div className={styles.grid}>
            {may('task.read') && <div className={tasks.beside}><PersonTasks participantId={person.participantId} displayName={person.displayName} timeZone={timeZone} /></div>}
            <div><ContactNotes participantId={person.participantId} displayName={person.displayName} timeZone={timeZone} /></div>
          </div>
        );
      }}
    </PersonFrame>
  );
}
