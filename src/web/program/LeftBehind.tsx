/** Which groups, or which days on call, stand in the way of somebody's leaving: named, so that they can be handed over. */
import { Link } from '@tanstack/react-router';
import type { Offline, Refused } from '../call.ts';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import styles from './staff.module.css';

/** More than these are counted. */
const NAMED = 8;

export function LeftBehind({ answer }: { answer: Refused | Offline | null }) {
  const { say, language } = useWords();
  if (answer === null || !('refused' in answer)) return null;
  const listed = (name: string): string[] => (Array.isArray(answer.facts?.[name]) ? (answer.facts[name] as unknown[]).map(String) : []);
  const groups = answer.refused === 'still-leads' ? listed('groups') : [];
  const days = answer.refused === 'still-on-call' ? listed('days') : [];
  if (groups.length + days.length === 0) return null;
  const said = groups.length > 0 ? groups : days.map((day) => dateText(language, day));
  return (
    <div className={styles.left}>
      <ul>{said.slice(0, NAMED).map((one) => <li key={one}>{one}</li>)}{said.length > NAMED && <li>{say('staff.more', { count: said.length - NAMED })}</li>}</ul>
      <Link className="btn" to={groups.length > 0 ? '/groups' : '/program/on-call'} search={{}}>{say(groups.length > 0 ? 'staff.to-groups' : 'staff.to-on-call')}</Link>
    </div>
  );
}
