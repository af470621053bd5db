/** How a person may be reached, in words: never "a call is safe" where nobody wrote down a number. */
import type { readPerson } from '../../boards/people/people.contract.ts';
import type { ValueOf } from '../call.ts';
import type { Say } from '../kit/words.tsx';

export type Reach = Pick<ValueOf<typeof readPerson>, 'contactBy' | 'telephone' | 'email' | 'mayLeaveMessage'>;

/** What is missing for the way that is safe; null where nothing is. */
export function missingFor({ contactBy, telephone, email }: Reach): 'telephone' | 'email' | null {
  if ((contactBy === 'phone' || contactBy === 'text') && telephone === '') return 'telephone';
  return contactBy === 'mail' && email === '' ? 'email' : null;
}

/** A call is safe, no telephone is written down; or: a call is safe, no voicemail. */
export function reachSaid(say: Say, person: Reach): string {
  const missing = missingFor(person);
  if (person.contactBy === 'none') return say('record.reach.none');
  return [say(`record.reach.${person.contactBy}`), say(missing !== null ? `record.reach.no-${missing}` : person.mayLeaveMessage ? 'record.message.yes' : 'record.message.no')].join(', ');
}
