/** Signed plans that wait for the reader's co-signature; each opens in the person's record, where it is read whole. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readPlansToCoSign } from '../../boards/people/plan.contract.ts';
import { Row, Rows } from '../kit/Rows.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { whenText } from '../signatures/waiting.ts';
import { signerText } from './plan-words.ts';

export function PlansToCoSign({ siteId }: { siteId: string }) {
  const { say, language } = useWords();
  const read = useQuery(useMemo(() => reading(readPlansToCoSign, { query: { siteId } }), [siteId]));
  const shown = read.data;
  if (read.error !== null) return <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />;
  if (shown === undefined || shown.plans.length === 0) return null;
  return (
    <section aria-labelledby="plans-to-co-sign">
      <div className="section"><h2 id="plans-to-co-sign">{say('goals.cosign.title')}</h2></div>
      <Rows>
        {shown.plans.map((one) => (
          <Row key={one.signedPlanId} title={one.displayName} detail={say('goals.cosign.row', { no: one.no, name: signerText(one.author), when: whenText(say, language, shown.timeZone, one.signedAt, shown.asOf) })}
            acts={<Link className="btn small" to="/people/$participantId/plan" params={{ participantId: one.participantId }} aria-label={say('goals.cosign.open', { name: one.displayName })}>{say('goals.cosign.read')}</Link>} />
        ))}
      </Rows>
    </section>
  );
}
