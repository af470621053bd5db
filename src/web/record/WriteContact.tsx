/** The panel in which a contact is written from anywhere on the page of a person; the open tasks that it could answer come along. */
import { useQuery } from '@tanstack/react-query';
import { readLook } from '../../boards/people/record.contract.ts';
import { ContactPanel } from '../contacts/ContactPanel.tsx';
import type { Person } from '../people/PersonHead.tsx';
import { reading } from '../queries.ts';
import { useFreshRecord } from './use-fresh.ts';

export function WriteContact({ person, timeZone, close }: { person: Person; timeZone: string; close: () => void }) {
  const fresh = useFreshRecord();
  const read = useQuery(reading(readLook, { params: { participantId: person.participantId } }));
  if (read.data === undefined && read.error === null) return null;
  const tasks = (read.data?.tasks ?? []).map((task) => ({ id: task.taskId, kind: task.kind, openedAt: task.openedAt }));
  const done = (): void => {
    fresh();
    close();
  };
  return <ContactPanel participantId={person.participantId} displayName={person.displayName} timeZone={timeZone} asOf={read.data?.asOf ?? person.asOf} tasks={tasks} close={close} done={done} />;
}
