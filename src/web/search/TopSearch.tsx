/** One field for people, groups and pages, on every page; what is typed stays out of addresses and is gone when something was opened. */
import { Suspense, lazy, useEffect, useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useKeys } from '../kit/KeyLayer.tsx';
import { useWords } from '../kit/words.tsx';
import { optionAfter } from './options.ts';
import type { Option } from './options.ts';
import styles from './search.module.css';

/* Who never searches never loads what searching needs. */
const loadList = () => import('./SearchList.tsx');
const SearchList = lazy(async () => ({ default: (await loadList()).SearchList }));
const LENGTH_MAX = 120;

function Glass() {
  return <svg className={styles.glass} viewBox="0 0 24 24" aria-hidden="true"><path d="M10.800 4.500a6.300 6.300 0 1 1 0 12.600 6.300 6.300 0 0 1 0-12.600M15.500 15.500 20 20" /></svg>;
}

export function TopSearch() {
  const { say } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const glass = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [at, setAt] = useState(0);

  const open = (): void => setOpen(true);
  const close = (): void => { setOpen(false); setTyped(''); setAt(0); };
  /* On a phone the field shows only while it is open, so the focus waits for it. */
  useEffect(() => { if (isOpen) field.current?.focus(); }, [isOpen]);
  useKeys([
    { key: '/', word: 'key.find', act: open },
    { key: 'Control+k', word: 'key.find', shown: 'Ctrl K', silent: true, act: open },
  ]);

  const leave = (): void => {
    close();
    /* Only on a phone is there a button to go back to; elsewhere the field keeps the focus. */
    if (glass.current?.checkVisibility() === true) glass.current.focus();
  };
  const choose = (option: Option): void => {
    close();
    field.current?.blur();
    option.open();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(optionAfter(at, event.key, options.length));
    else if (event.key === 'Enter') {
      const option = options[at];
      if (option !== undefined) choose(option);
    } else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent): void => { if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false); };
  const shown = isOpen && typed.trim() !== '';
  const current = shown ? options[at] : undefined;
  return (
    <search className={styles.search} onBlur={onBlur} data-open={isOpen || undefined}>
      <button ref={glass} type="button" className={styles.open} aria-label={say('find.open')} aria-expanded={isOpen} onClick={open}><Glass /></button>
      <div className={styles.box}>
        <Glass />
        <input ref={field} className={styles.field} type="text" role="combobox" aria-label={say('find.label')} placeholder={say('find.label')} autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="go"
          maxLength={LENGTH_MAX} value={typed} aria-expanded={shown} aria-controls={shown ? `${id}-list` : undefined} aria-autocomplete="list" aria-activedescendant={current?.id}
          onFocus={() => { void loadList(); open(); }} onClick={open} onKeyDown={onKey} onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); setOpen(true); }} />
        <kbd className={styles.key} aria-hidden="true">/</kbd>
        <button type="button" className={styles.close} onClick={leave}>{say('close')}</button>
        {isOpen && (
          <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
            {typed.trim() === '' ? <p className={styles.hint}>{say('find.hint')}</p> : <Suspense fallback={<p className={styles.hint}>{say('find.looking')}</p>}><SearchList id={`${id}-list`} typed={typed.trim()} at={at} setOptions={setOptions} choose={choose} /></Suspense>}
          </div>
        )}
      </div>
    </search>
  );
}
