/** What a person works on: goals in the person's own words, objectives, and when the plan was looked at. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { readPlan } from '../../boards/people/plan.contract.ts';
import type { shownGoal, shownObjective, shownPlan } from '../../boards/people/plan.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { endGoal, endObjective } from '../../modules/plans/contract.ts';
import { useMe } from '../app/me.ts';
import { Blank } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useAct } from '../kit/use-act.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import styles from '../people/people.module.css';
import { AddGoal, AddObjective, PLAN_STALE, RecordReview } from './PlanForms.tsx';
import { dayText } from '../people/texts.ts';

type Shown = z.output<typeof shownPlan>;
type Goal = z.output<typeof shownGoal>;
type Objective = z.output<typeof shownObjective>;
type Ends = { goal: (goal: Goal, ends: boolean) => void; objective: (objective: Objective, ends: boolean) => void };
type Open = { kind: 'goal' | 'review'; plan: Shown } | { kind: 'objective'; goal: Goal };

/** When the plan was looked at and by when it is looked at next; a day that is over is said as one. */
function Reviewed({ plan }: { plan: Shown }) {
  const { say, language } = useWords();
  const day = (date: string): string => dayText(language, date, plan.today);
  if (plan.dueOn === null) return plan.reviewedOn === null ? null : <p className="dim">{say('goals.reviewed.ended', { day: day(plan.reviewedOn) })}</p>;
  const isOver = plan.dueOn < plan.today;
  const next = day(plan.dueOn);
  return (
    <p className={isOver ? 'c-amber' : 'dim'}>
      <Rich text={plan.reviewedOn === null ? say(isOver ? 'goals.first-overdue' : 'goals.first-due', { next }) : say(isOver ? 'goals.overdue' : 'goals.reviewed', { day: day(plan.reviewedOn), next })} />
    </p>
  );
}

function Steps({ goal, today, ends }: { goal: Goal; today: string; ends: Ends | null }) {
  const { say, language } = useWords();
  const open = goal.objectives.filter((one) => !one.hasEnded);
  if (open.length === 0) return null;
  return (
    <ol className={styles.steps}>
      {open.map((one) => (
        <li key={one.objectiveId}>
          <span className={styles.no}>{one.number}</span>
          <div className={styles.what}>{one.text}<div className="sm dim">{one.lastSpokenOn === null ? say('goals.not-spoken') : say('goals.spoken', { day: dayText(language, one.lastSpokenOn, today) })}</div></div>
          {ends !== null && <button type="button" className="btn small quiet" aria-label={say('goals.end-objective.of', { number: one.number })} onClick={() => ends.objective(one, true)}>{say('goals.end')}</button>}
        </li>
      ))}
    </ol>
  );
}

function GoalBlock({ goal, today, ends, addStep }: { goal: Goal; today: string; ends: Ends | null; addStep: () => void }) {
  const { say } = useWords();
  return (
    <div className={styles.goal}>
      <div className={styles.goalHead}>
        <div>
          <h3 className={styles.kind}>{say('goals.goal', { number: goal.number })}</h3>
          <p className={`voice ${styles.quote ?? ''}`}>“{goal.ownWords}”</p>
          <p className="sm dim">{say('goals.problem.said', { problem: goal.problem })}</p>
        </div>
        {ends !== null && (
          <>
            <button type="button" className="btn small" aria-label={say('goals.add-objective.of', { number: goal.number })} onClick={addStep}>{say('goals.add-objective')}</button>
            <button type="button" className="btn small quiet" aria-label={say('goals.end-goal.of', { number: goal.number })} onClick={() => ends.goal(goal, true)}>{say('goals.end')}</button>
          </>
        )}
      </div>
      <Steps goal={goal} today={today} ends={ends} />
    </div>
  );
}

/** What has ended stays readable, under its number. */
function EndedGoals({ plan, ends }: { plan: Shown; ends: Ends | null }) {
  const { say } = useWords();
  const goals = plan.goals.filter((goal) => goal.hasEnded);
  const objectives = plan.goals.filter((goal) => !goal.hasEnded).flatMap((goal) => goal.objectives).filter((one) => one.hasEnded);
  if (goals.length + objectives.length === 0) return null;
  const back = (number: string, act: () => void) => (ends === null ? undefined : <button type="button" className="btn small quiet" aria-label={say('goals.bring-back.of', { number })} onClick={act}>{say('goals.bring-back')}</button>);
  return (
    <details className={styles.before}>
      <summary>{say('goals.ended')}<Icon name="down" /></summary>
      <Rows>
        {goals.map((goal) => <Row key={goal.goalId} ended title={`${goal.number} “${goal.ownWords}”`} detail={goal.objectives.map((one) => `${one.number} ${one.text}`).join('. ')} acts={back(goal.number, () => ends?.goal(goal, false))} />)}
        {objectives.map((one) => <Row key={one.objectiveId} ended title={`${one.number} ${one.text}`} acts={back(one.number, () => ends?.objective(one, false))} />)}
      </Rows>
    </details>
  );
}

function OnePlan({ plan, isOnly, mayChange, ends, open }: { plan: Shown; isOnly: boolean; mayChange: boolean; ends: Ends; open: (panel: Open) => void }) {
  const { say } = useWords();
  const writes = mayChange && plan.isOpen;
  const goals = plan.goals.filter((goal) => !goal.hasEnded);
  return (
    <div>
      {!isOnly && <h3 className={styles.kind}>{say('goals.of', { program: plan.programName, site: plan.siteName })}</h3>}
      <Reviewed plan={plan} />
      {writes && (
        <p className={styles.below}>
          <button type="button" className="btn small" onClick={() => open({ kind: 'goal', plan })}>{say('goals.add-goal')}</button>
          <button type="button" className="btn small quiet" onClick={() => open({ kind: 'review', plan })}>{say('goals.review')}</button>
        </p>
      )}
      {goals.length === 0 && <p className={styles.empty}>{say(plan.isOpen ? 'goals.empty' : 'goals.empty.ended')}</p>}
      {goals.map((goal) => <GoalBlock key={goal.goalId} goal={goal} today={plan.today} ends={writes ? ends : null} addStep={() => open({ kind: 'objective', goal })} />)}
      <EndedGoals plan={plan} ends={writes ? ends : null} />
    </div>
  );
}

type Props = { participantId: ParticipantId; displayName: string; done: (text: string, undo: () => void) => void };

export function Plan({ participantId, done }: Props) {
  const { say } = useWords();
  const mayChange = useMe().may('plan.change');
  const [panel, setPanel] = useState<Open | null>(null);
  const read = useQuery(reading(readPlan, { params: { participantId } }));
  const endingGoal = useAct(endGoal, PLAN_STALE);
  const endingObjective = useAct(endObjective, PLAN_STALE);
  const plans = read.data?.plans ?? [];
  const refused = endingGoal.answer ?? endingObjective.answer;
  const ends: Ends = {
    goal: ({ goalId, number }, on) => {
      const carry = (to: boolean) => endingGoal.carryOut({ params: { goalId }, body: { ends: to } });
      void carry(on).then((ended) => { if (ended !== null && on) done(say('goals.goal-ended', { number }), () => { void carry(false); }); });
    },
    objective: ({ objectiveId, number }, on) => {
      const carry = (to: boolean) => endingObjective.carryOut({ params: { objectiveId }, body: { ends: to } });
      void carry(on).then((ended) => { if (ended !== null && on) done(say('goals.objective-ended', { number }), () => { void carry(false); }); });
    },
  };
  const close = (): void => setPanel(null);
  return (
    <section aria-labelledby="plan">
      <div className={styles.head}><h2 id="plan">{say('goals.title')}</h2></div>
      {refused !== null && <RefusalNotice answer={refused} />}
      {read.data === undefined && (read.error === null ? <p><Blank width={320} /></p> : <RefusalNotice answer={read.error.refusal ?? { offline: true }} />)}
      {plans.map((plan) => <OnePlan key={plan.episodeId} plan={plan} isOnly={plans.length === 1} mayChange={mayChange} ends={ends} open={setPanel} />)}
      {panel?.kind === 'goal' && <AddGoal episodeId={panel.plan.episodeId} close={close} />}
      {panel?.kind === 'objective' && <AddObjective goalId={panel.goal.goalId} number={panel.goal.number} close={close} />}
      {panel?.kind === 'review' && <RecordReview plan={panel.plan} close={close} />}
    </section>
  );
}
