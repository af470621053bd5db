/** Where a plan stands, in sentences: who signed it, what the person said, what changed since, and when it is looked at. */
import { Rich, useWords } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';
import { changesText, countsOf, signerText } from './plan-words.ts';
import type { Shown, Signed } from './plan-words.ts';
import styles from './plan.module.css';

/** When the plan was looked at and by when it is looked at next; a day that is over is said as one. */
function Reviewed({ plan }: { plan: Shown }) {
  const { say, language } = useWords();
  const day = (date: string): string => dayText(language, date, plan.today);
  if (plan.dueOn === null) return plan.reviewedOn === null ? null : <p>{say('goals.reviewed.ended', { day: day(plan.reviewedOn) })}</p>;
  const isOver = plan.dueOn < plan.today;
  const next = day(plan.dueOn);
  return (
    <p className={isOver ? 'c-amber' : undefined}>
      <Rich text={plan.reviewedOn === null ? say(isOver ? 'goals.first-overdue' : 'goals.first-due', { next }) : say(isOver ? 'goals.overdue' : 'goals.reviewed', { day: day(plan.reviewedOn), next })} />
    </p>
  );
}

/** What became of the second signature. */
export function CoSigned({ signed, today }: { signed: Signed; today: string }) {
  const { say, language } = useWords();
  const name = signed.coSigner?.name ?? '';
  switch (signed.state) {
    case 'final': return null;
    case 'replaced': return <p>{say('goals.state.replaced')}</p>;
    case 'co-signed': return <p>{say('goals.state.co-signed', { name: signed.coSigned === null ? name : signerText(signed.coSigned), day: dayText(language, signed.coSigned?.on ?? signed.signedOn, today) })}</p>;
    case 'awaiting': return <p className="c-amber">{signed.isMine ? say('goals.co-sign.waits') : say(signed.coSigner?.can === false ? 'goals.state.anybody' : 'goals.state.awaiting', { name })}</p>;
  }
}

export function SignedLine({ signed, today }: { signed: Signed; today: string }) {
  const { say, language } = useWords();
  return (
    <>
      <p><Rich text={say('goals.signed', { name: signerText(signed.author), day: dayText(language, signed.signedOn, today), agreement: say(`goals.agreement.${signed.agreement}`) })} /></p>
      {signed.agreementWords !== '' && <blockquote className="voice">“{signed.agreementWords}”</blockquote>}
    </>
  );
}

export function PlanState({ plan, mayChange }: { plan: Shown; mayChange: boolean }) {
  const { say } = useWords();
  const [newest] = plan.signed;
  const { goals, bare } = countsOf(plan);
  return (
    <div className={styles.state} role="status">
      {newest === undefined ? goals > 0 && <p><Rich text={say('goals.unsigned')} /></p> : <SignedLine signed={newest} today={plan.today} />}
      {newest !== undefined && <CoSigned signed={newest} today={plan.today} />}
      {plan.changes.length > 0 && (
        <p><Rich text={say('goals.since', { count: plan.changes.length, changes: changesText(say, plan.changes) })} />{mayChange && bare.length === 0 && goals > 0 && <> {say('goals.since.again')}</>}</p>
      )}
      {mayChange && bare.length > 0 && <p>{say('goals.bare', { count: bare.length, goals: bare.join(', ') })}</p>}
      <Reviewed plan={plan} />
    </div>
  );
}
