/** What the person wants, in own words, with the steps toward it and when somebody last spoke to each. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readPlan } from '../../boards/people/plan.contract.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import type { Person } from '../people/PersonHead.tsx';
import { reading } from '../queries.ts';
import { weekDay } from './when.ts';
import styles from './record.module.css';

type Plan = ValueOf<typeof readPlan>['plans'][number];
const SHOWN_STEPS = 6;

function Goals({ plan }: { plan: Plan }) {
  const { say, language } = useWords();
  const goals = plan.goals.filter((goal) => !goal.hasEnded);
  const [first, ...others] = goals;
  if (first === undefined) return null;
  const steps = goals.flatMap((goal) => goal.objectives.filter((one) => !one.hasEnded)).slice(0, SHOWN_STEPS);
  return (
    <>
      <blockquote className={`voice ${styles.quote ?? ''}`}>“{first.ownWords}”</blockquote>
      <p className="least dim">{say('wants.words')}{others.length > 0 && <> · {say('wants.more', { goals: others.length })}</>}</p>
      {steps.length === 0 ? <p className="dim">{say('wants.no-steps')}</p> : (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.objectiveId}><span className="dim">{step.number}</span><span>{step.text}</span><span className={`least ${step.lastSpokenOn === null ? 'c-amber' : 'dim'}`}>{step.lastSpokenOn === null ? say('wants.not-spoken') : say('wants.spoken', { day: weekDay(language, step.lastSpokenOn, plan.today) })}</span></li>
          ))}
        </ol>
      )}
    </>
  );
}

export function Wants({ person }: { person: Person }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { participantId } = person;
  const read = useQuery(reading(readPlan, { params: { participantId } }));
  const plan = read.data?.plans.find((one) => one.isOpen) ?? read.data?.plans[0];
  const hasGoals = plan?.goals.some((goal) => !goal.hasEnded) === true;
  const title = say('wants.title', { name: person.chosenName ?? person.legalGivenName });
  return (
    <section aria-labelledby="wants">
      <div className={styles.head}>
        <h2 id="wants">{title}</h2><span className="grow" />
        {hasGoals && plan?.dueOn != null && <span className={`sm ${plan.dueOn < plan.today ? 'c-amber' : 'dim'}`}>{say(plan.dueOn < plan.today ? 'wants.review.late' : 'wants.review', { day: weekDay(language, plan.dueOn, plan.today) })}</span>}
        {hasGoals && <Link className="lk sm" to="/people/$participantId/plan" params={{ participantId }} search={{}}>{say('record.tab.plan')}</Link>}
      </div>
      <div className={`card ${styles.wants ?? ''}`}>
        {read.data === undefined && (read.error === null ? <p aria-busy="true"><Blank width="80%" height={24} /></p>
          : <RefusalNotice answer={read.error.refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void read.refetch(); }}>{say('again')}</button></RefusalNotice>)}
        {read.data !== undefined && !hasGoals && (
          <p className="dim">{say('wants.empty')} {may('plan.change') && plan?.isOpen === true && <Link className="lk" to="/people/$participantId/plan" params={{ participantId }} search={{}}>{say('wants.add')}</Link>}</p>
        )}
        {plan !== undefined && hasGoals && <Goals plan={plan} />}
      </div>
    </section>
  );
}
