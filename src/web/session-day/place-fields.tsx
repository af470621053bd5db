/** Room, link and leader in a form of the day: what is taken at that hour is said beside the name. */
import { ChoiceField, Pair, TextField } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import type { SessionDay } from './use-session-day.ts';

/** What is chosen as the room: the id of one, nothing yet, or a link in place of a room. */
const NOT_SETTLED = '';
const BY_LINK = 'link';

export type PlaceForm = { place: string; link: string; facilitatorId: string };
export type Place = { roomId: string | null; telehealthLink: string; facilitatorId: string | null };

export const NO_PLACE: PlaceForm = { place: NOT_SETTLED, link: '', facilitatorId: '' };

export function placeForm({ roomId, telehealthLink, facilitatorId }: Place): PlaceForm {
  return { place: roomId ?? (telehealthLink === '' ? NOT_SETTLED : BY_LINK), link: telehealthLink, facilitatorId: facilitatorId ?? '' };
}

/** A room may have a link beside it; the link goes only when the form shows it. */
export function placeOf({ place, link, facilitatorId }: PlaceForm): Place {
  const isRoom = place !== NOT_SETTLED && place !== BY_LINK;
  return { roomId: isRoom ? place : null, telehealthLink: place === NOT_SETTLED ? '' : link.trim(), facilitatorId: facilitatorId === '' ? null : facilitatorId };
}

type Choices = Pick<SessionDay, 'rooms' | 'staff'> & { credential: string };
type Props = { values: PlaceForm; set: (values: PlaceForm) => void; choices: Choices; /** In this session already, so not taken by another. */ own: Place | null };

export function PlaceFields({ values, set, choices, own }: Props) {
  const { say } = useWords();
  const room = ({ id, name, busyWith }: SessionDay['rooms'][number]): string => (busyWith === null || id === own?.roomId ? name : say('session-day.busy', { name, what: busyWith }));
  const leader = ({ id, name, busyWith, holds }: SessionDay['staff'][number]): string => {
    if (!holds) return say('times.lacks', { name, credential: choices.credential });
    return busyWith === null || id === own?.facilitatorId ? name : say('session-day.busy', { name, what: busyWith });
  };
  const rooms = [{ value: NOT_SETTLED, label: say('times.room.none') }, ...choices.rooms.map((one) => ({ value: one.id, label: room(one) })), { value: BY_LINK, label: say('times.room.link') }];
  const leaders = [{ value: '', label: say('times.leader.none') }, ...choices.staff.map((one) => ({ value: one.id, label: leader(one) }))];
  const takesLink = values.place === BY_LINK || (values.place !== NOT_SETTLED && values.link !== '');
  return (
    <>
      <Pair>
        <ChoiceField label={say('times.leader')} value={values.facilitatorId} set={(facilitatorId) => set({ ...values, facilitatorId })} options={leaders} />
        <ChoiceField label={say('times.room')} value={values.place} set={(place) => set({ ...values, place })} options={rooms} />
      </Pair>
      {takesLink && <TextField label={say('times.link')} type="url" max={500} required={values.place === BY_LINK} value={values.link} set={(link) => set({ ...values, link })} />}
    </>
  );
}
