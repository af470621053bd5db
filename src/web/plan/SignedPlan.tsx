/** A plan as it was signed: its content whole, the panel in which it opens, and the list of what was signed before. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readSignedPlan } from '../../boards/people/plan.contract.ts';
import { coSignPlan } from '../../modules/plans/contract.ts';
import type { PlanContent } from '../../modules/plans/words.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';
import { reading } from '../queries.ts';
import { PLAN_STALE } from './PlanForms.tsx';
import { CoSigned, SignedLine } from './PlanState.tsx';
import { signerText } from './plan-words.ts';
import type { Signed } from './plan-words.ts';
import styles from './plan.module.css';

/** Days stand as they were said: what was overdue then is not told by today. `at` is the level of the heading above. */
export function WholeContent({ content, today, at = 2 }: { content: PlanContent; today: string; at?: 1 | 2 }) {
  const { say, language } = useWords();
  const [OfGoal, OfPart] = at === 1 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  return (
    <div className={styles.whole}>
      {content.goals.map((goal) => (
        <div key={goal.number}>
          <OfGoal className={styles.kind}>{say('goals.goal', { number: goal.number })}</OfGoal>
          <p className={`voice ${styles.quote ?? ''}`}>“{goal.ownWords}”</p>
          <p className="sm dim">{say('goals.problem.said', { problem: goal.problem })}</p>
          {goal.objectives.length > 0 && (
            <>
              <OfPart className={styles.kind}>{say('goals.objectives')}</OfPart>
              <ol className={styles.parts}>
                {goal.objectives.map((one) => (
                  <li key={one.number}><span className={styles.no}>{one.number}</span><div className={styles.what}>{one.text}{one.targetOn !== null && <p className="sm dim">{say('goals.by', { day: dayText(language, one.targetOn, today) })}</p>}</div></li>
                ))}
              </ol>
            </>
          )}
          {goal.interventions.length > 0 && (
            <>
              <OfPart className={styles.kind}>{say('goals.interventions')}</OfPart>
              <ol className={styles.parts}>
                {goal.interventions.map((one) => (
                  <li key={one.number}><span className={styles.no}>{one.number}</span><div className={styles.what}>{one.text}<p className="sm dim">{[one.frequency, one.staffName ?? say('goals.team')].filter((part) => part !== '').join(' · ')}</p></div></li>
                ))}
              </ol>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

export function SignedPlanPanel({ signed, close }: { signed: Signed; close: () => void }) {
  const { say, language } = useWords();
  const read = useQuery(useMemo(() => reading(readSignedPlan, { params: { signedPlanId: signed.signedPlanId } }), [signed.signedPlanId]));
  const act = useAct(coSignPlan, PLAN_STALE);
  const shown = read.data;
  const coSign = async (): Promise<void> => {
    if (await act.carryOut({ params: { signedPlanId: signed.signedPlanId } }) !== null) close();
  };
  return (
    <SidePanel title={say('goals.earlier.panel', { no: signed.no })} close={close}>
      {shown === undefined && (read.error === null ? <Waiting said={say('waiting')}><p><Blank width="100%" height={120} /></p></Waiting> : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />)}
      {shown !== undefined && (
        <>
          <div className={styles.state}>
            <SignedLine signed={shown.signed} today={shown.today} />
            <CoSigned signed={shown.signed} today={shown.today} />
            <p>{say('goals.next', { day: dayText(language, shown.signed.nextReviewOn, shown.today) })}</p>
          </div>
          <WholeContent content={shown.content} today={shown.today} />
          {act.answer !== null && <RefusalNotice answer={act.answer} />}
          <p className={styles.acts}><Link className="btn quiet" to="/people/$participantId/plan/paper" params={{ participantId: shown.participantId }} search={{ signed: signed.signedPlanId }} preload={false} aria-label={say('goals.earlier.print', { no: signed.no })}>{say('goals.print')}</Link></p>
          {shown.signed.isMine && <p className={styles.acts}><button type="button" className="btn go" aria-disabled={act.busy} onClick={() => { if (!act.busy) void coSign(); }}>{act.busy ? say('saving') : say('goals.co-sign')}</button></p>}
        </>
      )}
    </SidePanel>
  );
}

/** Every signature of a placement, the newest first; each opens whole. */
export function SignedBefore({ signed, today, open }: { signed: readonly Signed[]; today: string; open: (one: Signed) => void }) {
  const { say, language } = useWords();
  if (signed.length === 0) return null;
  return (
    <section className={styles.earlier} aria-labelledby={`signed-${signed[0]?.signedPlanId ?? ''}`}>
      <h3 id={`signed-${signed[0]?.signedPlanId ?? ''}`}>{say('goals.earlier')}</h3>
      <Rows>
        {signed.map((one) => (
          <Row key={one.signedPlanId} title={say('goals.earlier.title', { no: one.no, day: dayText(language, one.signedOn, today) })} detail={`${signerText(one.author)} · ${say(`goals.agreement.${one.agreement}`)}`}
            acts={<button type="button" className="btn small" aria-label={say('goals.earlier.open', { no: one.no })} onClick={() => open(one)}>{say('open')}</button>} />
        ))}
      </Rows>
    </section>
  );
}
