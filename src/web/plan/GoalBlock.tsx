/** One goal: the person's own words, its numbered steps with their days, and what staff do toward it. */
import { useWords } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';
import { targetText } from './plan-words.ts';
import type { Goal, Intervention, Objective } from './plan-words.ts';
import styles from './plan.module.css';

/** What can be done with the parts of a plan; null for those who only read it. */
export type Acts = {
  changeGoal: (goal: Goal) => void; endGoal: (goal: Goal, ends: boolean) => void;
  addObjective: (goal: Goal) => void; changeObjective: (one: Objective) => void; endObjective: (one: Objective, ends: boolean) => void;
  addIntervention: (goal: Goal) => void; changeIntervention: (one: Intervention) => void; endIntervention: (one: Intervention, ends: boolean) => void;
};

/** Two quiet buttons of one part; read out with the number that they are about. */
function PartActs({ change, changeOf, end, endOf }: { change: () => void; changeOf: string; end: () => void; endOf: string }) {
  const { say } = useWords();
  return (
    <div className={styles.partActs}>
      <button type="button" className="btn small quiet" aria-label={changeOf} onClick={change}>{say('goals.change')}</button>
      <button type="button" className="btn small quiet" aria-label={endOf} onClick={end}>{say('goals.end')}</button>
    </div>
  );
}

function Steps({ goal, today, acts }: { goal: Goal; today: string; acts: Acts | null }) {
  const { say, language } = useWords();
  const open = goal.objectives.filter((one) => !one.hasEnded);
  return (
    <div className={styles.column}>
      <div className={styles.top}>
        <h4>{say('goals.objectives')}</h4>
        {acts !== null && <button type="button" className="btn small quiet" aria-label={say('goals.add-objective.of', { number: goal.number })} onClick={() => acts.addObjective(goal)}>{say('goals.add-objective')}</button>}
      </div>
      {open.length === 0 && <p className={styles.empty}>{say('goals.objectives.empty')}</p>}
      {open.length > 0 && (
        <ol className={styles.parts}>
          {open.map((one) => {
            const target = targetText(say, language, one.targetOn, today);
            return (
              <li key={one.objectiveId}>
                <span className={styles.no}>{one.number}</span>
                <div className={styles.what}>
                  {one.text}
                  <p className="sm dim">
                    {target !== null && <><span className={target.isOver ? 'c-amber' : undefined}>{target.text}</span> · </>}
                    {one.lastSpokenOn === null ? say('goals.not-spoken') : say('goals.spoken', { day: dayText(language, one.lastSpokenOn, today) })}
                  </p>
                </div>
                {acts !== null && (
                  <PartActs change={() => acts.changeObjective(one)} changeOf={say('goals.change-objective', { number: one.number })} end={() => acts.endObjective(one, true)} endOf={say('goals.end-objective.of', { number: one.number })} />
                )}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

function Interventions({ goal, acts }: { goal: Goal; acts: Acts | null }) {
  const { say } = useWords();
  const open = goal.interventions.filter((one) => !one.hasEnded);
  if (open.length === 0 && acts === null) return null;
  return (
    <div className={styles.column}>
      <div className={styles.top}>
        <h4>{say('goals.interventions')}</h4>
        {acts !== null && <button type="button" className="btn small quiet" aria-label={say('goals.add-intervention.of', { number: goal.number })} onClick={() => acts.addIntervention(goal)}>{say('goals.add-intervention')}</button>}
      </div>
      {open.length === 0 && <p className={styles.empty}>{say('goals.interventions.empty')}</p>}
      {open.length > 0 && (
        <ol className={styles.parts}>
          {open.map((one) => (
            <li key={one.interventionId}>
              <span className={styles.no}>{one.number}</span>
              <div className={styles.what}>{one.text}<p className="sm dim">{[one.frequency, one.staffName ?? say('goals.team')].filter((part) => part !== '').join(' · ')}</p></div>
              {acts !== null && (
                <PartActs change={() => acts.changeIntervention(one)} changeOf={say('goals.change-intervention', { number: one.number })} end={() => acts.endIntervention(one, true)} endOf={say('goals.end-intervention.of', { number: one.number })} />
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

export function GoalBlock({ goal, today, acts }: { goal: Goal; today: string; acts: Acts | null }) {
  const { say } = useWords();
  return (
    <div className={styles.goal}>
      <div className={styles.goalHead}>
        <div className={styles.words}>
          <h3>{say('goals.goal', { number: goal.number })}</h3>
          <p className={`voice ${styles.quote ?? ''}`}>“{goal.ownWords}”</p>
          <p className="sm dim">{say('goals.problem.said', { problem: goal.problem })}</p>
        </div>
        {acts !== null && (
          <div className={styles.goalActs}>
            <button type="button" className="btn small quiet" aria-label={say('goals.change-goal', { number: goal.number })} onClick={() => acts.changeGoal(goal)}>{say('goals.change')}</button>
            <button type="button" className="btn small quiet" aria-label={say('goals.end-goal.of', { number: goal.number })} onClick={() => acts.endGoal(goal, true)}>{say('goals.end')}</button>
          </div>
        )}
      </div>
      <div className={styles.columns}>
        <Steps goal={goal} today={today} acts={acts} />
        <Interventions goal={goal} acts={acts} />
      </div>
    </div>
  );
}
