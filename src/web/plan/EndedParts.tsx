/** What has ended in a plan stays readable under its number, folded, and can be brought back. */
import { Icon } from '../kit/Icon.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import type { Acts } from './GoalBlock.tsx';
import type { Shown } from './plan-words.ts';
import styles from './plan.module.css';

export function EndedParts({ plan, acts }: { plan: Shown; acts: Acts | null }) {
  const { say } = useWords();
  const goals = plan.goals.filter((goal) => goal.hasEnded);
  const held = plan.goals.filter((goal) => !goal.hasEnded);
  const objectives = held.flatMap((goal) => goal.objectives).filter((one) => one.hasEnded);
  const interventions = held.flatMap((goal) => goal.interventions).filter((one) => one.hasEnded);
  if (goals.length + objectives.length + interventions.length === 0) return null;
  const back = (number: string, act: () => void) => (acts === null ? undefined : <button type="button" className="btn small quiet" aria-label={say('goals.bring-back.of', { number })} onClick={act}>{say('goals.bring-back')}</button>);
  return (
    <details className={styles.before}>
      <summary>{say('goals.ended')}<Icon name="down" /></summary>
      <Rows>
        {goals.map((goal) => <Row key={goal.goalId} ended title={`${goal.number} “${goal.ownWords}”`} detail={goal.objectives.map((one) => `${one.number} ${one.text}`).join('. ')} acts={back(goal.number, () => acts?.endGoal(goal, false))} />)}
        {objectives.map((one) => <Row key={one.objectiveId} ended title={`${one.number} ${one.text}`} acts={back(one.number, () => acts?.endObjective(one, false))} />)}
        {interventions.map((one) => <Row key={one.interventionId} ended title={`${one.number} ${one.text}`} acts={back(one.number, () => acts?.endIntervention(one, false))} />)}
      </Rows>
    </details>
  );
}
