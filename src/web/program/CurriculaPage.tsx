/** Curricula and their modules. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readCurricula } from '../../boards/program/settings.contract.ts';
import { addFirstCurricula } from '../../modules/program/curricula.contract.ts';
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import type { Said } from '../words/said.ts';
import type { Curricula, CurriculumRow } from './curriculum-draft.ts';
import { CurriculumPanel } from './CurriculumPanel.tsx';
import { EndedRows } from './EndedRows.tsx';
import { gone, standing } from './ground.ts';
import { RowAct } from './RowAct.tsx';
import { LinesBlank } from './SettingsRead.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { useEnds } from './use-ends.tsx';
import { useSettingAct } from './use-setting-act.ts';
import frame from './program.module.css';
import styles from './ground.module.css';

function Detail({ curriculum }: { curriculum: CurriculumRow }) {
  const { say } = useWords();
  const { modules, source, groups } = curriculum;
  const figures = say('curriculum.detail', { modules: modules.length, entries: modules.filter((one) => one.isEntryPoint).length });
  return (
    <>
      <p>{figures}, {say('curriculum.groups', { groups })}</p>
      {source !== '' && <p>{source}</p>}
      {modules.length > 0 && (
        <details className={styles.gone}>
          <summary>{say('curriculum.modules.show', { name: curriculum.name })}</summary>
          <ol className={styles.modules}>
            {modules.map((one) => <li key={one.id}><i>{one.position}</i><span>{one.title}{one.isEntryPoint && <> <span className={styles.begins}>{say('curriculum.begins')}</span></>}</span></li>)}
          </ol>
        </details>
      )}
    </>
  );
}

function openingOf(curricula: readonly CurriculumRow[]): Said[] {
  const used = curricula.filter((one) => one.groups > 0).length;
  return [{ id: 'curriculum.say', values: { curricula: curricula.length } }, ...(curricula.length === 0 ? [] : [{ id: 'curriculum.say.use' as const, values: { used } }])];
}

function CurriculaList({ board }: { board: Curricula }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const ends = useEnds();
  const first = useSettingAct(addFirstCurricula);
  const [open, setOpen] = useState<{ id: string | null } | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const [curricula, past] = [standing(board.curricula), gone(board.curricula)];
  const isEmpty = curricula.length === 0;
  const addFirst = async (): Promise<void> => {
    if (first.busy) return;
    const got = await first.carryOut({});
    if (got !== null) setAdded(got.added);
  };
  const turnTo = (next: { id: string | null } | null): void => { setAdded(null); setOpen(next); };
  return (
    <>
      <div className={styles.head}>
        <p className={frame.say}><Sentences said={openingOf(curricula)} /></p>
        {mayChange && (
          <div className={styles.acts}>
            {board.firstMissing > 0 && <button type="button" className={isEmpty && open === null ? 'btn go' : 'btn'} aria-disabled={first.busy} onClick={() => { void addFirst(); }}>{isEmpty ? say('curriculum.first') : say('curriculum.first.left', { count: board.firstMissing })}</button>}
            <button type="button" className={!isEmpty && open === null ? 'btn go' : 'btn'} onClick={() => turnTo({ id: null })}>{say('curriculum.add')}</button>
          </div>
        )}
      </div>
      {first.answer !== null && <RefusalNotice answer={first.answer} />}
      {added !== null && <Notice tone="moss" sentence={say('curriculum.first.added', { count: added })} />}
      {mayChange && ends.whyNot(board.curricula.map((one) => one.id))}
      {isEmpty ? <p className={styles.empty}>{say('curriculum.none')}{mayChange && ` ${say('curriculum.none.way')}`}</p> : (
        <div className={styles.tall}>
          <Rows label={say('program.curricula')}>
            {curricula.map((one) => (
              <Row key={one.id} title={one.name} detail={<Detail curriculum={one} />} acts={mayChange && (
                <span>
                  <RowAct label={say('ground.change')} of={one.name} press={() => turnTo({ id: one.id })} />
                  <RowAct label={say('ground.end')} of={one.name} press={() => ends.end({ kind: 'curriculum', id: one.id, name: one.name })} />
                </span>
              )} />
            ))}
          </Rows>
        </div>
      )}
      <EndedRows kind="curriculum" rows={past} ends={mayChange ? ends : null} />
      {open !== null && <CurriculumPanel key={open.id} curriculum={curricula.find((one) => one.id === open.id) ?? null} close={() => turnTo(null)} />}
      {ends.toast}
    </>
  );
}

function CurriculaRead() {
  const curricula = useQuery(useMemo(() => reading(readCurricula, {}), []));
  if (curricula.data !== undefined) return <CurriculaList board={curricula.data} />;
  return curricula.error === null ? <LinesBlank /> : <UnreadNotice error={curricula.error} again={() => { void curricula.refetch(); }} />;
}

export function CurriculaPage() {
  return <SettingsPage page="program.curricula"><CurriculaRead /></SettingsPage>;
}
