/** Modules in order: a title each, whether somebody new may begin there, and buttons that move it; all by keyboard, focus stays with the module. */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { CheckField } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useWords } from '../kit/words.tsx';
import { changed, moved, withNew, without } from './curriculum-draft.ts';
import type { Draft, DraftModule } from './curriculum-draft.ts';
import styles from './ground.module.css';
import panel from '../kit/panel.module.css';

/** Which control of which module takes the focus once the list is drawn anew. */
type Wanted = { key: number | null; control: 'title' | 'up' | 'down' | 'add' };
type Acts = { change: (to: Partial<Pick<DraftModule, 'title' | 'isEntryPoint'>>) => void; move: (by: 1 | -1) => void; remove: () => void; below: () => void };

function ModuleFields({ module, number, last, acts }: { module: DraftModule; number: number; last: number; acts: Acts }) {
  const { say } = useWords();
  const id = useId();
  const of = say('curriculum.of', { number });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    acts.below();
  };
  const button = (control: 'up' | 'down', end: number, by: 1 | -1) => (
    <button type="button" className="btn quiet small" data-of={`${module.key} ${control}`} aria-disabled={number === end} onClick={() => acts.move(by)}>{say(`curriculum.${control}`)}<span className="vh"> {of}</span></button>
  );
  return (
    <li>
      <label className="label" htmlFor={id}>{say('curriculum.title', { number })}</label>
      <input id={id} className="field" data-of={`${module.key} title`} value={module.title} maxLength={200} autoComplete="off" onKeyDown={onKey} onChange={(event) => acts.change({ title: event.currentTarget.value })} />
      <div className={styles.moves}>
        <CheckField label={say('curriculum.entry')} value={module.isEntryPoint} set={(isEntryPoint) => acts.change({ isEntryPoint })} />
        {button('up', 1, -1)}{button('down', last, 1)}
        <button type="button" className="btn quiet small" onClick={acts.remove}>{say('curriculum.remove')}<span className="vh"> {of}</span></button>
      </div>
    </li>
  );
}

export function ModulesEditor({ draft, set }: { draft: Draft; set: (draft: Draft) => void }) {
  const { say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [told, setTold] = useState('');
  /* Moving a row takes it out of the page for a moment, and the focus with it. */
  useEffect(() => {
    if (wanted !== null) list.current?.querySelector<HTMLElement>(wanted.key === null ? '[data-of="add"]' : `[data-of="${wanted.key} ${wanted.control}"]`)?.focus();
  }, [wanted]);
  const below = (key: number | null): void => { set(withNew(draft, key)); setWanted({ key: draft.nextKey, control: 'title' }); };
  const actsOn = (module: DraftModule, index: number): Acts => ({
    change: (to) => set(changed(draft, module.key, to)),
    move: (by) => {
      const after = moved(draft, module.key, by);
      if (after === draft) return;
      set(after);
      setWanted({ key: module.key, control: by === 1 ? 'down' : 'up' });
      setTold(say('curriculum.moved', { title: module.title, number: index + 1 + by }));
    },
    remove: () => {
      const next = draft.modules[index + 1] ?? draft.modules[index - 1];
      set(without(draft, module.key));
      setWanted({ key: next?.key ?? null, control: next === undefined ? 'add' : 'title' });
    },
    below: () => below(module.key),
  });
  return (
    <div ref={list} role="group" aria-labelledby="modules">
      <h3 id="modules">{say('curriculum.modules')}</h3>
      <p className={`${panel.hint} ${styles.note}`}>{say('curriculum.modules.hint')}</p>
      <ol className={styles.editor}>
        {draft.modules.map((module, index) => <ModuleFields key={module.key} module={module} number={index + 1} last={draft.modules.length} acts={actsOn(module, index)} />)}
      </ol>
      <p className={styles.add}><button type="button" className="btn small" data-of="add" onClick={() => below(null)}>{say('curriculum.module.add')}</button></p>
      {draft.modules.length > 0 && !draft.modules.some((one) => one.isEntryPoint) && <Notice tone="amber" sentence={say('curriculum.no-entry')} />}
      <p className="vh" role="status">{told}</p>
    </div>
  );
}
