/** What a person wants and works on: where the plan stands, its goals with steps and interventions, and what was signed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readPlan } from '../../boards/people/plan.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { useLanding } from '../groups/use-landing.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { EndedParts } from './EndedParts.tsx';
import { GoalBlock } from './GoalBlock.tsx';
import type { Acts } from './GoalBlock.tsx';
import { AddIntervention, ChangeIntervention } from './InterventionForms.tsx';
import { AddGoal, AddObjective, ChangeGoal, ChangeObjective, RecordReview } from './PlanForms.tsx';
import { PlanState } from './PlanState.tsx';
import { isToSign } from './plan-words.ts';
import type { Shown } from './plan-words.ts';
import { SignPlan } from './SignPlan.tsx';
import { SignedBefore, SignedPlanPanel } from './SignedPlan.tsx';
import { usePlanEnds } from './use-plan-acts.ts';
import styles from './plan.module.css';

/** By ids: where somebody was faster, the panel goes on with what stands now. */
type Panel = { kind: 'add-goal' | 'review' | 'sign' | 'change-goal' | 'add-objective' | 'change-objective' | 'add-intervention' | 'change-intervention' | 'signed'; episodeId: string; id: string };

function OpenPanel({ panel, plan, close }: { panel: Panel; plan: Shown; close: () => void }) {
  const { id, kind } = panel;
  const { today, answerable } = plan;
  if (kind === 'add-goal') return <AddGoal episodeId={plan.episodeId} close={close} />;
  if (kind === 'review') return <RecordReview plan={plan} close={close} />;
  if (kind === 'sign') return <SignPlan plan={plan} close={close} />;
  if (kind === 'signed') {
    const signed = plan.signed.find((one) => one.signedPlanId === id);
    return signed === undefined ? null : <SignedPlanPanel signed={signed} close={close} />;
  }
  if (kind === 'change-objective') {
    const objective = plan.goals.flatMap((goal) => goal.objectives).find((one) => one.objectiveId === id);
    return objective === undefined ? null : <ChangeObjective objective={objective} today={today} close={close} />;
  }
  if (kind === 'change-intervention') {
    const intervention = plan.goals.flatMap((goal) => goal.interventions).find((one) => one.interventionId === id);
    return intervention === undefined ? null : <ChangeIntervention intervention={intervention} answerable={answerable} close={close} />;
  }
  const goal = plan.goals.find((one) => one.goalId === id);
  if (goal === undefined) return null;
  if (kind === 'change-goal') return <ChangeGoal goal={goal} close={close} />;
  return kind === 'add-objective' ? <AddObjective goal={goal} today={today} close={close} /> : <AddIntervention goal={goal} answerable={answerable} close={close} />;
}

type OneProps = { participantId: ParticipantId; plan: Shown; isOnly: boolean; isFirst: boolean; mayChange: boolean; ends: ReturnType<typeof usePlanEnds>['ends']; open: (panel: Panel) => void };

function OnePlan({ participantId, plan, isOnly, isFirst, mayChange, ends, open }: OneProps) {
  const { say } = useWords();
  const writes = mayChange && plan.isOpen;
  const goals = plan.goals.filter((goal) => !goal.hasEnded);
  const to = (kind: Panel['kind'], id = ''): void => open({ kind, episodeId: plan.episodeId, id });
  const acts: Acts | null = !writes ? null : {
    ...ends, changeGoal: (one) => to('change-goal', one.goalId), addObjective: (one) => to('add-objective', one.goalId), changeObjective: (one) => to('change-objective', one.objectiveId),
    addIntervention: (one) => to('add-intervention', one.goalId), changeIntervention: (one) => to('change-intervention', one.interventionId),
  };
  const mine = plan.signed.find((one) => one.isMine);
  const signs = writes && isToSign(plan);
  /* Nothing changed, but the person was not asked or did not agree as a whole: what they say now is signed with it. */
  const asksAgain = writes && !signs && plan.changes.length === 0 && goals.length > 0 && plan.signed[0] !== undefined && plan.signed[0].agreement !== 'agrees';
  return (
    <div>
      {!isOnly && <h3 className={styles.kind}>{say('goals.of', { program: plan.programName, site: plan.siteName })}</h3>}
      <PlanState plan={plan} mayChange={writes} />
      {goals.length === 0 && <p className={styles.empty}>{say(plan.isOpen ? 'goals.empty' : 'goals.empty.ended')}</p>}
      <p className={styles.acts}>
        {signs && <button type="button" className="btn go" onClick={() => to('sign')}>{say('goals.sign')}</button>}
        {asksAgain && <button type="button" className="btn" onClick={() => to('sign')}>{say('goals.sign.answer')}</button>}
        {mine !== undefined && <button type="button" className={signs ? 'btn' : 'btn go'} onClick={() => to('signed', mine.signedPlanId)}>{say('goals.cosign.read')}</button>}
        {writes && <button type="button" className={goals.length === 0 && isFirst ? 'btn go' : 'btn'} onClick={() => to('add-goal')}>{say('goals.add-goal')}</button>}
        {writes && goals.length > 0 && <button type="button" className="btn" onClick={() => to('review')}>{say('goals.review')}</button>}
        {isFirst && goals.length + plan.signed.length > 0 && <Link className="btn quiet" to="/people/$participantId/plan/paper" params={{ participantId }} search={{}} aria-label={say('goals.print.of')}>{say('goals.print')}</Link>}
      </p>
      {goals.map((goal) => <GoalBlock key={goal.goalId} goal={goal} today={plan.today} acts={acts} />)}
      <EndedParts plan={plan} acts={acts} />
      <SignedBefore signed={plan.signed} today={plan.today} open={(one) => to('signed', one.signedPlanId)} />
    </div>
  );
}

type Props = { participantId: ParticipantId; displayName: string; done: (text: string, undo: () => void) => void };

export function Plan({ participantId, displayName, done }: Props) {
  const { say } = useWords();
  const mayChange = useMe().may('plan.change');
  const [panel, setPanel] = useState<Panel | null>(null);
  const { heading, land } = useLanding();
  const read = useQuery(useMemo(() => reading(readPlan, { params: { participantId } }), [participantId]));
  const { ends, refused } = usePlanEnds(done, land);
  const plans = read.data?.plans ?? [];
  const opened = panel === null ? undefined : plans.find((plan) => plan.episodeId === panel.episodeId);
  return (
    <section aria-labelledby="plan">
      <div className={styles.head}><h2 id="plan" ref={heading} tabIndex={-1}>{say('goals.wants', { name: displayName })}</h2></div>
      {refused !== null && <RefusalNotice answer={refused} />}
      {read.data === undefined && (read.error === null
        ? <Waiting said={say('waiting')}><p><Blank width={420} height={20} /></p><p><Blank width="100%" height={160} /></p></Waiting>
        : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />)}
      {plans.map((plan, index) => <OnePlan key={plan.episodeId} participantId={participantId} plan={plan} isOnly={plans.length === 1} isFirst={index === 0} mayChange={mayChange} ends={ends} open={setPanel} />)}
      {panel !== null && opened !== undefined && <OpenPanel panel={panel} plan={opened} close={() => { land(); setPanel(null); }} />}
    </section>
  );
}
