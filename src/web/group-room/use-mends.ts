/** The mends of one tap: a name changed or confirmed, an objective chosen, times opened; the focus goes to what was mended. */
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';
import { useWords } from '../kit/words.tsx';
import type { DraftDesk } from './draft-desk.ts';
import type { AnyPart } from './keep.ts';
import type { GroupRoom } from './readiness.ts';
import { SHARED } from './use-drafts.ts';
import { focusSoon } from './use-room-keys.ts';
import type { Mends } from './Warnings.tsx';
import { confirmName, withoutName } from './warnings.ts';
import type { SharedName } from './warnings.ts';

type Given = { room: GroupRoom; desk: DraftDesk<AnyPart>; shared: SharedPart; partOf: (id: string) => PersonPart; times: Mends['times'] };

export function useMends({ room, desk, shared, partOf, times }: Given): Mends & { renameShared: (name: SharedName) => void } {
  const { say } = useWords();
  const instead = say(room.session.type === 'couple' ? 'warn.instead.couple' : 'warn.instead');
  const roster = room.people.map((person) => ({ id: person.participantId as string, words: person.nameWords }));
  return {
    times,
    rename: (id, field, name) => {
      const part = partOf(id);
      desk.type(id, { ...part, [field]: withoutName(part[field], name, roster, instead) });
      focusSoon(field === 'practice' ? `practice-${id}` : `sentence-${id}`);
    },
    confirm: (name, at) => {
      desk.type(SHARED, { ...shared, confirmedNames: confirmName(shared.confirmedNames, name) });
      focusSoon(at);
    },
    choose: (id, objectiveId) => {
      desk.type(id, { ...partOf(id), objectiveId });
      focusSoon(`objective-${id}`);
    },
    renameShared: ({ field, text }) => {
      desk.type(SHARED, { ...shared, [field]: withoutName(shared[field], text, roster, instead) });
      focusSoon(`shared-${field}`);
    },
  };
}
