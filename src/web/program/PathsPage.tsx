/** Path templates: each with its stair and what it plans; the editor opens under the path's own address. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readPaths } from '../../boards/program/hours-settings.contract.ts';
import { endPath } from '../../modules/program/paths.contract.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { hoursSaid } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { readingOf } from './path-draft.ts';
import type { PathRow, Paths } from './path-draft.ts';
import { plainly, readingSaid } from './path-words.ts';
import { PathEditor } from './PathEditor.tsx';
import { SmallStair } from './PathStair.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import styles from './paths.module.css';
import frame from './program.module.css';

/** The address of the editor of a path that is not saved yet. */
const NEW = 'new';

/** How many are on it, and how many of them on an older version. */
function People({ path }: { path: PathRow }) {
  const { say } = useWords();
  const all = path.people.reduce((sum, one) => sum + one.people, 0);
  const older = path.people.filter((one) => one.version < path.version).reduce((sum, one) => sum + one.people, 0);
  return <>{say('paths.people', { people: all })}{older > 0 && `, ${say('paths.people.older', { people: older })}`}</>;
}

function PathLine({ path, data, mayChange, end }: { path: PathRow; data: Paths; mayChange: boolean; end: () => void }) {
  const { say } = useWords();
  const read = readingOf(path.phases, path.population, data.rules);
  const said = readingSaid(say, read);
  const isShort = read.gaps.some((gap) => gap.rule.purpose === 'floor' && gap.short > 0);
  return (
    <li>
      <SmallStair reading={read} sentence={plainly(say, said)} />
      <div>
        <h2>{mayChange ? <Link to="/program/paths" hash={path.pathId}>{path.name}</Link> : path.name}</h2>
        <p className={isShort ? styles.short : ''}><Sentences said={said.slice(0, isShort ? 1 : 2)} /></p>
        <p className="sm dim">{[path.programName, ...path.phases.map((phase, index) => say('paths.phase.line', { name: phase.name, weeks: phase.weeks, hours: hoursSaid(read.weeks.find((week) => week.phaseNo === index + 1)?.clinical ?? 0) }))].join(' · ')}</p>
        <p className="sm dim"><People path={path} />. {say('paths.version', { version: path.version })}</p>
      </div>
      {mayChange && (
        <div className={styles.acts}>
          <Link className="btn" to="/program/paths" hash={path.pathId}>{say('paths.change')}<span className="vh"> {path.name}</span></Link>
          <button type="button" className="btn quiet" onClick={end}>{say('paths.end')}<span className="vh"> {path.name}</span></button>
        </div>
      )}
    </li>
  );
}

function PathList({ data }: { data: Paths }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const ending = useAct(endPath, ['paths.read']);
  const { toast, done } = useUndo();
  const offered = data.paths.filter((path) => !path.isEnded);
  const ended = data.paths.filter((path) => path.isEnded);
  const short = offered.filter((path) => readingOf(path.phases, path.population, data.rules).gaps.some((gap) => gap.rule.purpose === 'floor' && gap.short > 0)).length;
  const end = async (path: PathRow, ends: boolean): Promise<void> => {
    const got = await ending.carryOut({ params: { pathId: path.pathId }, body: { ends } });
    if (got !== null && ends) done(say('paths.ended', { name: path.name }), () => { void end(path, false); });
  };
  return (
    <>
      <p className={frame.say}>{offered.length === 0 ? say('paths.none') : say('paths.opening', { paths: offered.length, short })}</p>
      {ending.answer !== null && <RefusalNotice answer={ending.answer} />}
      {offered.length > 0 && <ul className={styles.list}>{offered.map((path) => <PathLine key={path.pathId} path={path} data={data} mayChange={mayChange} end={() => { void end(path, true); }} />)}</ul>}
      {mayChange && <Link className="btn go" to="/program/paths" hash={NEW}>{say('paths.add')}</Link>}
      {ended.length > 0 && (
        <details className={styles.fold}>
          <summary>{say('paths.ended.list', { paths: ended.length })}</summary>
          <ul className={styles.list}>
            {ended.map((path) => (
              <li key={path.pathId} className={styles.ended}>
                <span><b>{path.name}</b>, {path.programName}</span>
                {mayChange && <button type="button" className="btn small" onClick={() => { void end(path, false); }}>{say('paths.bring-back')}<span className="vh"> {path.name}</span></button>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {toast}
    </>
  );
}

function PathsBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p className={frame.say}><Blank width={420} height={18} /></p><ul className={styles.list}>{[1, 2, 3].map((row) => <li key={row}><Blank width={300} height={84} /><Blank width="80%" height={44} /></li>)}</ul></Waiting>;
}

export function PathsPage() {
  const mayRead = useMe().may('settings.read');
  const mayChange = useMe().may('settings.change');
  const paths = useQuery({ ...reading(readPaths, {}), enabled: mayRead });
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [saved, setSaved] = useState<string | null>(null);
  const path = paths.data?.paths.find((one) => one.pathId === hash && !one.isEnded) ?? null;
  const isOpen = mayChange && (path !== null || (hash === NEW && (paths.data?.programs.length ?? 0) > 0));
  const leave = (): void => {
    document.getElementById('work')?.focus({ preventScroll: true });
    void navigate({ to: '/program/paths' });
  };
  return (
    <SettingsPage page="program.paths">
      {paths.data === undefined && (paths.error === null ? <PathsBlank /> : <UnreadNotice error={paths.error} again={() => { void paths.refetch(); }} />)}
      {paths.data !== undefined && (isOpen
        ? <PathEditor key={path?.pathId ?? NEW} data={paths.data} path={path} leave={leave} saved={(text) => { setSaved(text); leave(); }} />
        : <>{saved !== null && <Notice tone="moss" sentence={saved} />}<PathList data={paths.data} /></>)}
    </SettingsPage>
  );
}
