/** What was changed about a session: by whom, when and why, the last first. */
import { dateIn } from '../../values/civil-date.ts';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import { momentText } from './days.ts';
import type { SessionPlan } from './plan-said.ts';
import styles from './plan.module.css';

export function History({ plan }: { plan: SessionPlan }) {
  const { say, language } = useWords();
  const today = dateIn(plan.site.timeZone, new Date(plan.asOf));
  const at = (instant: string): string => momentText(language, plan.site.timeZone, instant, today);
  return (
    <section className={`no-print ${styles.history}`} aria-labelledby="history-title">
      <div className="section"><h2 id="history-title">{say('plan.history')}</h2></div>
      {plan.changes.length === 0 && <p className="dim">{say('plan.history.none')}</p>}
      {plan.changes.length > 0 && (
        <Rows>
          {plan.changes.map((change) => {
            const detail = [change.wasStart === change.becameStart ? '' : say('plan.history.from-to', { was: at(change.wasStart), became: at(change.becameStart) }), change.reason].filter((part) => part !== '').join(' · ');
            return <Row key={`${change.at} ${change.kind}`} title={say(`plan.history.${change.kind}`, { name: change.byName, when: at(change.at) })} detail={detail === '' ? undefined : detail} />;
          })}
        </Rows>
      )}
    </section>
  );
}
