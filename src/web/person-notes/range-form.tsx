/** The days whose notes go on paper, and whether contacts come along; what was chosen goes into the address. */
import { useNavigate } from '@tanstack/react-router';
import { CheckField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { useMe } from '../app/me.ts';
import { useWords } from '../kit/words.tsx';

export type Range = { from: string; to: string; contacts: boolean };

/** The fields alone: in the panel they stand one below the other, above the paper side by side. */
export function useRange(participantId: string, start: Range) {
  const { say } = useWords();
  const { may } = useMe();
  const navigate = useNavigate();
  const { values, set } = useFields(start);
  const days = (
    <>
      <TextField label={say('person-notes.range.from')} type="date" value={values.from} set={set('from')} required />
      <TextField label={say('person-notes.range.to')} type="date" value={values.to} set={set('to')} required />
    </>
  );
  const contacts = may('contact.read') ? <CheckField label={say('person-notes.range.contacts')} value={values.contacts} set={set('contacts')} /> : null;
  const go = (): void => {
    void navigate({ to: '/people/$participantId/notes/paper', params: { participantId }, search: { from: values.from, to: values.to }, ...(values.contacts ? { hash: 'contacts' } : {}) });
  };
  return { days, pair: <Pair>{days}</Pair>, contacts, go };
}
