/** Where a person stands in care: level, phase, counselor and track, each with its change, what is planned and what was before. */
import { useState } from 'react';
import { changeLevel, changePhase, setCounselor, setTrack } from '../../modules/placements/contract.ts';
import { discharge, transfer, undoDischarge } from '../../modules/placements/ends.contract.ts';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { Episode } from './back.ts';
import { inForce } from './back.ts';
import { ChangeCounselor } from './ChangeCounselor.tsx';
import { ChangeLevel } from './ChangeLevel.tsx';
import { ChangePhase } from './ChangePhase.tsx';
import { ChangeTrack } from './ChangeTrack.tsx';
import { EndEpisode } from './EndEpisode.tsx';
import { Ended } from './Ended.tsx';
import type { PanelProps } from './panel-props.ts';
import styles from './people.module.css';
import { dayText } from './texts.ts';
import { TransferEpisode } from './TransferEpisode.tsx';
import { STALE } from './use-choices.ts';

/** An end reaches seats, notes and calls. */
const STALE_ENDS = [...STALE, 'placements.read-ending', 'plan.read', 'groups.read', 'groups.read-list', 'today.read', 'tasks.read', 'tasks.mine'];
type Kind = 'level' | 'phase' | 'counselor' | 'track';
type Span = { startsOn: string; endedOn: string | null };
type Line = Span & { text: string; reason?: string | null };

/** What is in force, what is planned after it, and what was before, as lines of one kind. */
function linesOf(episode: Episode, say: ReturnType<typeof useWords>['say']): Record<'level' | 'phase' | 'counselor', Line[]> {
  return {
    level: episode.levels.map((row) => ({ ...row, text: say(`care.${row.level}`) })),
    phase: episode.phases.map((row) => ({ ...row, text: row.name })),
    counselor: episode.counselors.map((row) => ({ ...row, text: row.name })),
  };
}

function Earlier({ lines, today }: { lines: readonly Line[]; today: string }) {
  const { say, language } = useWords();
  const day = (date: string): string => dayText(language, date, today);
  const past = lines.filter((line) => line.endedOn !== null && line.endedOn < today);
  if (past.length === 0) return null;
  return (
    <details className={styles.before}>
      <summary>{say('place.earlier')}<Icon name="down" /></summary>
      <ul className="sm dim">
        {past.toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1)).map((line, index) => (
          <li key={index}>{line.text}, {say('place.span', { from: day(line.startsOn), to: day(line.endedOn ?? today) })}{line.reason ? `. ${say('place.reason', { reason: line.reason })}` : ''}</li>
        ))}
      </ul>
    </details>
  );
}

export function Placement({ episode, today, done, name }: Omit<PanelProps, 'close'> & { name: string }) {
  const { say, language } = useWords();
  const me = useMe();
  const mayEnd = me.may('placement.end');
  const may = me.may('placement.change') && (episode.endedOn === null || episode.endedOn >= today);
  const [open, setOpen] = useState<Kind | 'end' | 'transfer' | null>(null);
  /* Held here and not in the panels, so that an undo that is refused after the panel has closed is still said. */
  const acts = { level: useAct(changeLevel, STALE), phase: useAct(changePhase, STALE), counselor: useAct(setCounselor, STALE), track: useAct(setTrack, STALE), end: useAct(discharge, STALE_ENDS), transfer: useAct(transfer, STALE_ENDS) };
  const undoing = useAct(undoDischarge, STALE_ENDS);
  const takeBack = (version: number, withoutSeats: string[] = []): void => { void undoing.carryOut({ params: { episodeId: episode.episodeId }, body: { version, withoutSeats } }); };
  const unsaid = open === null ? Object.values(acts).find((act) => act.answer !== null)?.answer ?? null : null;
  const openPanel = (kind: NonNullable<typeof open>): void => {
    undoing.forget();
    for (const act of Object.values(acts)) act.forget();
    setOpen(kind);
  };
  const lines = linesOf(episode, say);
  const day = (date: string): string => dayText(language, date, today);
  const phase = inForce(episode.phases, today);
  const panel: PanelProps = { episode, today, close: () => { for (const act of Object.values(acts)) act.forget(); setOpen(null); }, done };
  const title = (kind: Kind): string => {
    if (kind === 'track') return episode.trackName ?? say('place.none');
    const now = inForce(lines[kind], today);
    if (kind === 'phase' && phase !== undefined && episode.position !== null) return say('place.phase-week', { name: phase.name, week: episode.position.weekOfPhase, weeks: episode.path?.phases[phase.phaseNo - 1]?.weeks ?? 0 });
    return now?.text ?? say('place.none');
  };
  const detail = (kind: Kind): string => {
    if (kind === 'track') return say('place.track');
    const now = inForce(lines[kind], today);
    const next = lines[kind].filter((line) => line.startsOn > today).map((line) => say('place.next', { day: day(line.startsOn), what: line.text }));
    const until = kind === 'phase' && phase?.plannedEnd != null ? [say('place.planned', { day: day(phase.plannedEnd) })] : [];
    return [`${say(`place.${kind}`)}${now === undefined ? '' : `, ${[say('place.since', { day: day(now.startsOn) }), ...until].join(', ')}`}`, ...next].join('. ');
  };
  return (
    <section aria-labelledby={`placement-${episode.episodeId} where-${episode.episodeId}`}>
      <div className={styles.head}>
        <h2 id={`placement-${episode.episodeId}`}>{say('place.title')}</h2>
        <span id={`where-${episode.episodeId}`} className="dim">{episode.programName}, {episode.site.name}{episode.endedOn === null ? '' : `. ${say(episode.endedOn >= today ? 'ends.planned' : 'place.ended', { day: day(episode.endedOn) })}`}</span>
      </div>
      {unsaid !== null && <RefusalNotice answer={unsaid} />}
      <Ended episode={episode} today={today} act={undoing} mayEnd={mayEnd} takeBack={takeBack} />
      <Rows>
        {(['level', 'phase', 'counselor', 'track'] as const).map((kind) => (
          <Row key={kind} title={title(kind)} detail={detail(kind)} acts={may ? <button type="button" className="btn small" onClick={() => openPanel(kind)}>{say(`place.change-${kind}`)}</button> : undefined} />
        ))}
      </Rows>
      {mayEnd && episode.endedOn === null && (
        <p className={styles.below}>
          <button type="button" className="btn small" onClick={() => openPanel('end')}>{say('ends.end')}</button>
          {me.may('placement.change') && <button type="button" className="btn small quiet" onClick={() => openPanel('transfer')}>{say('transfer.open')}</button>}
        </p>
      )}
      <Earlier lines={[...lines.level, ...lines.phase, ...lines.counselor]} today={today} />
      {open === 'level' && <ChangeLevel {...panel} act={acts.level} />}
      {open === 'phase' && <ChangePhase {...panel} act={acts.phase} />}
      {open === 'counselor' && <ChangeCounselor {...panel} act={acts.counselor} />}
      {open === 'track' && <ChangeTrack {...panel} act={acts.track} />}
      {open === 'end' && <EndEpisode {...panel} act={acts.end} takeBack={takeBack} />}
      {open === 'transfer' && <TransferEpisode {...panel} act={acts.transfer} name={name} />}
    </section>
  );
}
