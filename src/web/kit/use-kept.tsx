/** Fields of a form whose words outlive it: Escape, another page or a reload loses nothing that was typed. */
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { keptKey, readTyped, writeTyped } from './kept.ts';
import { useWords } from './words.tsx';

export type Kept<Values extends object> = {
  values: Values; set: <Key extends keyof Values>(key: Key) => (value: Values[Key]) => void;
  /** The form opened with words from before. */ wasKept: boolean;
  /** The form as it begins, and nothing kept. */ startAfresh: () => void;
  /** The server has it: nothing is kept any more. */ forget: () => void;
};

/** `form` names the form and whom or what it is about; what it says at first counts for as long as the form stands. */
export function useKept<Values extends object>(form: string, initial: Values): Kept<Values> {
  const { staffId } = useMe();
  const [key] = useState(() => keptKey(staffId, form));
  const [start] = useState(initial);
  const [found] = useState(() => readTyped(sessionStorage, key, initial));
  const [values, setValues] = useState(found ?? start);
  const [wasKept, setWasKept] = useState(found !== null);
  const set = <Key extends keyof Values>(name: Key) => (value: Values[Key]): void => setValues((now) => {
    const next = { ...now, [name]: value };
    // Written here and not after the paint: a page that is closed in between loses no letter. Writing twice says the same.
    writeTyped(sessionStorage, key, next, start);
    return next;
  });
  const forget = (): void => writeTyped(sessionStorage, key, start, start);
  const startAfresh = (): void => {
    forget();
    setValues(start);
    setWasKept(false);
  };
  return { values, set, wasKept, startAfresh, forget };
}

/** Says whose words these are, so that nobody takes them for what is saved. */
export function KeptNote({ kept }: { kept: Pick<Kept<object>, 'wasKept' | 'startAfresh'> }) {
  const { say } = useWords();
  if (!kept.wasKept) return null;
  return <p className="sm dim" role="status">{say('kept.say')} <button type="button" className="btn small quiet" onClick={kept.startAfresh}>{say('kept.afresh')}</button></p>;
}
