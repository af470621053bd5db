/** One phase of a path: its weeks and level, its blocks, what they come to against the floor, and the ways to close a gap as buttons. */
import { useId, useState } from 'react';
import { MOST_BLOCKS, SERVICE_TYPES, LEVELS } from '../../modules/program/words.ts';
import type { Level, PathBlock, ServiceType } from '../../modules/program/words.ts';
import type { Gap, Mend } from '../../modules/program/paths.contract.ts';
import { Icon } from '../kit/Icon.tsx';
import { hoursSaid } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { mendLabel } from './path-words.ts';
import { spanSaid } from './path-draft.ts';
import type { DraftBlock, DraftPhase, Rule } from './path-draft.ts';
import styles from './paths.module.css';

type NumberProps = { label: string; value: number; set: (value: number) => void; least: number; most: number; step?: number };

/** A whole number that always stands for one: while it is empty or out of reach, the last one holds, and comes back when the field is left. */
function NumberCell({ label, value, set, least, most, step = 1 }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    setTyped(text);
    const number = Math.trunc(Number(text));
    if (text.trim() !== '' && Number.isFinite(number) && number >= least && number <= most) set(number);
  };
  return (
    <label className={styles.cell}>
      <span>{label}</span>
      <input className="field" type="number" inputMode="numeric" min={least} max={most} step={step} value={typed ?? String(value)} onChange={(event) => take(event.currentTarget.value)} onBlur={() => setTyped(null)} />
    </label>
  );
}

type BlockProps = { block: DraftBlock; no: number; alone: boolean; set: (change: Partial<PathBlock>) => void; remove: () => void };

function BlockRow({ block, no, alone, set, remove }: BlockProps) {
  const { say } = useWords();
  const clinical = Math.max(0, block.minutes - block.breakMinutes);
  return (
    <li>
      <label className={styles.cell}><span>{say('paths.block.label')}</span><input className="field" maxLength={80} required autoComplete="off" value={block.label} onChange={(event) => set({ label: event.currentTarget.value })} /></label>
      <label className={styles.cell}>
        <span>{say('paths.block.kind')}</span>
        <select className="field" value={block.sessionType} onChange={(event) => set({ sessionType: event.currentTarget.value as ServiceType })}>
          {SERVICE_TYPES.map((type) => <option key={type} value={type}>{say(`groups.type.${type}`)}</option>)}
        </select>
      </label>
      <NumberCell label={say('paths.block.minutes')} value={block.minutes} set={(minutes) => set({ minutes })} least={10} most={720} step={5} />
      <NumberCell label={say('paths.block.breaks')} value={block.breakMinutes} set={(breakMinutes) => set({ breakMinutes })} least={0} most={240} step={5} />
      <NumberCell label={say('paths.block.times')} value={block.perWeek} set={(perWeek) => set({ perWeek })} least={1} most={14} />
      <span className={styles.gives}>{hoursSaid(clinical * block.perWeek)}<small>{block.perWeek} × {hoursSaid(clinical)}</small></span>
      <button type="button" className={`btn quiet ${styles.out}`} aria-disabled={alone} aria-label={say('paths.block.remove', { no, label: block.label })} onClick={() => { if (!alone) remove(); }}>×</button>
    </li>
  );
}

/** Minutes of the phase against its floor, with the sign and the word of the state. */
function Figures({ phase, gap }: { phase: DraftPhase; gap: Gap<Rule> | undefined }) {
  const { say } = useWords();
  const planned = phase.blocks.reduce((sum, block) => sum + block.minutes * block.perWeek, 0);
  const minutes = gap?.parts.find((part) => part.kind === 'minutes');
  const over = gap?.parts.find((part) => part.kind === 'ceiling' && !part.isMet);
  const state = minutes === undefined
    ? <span className="dim">{say('paths.phase.no-floor')}</span>
    : minutes.isMet
      ? <span className="c-moss"><Icon name="check" /> {say('paths.phase.met', { clinical: hoursSaid(minutes.planned), floor: hoursSaid(minutes.wanted) })}</span>
      : <span className="c-brick"><Icon name="warn" /> {say('paths.phase.short', { clinical: hoursSaid(minutes.planned), floor: hoursSaid(minutes.wanted), short: hoursSaid(gap?.short ?? 0) })}</span>;
  return (
    <p className={styles.figures}>
      <b>{state}</b>
      {over !== undefined && <span className="c-amber">{say('paths.phase.over', { ceiling: hoursSaid(over.wanted) })}</span>}
      <span className="sm dim">{say('paths.phase.planned', { hours: hoursSaid(planned) })}</span>
    </p>
  );
}

export type PhaseActs = {
  set: (change: Partial<Omit<DraftPhase, 'key'>>) => void; setBlock: (key: string, change: Partial<PathBlock>) => void; addBlock: (type: ServiceType) => void; removeBlock: (key: string) => void;
  mend: (mend: Mend) => void; move: (by: -1 | 1) => void; remove: () => void;
};
type Props = { phase: DraftPhase; phaseNo: number; count: number; gaps: readonly Gap<Rule>[]; span: { from: number; to: number }; acts: PhaseActs };

export function PhaseFields({ phase, phaseNo, count, gaps, span, acts }: Props) {
  const { say } = useWords();
  const title = useId();
  const floor = gaps.find((gap) => gap.rule.purpose === 'floor');
  const full = phase.blocks.length >= MOST_BLOCKS;
  return (
    <section className={styles.phase} aria-labelledby={title}>
      <div className={styles.phaseHead}>
        <h2 id={title}>{say('paths.phase.title', { no: phaseNo, span: spanSaid(span), weeks: phase.weeks })}</h2>
        <span className="grow" />
        {phaseNo > 1 && <button type="button" className="btn quiet small" onClick={() => acts.move(-1)}>{say('paths.phase.up')}<span className="vh"> {say('paths.phase.no', { no: phaseNo })}</span></button>}
        {phaseNo < count && <button type="button" className="btn quiet small" onClick={() => acts.move(1)}>{say('paths.phase.down')}<span className="vh"> {say('paths.phase.no', { no: phaseNo })}</span></button>}
        {count > 1 && <button type="button" className="btn quiet small" onClick={acts.remove}>{say('paths.phase.remove')}<span className="vh"> {say('paths.phase.no', { no: phaseNo })}</span></button>}
      </div>
      <div className={styles.phaseFields}>
        <label className={styles.cell}><span>{say('paths.phase.name')}</span><input className="field" maxLength={80} required autoComplete="off" value={phase.name} onChange={(event) => acts.set({ name: event.currentTarget.value })} /></label>
        <NumberCell label={say('paths.phase.weeks')} value={phase.weeks} set={(weeks) => acts.set({ weeks })} least={1} most={52} />
        <label className={styles.cell}>
          <span>{say('paths.phase.level')}</span>
          <select className="field" value={phase.level} onChange={(event) => acts.set({ level: event.currentTarget.value as Level })}>{LEVELS.map((one) => <option key={one} value={one}>{say(`care.${one}`)}</option>)}</select>
        </label>
      </div>
      <Figures phase={phase} gap={floor} />
      {floor !== undefined && floor.mends.length > 0 && (
        <div className={styles.mends}>
          <p className="sm"><Rich text={say('paths.mends', { short: hoursSaid(floor.short) })} /></p>
          {floor.mends.map((mend) => <button key={mend.kind} type="button" className="btn small" onClick={() => acts.mend(mend)}>{mendLabel(say, mend)}</button>)}
        </div>
      )}
      <ul className={styles.blocks} aria-label={say('paths.blocks', { no: phaseNo })}>
        {phase.blocks.map((block, index) => (
          <BlockRow key={block.key} block={block} no={index + 1} alone={phase.blocks.length < 2} set={(change) => acts.setBlock(block.key, change)} remove={() => acts.removeBlock(block.key)} />
        ))}
      </ul>
      {!full && (
        <div className={styles.more}>
          <button type="button" className="btn small" onClick={() => acts.addBlock('group')}>{say('paths.block.add')}<span className="vh"> {say('paths.phase.no', { no: phaseNo })}</span></button>
          <button type="button" className="btn small" onClick={() => acts.addBlock('individual')}>{say('paths.block.add-individual')}<span className="vh"> {say('paths.phase.no', { no: phaseNo })}</span></button>
        </div>
      )}
    </section>
  );
}
