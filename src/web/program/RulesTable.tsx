/** Rules as a ruled table: what, who says so, from when, the source and whether it was compared, on or off. */
import { useId } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { figuresSaid } from './rule-words.ts';
import type { RuleRow } from './rule-words.ts';
import styles from './rules.module.css';

export type RuleActs = { turn: (rule: RuleRow) => void; follow: (rule: RuleRow) => void; end: (rule: RuleRow) => void };

function When({ rule }: { rule: RuleRow }) {
  const { say, language } = useWords();
  const date = (day: string): string => `${dateText(language, day, 'month-day')}, ${day.slice(0, 4)}`;
  return <>{say('rule.since', { date: date(rule.validFrom) })}{rule.validTo !== null && <><br />{say('rule.until', { date: date(rule.validTo) })}</>}{rule.standing === 'coming' && <span className={styles.coming}>{say('rule.coming')}</span>}</>;
}

function Line({ rule, acts }: { rule: RuleRow; acts: RuleActs | null }) {
  const { say } = useWords();
  return (
    <tr className={rule.isOn ? '' : styles.off}>
      <th scope="row">
        <b>{rule.name}</b>
        <span className={styles.figures}>{figuresSaid(say, rule)}</span>
        <span className="sm dim">{say(`care.${rule.level}`)}, {say(`rule.population.${rule.population}`)}. {say(`rule.basis.${rule.basis}`)}</span>
      </th>
      <td><span className={styles.label}>{say('rules.who')}</span>{rule.saidBy === '' ? say('rules.who.level') : rule.saidBy}</td>
      <td className={styles.when}><span className={styles.label}>{say('rules.when')}</span><When rule={rule} /></td>
      <td className={styles.source}>
        <span className="sm">{rule.source}</span>
        <span className={rule.isVerified ? styles.verified : styles.unverified}><Icon name={rule.isVerified ? 'check' : 'warn'} /> {say(rule.isVerified ? 'rules.verified' : 'rules.not-verified')}</span>
      </td>
      <td className={styles.acts}>
        {acts === null ? <b>{say(rule.isOn ? 'rules.on' : 'rules.off')}</b> : (
          <>
            <button type="button" role="switch" aria-checked={rule.isOn} aria-label={say('rules.switch', { name: rule.name })} className={styles.switch} onClick={() => acts.turn(rule)}><i />{say(rule.isOn ? 'rules.on' : 'rules.off')}</button>
            <button type="button" className="btn quiet small" onClick={() => acts.follow(rule)}>{say('rules.follow')}<span className="vh"> {rule.name}</span></button>
            <button type="button" className="btn quiet small" onClick={() => acts.end(rule)}>{say('rules.end')}<span className="vh"> {rule.name}</span></button>
          </>
        )}
      </td>
    </tr>
  );
}

export function RulesTable({ title, detail, rules, acts }: { title: string; detail: string; rules: readonly RuleRow[]; acts: RuleActs | null }) {
  const { say } = useWords();
  const id = useId();
  return (
    <section className={styles.rules} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="sm dim">{detail}</p>
      {rules.length === 0 ? <p className={styles.none}>{say('rules.none')}</p> : (
        <table>
          <caption className="vh">{title}</caption>
          <thead><tr><th scope="col">{say('rules.what')}</th><th scope="col">{say('rules.who')}</th><th scope="col">{say('rules.when')}</th><th scope="col">{say('rules.source')}</th><th scope="col">{say('rules.applied')}</th></tr></thead>
          <tbody>{rules.map((rule) => <Line key={rule.id} rule={rule} acts={acts} />)}</tbody>
        </table>
      )}
    </section>
  );
}
