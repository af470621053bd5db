/** Why there is nothing to choose from, where the choices of a site could not be read; otherwise nothing. */
import { useQuery } from '@tanstack/react-query';
import { readPlacementChoices } from '../../boards/people/people.contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';

export function ChoicesUnread({ siteId }: { siteId: string }) {
  const { say } = useWords();
  const choices = useQuery(reading(readPlacementChoices, { query: { siteId } }));
  if (choices.error === null) return null;
  return <RefusalNotice answer={choices.error.refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void choices.refetch(); }}>{say('again')}</button></RefusalNotice>;
}
