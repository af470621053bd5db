/** The editor of a path: every change redraws the stair against the floor and says the gap, with the ways to close it at the place. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { MOST_PHASES } from '../../modules/program/words.ts';
import type { ServiceType } from '../../modules/program/words.ts';
import { addPath, savePath } from '../../modules/program/paths.contract.ts';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Rich, Sentences, useWords } from '../kit/words.tsx';
import * as drafts from './path-draft.ts';
import type { Draft, PathRow, Paths, Reading } from './path-draft.ts';
import { missingSaid, partSaid, plainly, readingSaid } from './path-words.ts';
import { PathStair } from './PathStair.tsx';
import { PhaseFields } from './PhaseFields.tsx';
import { TheirVersion } from './TheirVersion.tsx';
import styles from './paths.module.css';

/* Drafts outlive a look at another page: what was typed is still there on coming back. */
const kept = new Map<string, { draft: Draft; version: number }>();

type Props = { data: Paths; /** Null for a new path. */ path: PathRow | null; leave: () => void; saved: (text: string) => void };

/** Tests of payers that are on, where a phase does not meet them: said beside the stair. */
function Tests({ reading }: { reading: Reading }) {
  const { say } = useWords();
  const tests = reading.gaps.filter((gap) => gap.rule.purpose === 'test');
  if (tests.length === 0) return null;
  return (
    <section>
      <h2 className="sm">{say('paths.tests')}</h2>
      <ul className={styles.tests}>
        {tests.map((gap) => {
          const isMet = gap.parts.every((part) => part.isMet);
          return (
            <li key={`${gap.phaseNo} ${gap.rule.id}`} className="sm">
              <span className={isMet ? 'c-moss' : 'c-brick'}><Icon name={isMet ? 'check' : 'warn'} /></span>
              <span>{gap.rule.saidBy}: {gap.rule.name}<span className="dim">, {say('paths.tests.weeks', { span: drafts.spanSaid(gap) })}</span></span>
              <span className={isMet ? 'dim' : 'c-brick'}>{gap.parts.map((part) => partSaid(say, part)).join(', ') || say('paths.tests.none')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useDraft(path: PathRow | null, data: Paths) {
  const { say } = useWords();
  const id = path?.pathId ?? 'new';
  const [state, setState] = useState(() => kept.get(id) ?? {
    version: path?.version ?? 0,
    draft: path !== null ? drafts.draftOf(path) : drafts.newDraft(data.programs[0]?.id ?? '', {
      block: say('paths.new.block'), individual: say('paths.new.individual'), continuing: say('paths.new.continuing'), first: say('paths.new.first'), last: say('paths.new.last'), phase: '',
    }),
  });
  useEffect(() => { kept.set(id, state); }, [id, state]);
  return {
    ...state,
    change: (next: (draft: Draft) => Draft): void => setState((now) => ({ ...now, draft: next(now.draft) })),
    /** What somebody else saved becomes the base: with their plan, or with one's own on top of it. */
    rebase: (theirs: PathRow, takesTheirs: boolean): void => setState((now) => ({ version: theirs.version, draft: takesTheirs ? drafts.draftOf(theirs) : now.draft })),
    forget: (): void => void kept.delete(id),
  };
}

function Head({ draft, data, path, change }: { draft: Draft; data: Paths; path: PathRow | null; change: (next: (draft: Draft) => Draft) => void }) {
  const { say } = useWords();
  const [name, program] = [useId(), useId()];
  const first = useRef<HTMLInputElement>(null);
  /* The link that opened the editor is gone with the list. */
  useEffect(() => { first.current?.focus({ preventScroll: true }); }, []);
  return (
    <div className={styles.head}>
      <div>
        <label className="label" htmlFor={name}>{say('paths.name')}</label>
        <input id={name} ref={first} className="field" maxLength={120} required autoComplete="off" value={draft.name} onChange={(event) => { const { value } = event.currentTarget; change((now) => ({ ...now, name: value })); }} />
      </div>
      {path === null && data.programs.length > 1 && (
        <div>
          <label className="label" htmlFor={program}>{say('paths.program')}</label>
          <select id={program} className="field" value={draft.programId} onChange={(event) => { const { value } = event.currentTarget; change((now) => ({ ...now, programId: value })); }}>
            {data.programs.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </div>
      )}
    </div>
  );
}

export function PathEditor({ data, path, leave, saved }: Props) {
  const { say } = useWords();
  const { draft, version, change, rebase, forget } = useDraft(path, data);
  const { toast, done } = useUndo();
  const adding = useAct(addPath, ['paths.read']);
  const saving = useAct(savePath, ['paths.read']);
  const act = path === null ? adding : saving;
  const population = path?.population ?? data.programs.find((one) => one.id === draft.programId)?.population ?? 'adults';
  const reading = drafts.readingOf(drafts.planOf(draft), population, data.rules);
  const said = readingSaid(say, reading);
  const isShort = reading.gaps.some((gap) => gap.rule.purpose === 'floor' && gap.short > 0);
  const missing = missingSaid(draft);
  const idle = act.busy || missing !== null || (path !== null && !drafts.isChanged(draft, path));
  const client = useQueryClient();
  /* One's own save is read again before the page is left: it is no stranger's. */
  const [ownVersion, setOwnVersion] = useState(0);
  const isStale = path !== null && path.version > version && path.version !== ownVersion;

  const save = async (): Promise<void> => {
    if (idle || isStale) return;
    const plan = { name: draft.name.trim(), phases: drafts.planOf(draft) };
    setOwnVersion(version + 1);
    const got = path === null ? await adding.carryOut({ body: { programId: draft.programId, ...plan } }) : await saving.carryOut({ params: { pathId: path.pathId }, body: { version, ...plan } });
    if (got === null) {
      setOwnVersion(0);
      void client.invalidateQueries({ queryKey: ['paths.read'] });
      return;
    }
    forget();
    saved(say('paths.saved', { name: plan.name, version: got.version }));
  };
  /** A change that takes something away, with its undo. */
  const without = (text: string, next: (draft: Draft) => Draft): void => {
    const before = draft;
    change(next);
    done(text, () => change(() => before));
  };
  const labelOf = (type: ServiceType): string => say(type === 'individual' ? 'paths.new.individual' : 'paths.new.group');
  useKeys([{ key: 'Control+Enter', word: 'key.path-save', shown: 'Ctrl ↵', act: () => { void save(); } }]);

  return (
    <>
      <p className="sm"><Link className="lk" to="/program/paths" onClick={() => leave()}>{say('paths.back')}</Link></p>
      <h2 className="vh">{path === null ? say('paths.new') : say('paths.editing', { name: path.name })}</h2>
      <div className={styles.editor}>
        <div className={styles.aside}>
          <p className={styles.say} data-short={isShort} role="status"><Sentences said={said} /></p>
          <div className={`card ${styles.picture}`}><PathStair reading={reading} sentence={plainly(say, said)} /></div>
          <Tests reading={reading} />
        </div>
        <div>
          <Head draft={draft} data={data} path={path} change={change} />
          {draft.phases.map((phase, index) => {
            const span = drafts.spansOf(reading.plan)[index] ?? { from: 1, to: 1 };
            return (
              <PhaseFields key={phase.key} phase={phase} phaseNo={index + 1} count={draft.phases.length} span={span} gaps={reading.gaps.filter((gap) => gap.phaseNo === index + 1)} acts={{
                set: (next) => change((now) => drafts.setPhase(now, phase.key, next)),
                setBlock: (key, next) => change((now) => drafts.setBlock(now, phase.key, key, next)),
                addBlock: (type) => change((now) => drafts.addBlock(now, phase.key, labelOf(type), type)),
                removeBlock: (key) => without(say('paths.block.removed', { label: phase.blocks.find((one) => one.key === key)?.label ?? '' }), (now) => drafts.removeBlock(now, phase.key, key)),
                mend: (mend) => change((now) => drafts.mended(now, phase.key, mend, say('paths.new.individual'))),
                move: (by) => change((now) => drafts.movePhase(now, phase.key, by)),
                remove: () => without(say('paths.phase.removed', { name: phase.name }), (now) => drafts.removePhase(now, phase.key)),
              }} />
            );
          })}
          {draft.phases.length < MOST_PHASES && <button type="button" className="btn" onClick={() => change((now) => drafts.addPhase(now, say('paths.new.phase', { no: now.phases.length + 1 })))}>{say('paths.phase.add')}</button>}
        </div>
      </div>
      <section className={`sign-bar ${styles.bar}`} aria-label={say('paths.save.title')}>
        {act.answer !== null && !isStale && <RefusalNotice answer={act.answer} />}
        {isStale && <TheirVersion theirs={path} mine={reading} rules={data.rules} take={() => { act.forget(); rebase(path, true); }} keep={() => { act.forget(); rebase(path, false); }} />}
        <div className={styles.barLine}>
          <p className={`sm ${styles.barSay}`}>{missing !== null ? say(missing.id, missing.values) : path === null ? say('paths.save.first') : idle ? say('paths.save.unchanged') : <Rich text={say('paths.save.next', { people: path.people.reduce((sum, one) => sum + one.people, 0) })} />}</p>
          <button type="button" className="btn" onClick={() => { forget(); leave(); }}>{say('paths.leave')}</button>
          <button type="button" className="btn go" aria-disabled={idle || isStale} onClick={() => { void save(); }}>{act.busy ? say('saving') : path === null ? say('paths.save.add') : say('paths.save.version', { version: version + 1 })} <kbd>Ctrl ↵</kbd></button>
        </div>
      </section>
      <div className={styles.toast}>{toast}</div>
    </>
  );
}
