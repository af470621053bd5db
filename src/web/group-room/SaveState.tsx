/** Where the drafts are, in words and to the second: on the server, on the way, or here only. */
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { saveStateOf } from './draft-desk.ts';
import type { Held } from './draft-desk.ts';
import styles from './room.module.css';

type Props = { parts: ReadonlyMap<string, Held<unknown>>; timeZone: string; /** Shown only while something is wrong. */ onlyTrouble?: boolean };

const TROUBLE = new Set(['no-network', 'conflict', 'refused']);

export function SaveState({ parts, timeZone, onlyTrouble = false }: Props) {
  const { say, language } = useWords();
  const state = saveStateOf(parts.values());
  if (onlyTrouble && !TROUBLE.has(state.word)) return null;
  const time = state.savedAt === null ? '' : timeText(language, timeZone, state.savedAt, true);
  return <span className={styles.save} data-state={state.word} {...(onlyTrouble ? {} : { role: 'status' })}><i aria-hidden="true" />{say(`save.${state.word}`, { time })}</span>;
}
