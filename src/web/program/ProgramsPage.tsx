/** Programs and their tracks. */
import { useId, useState } from 'react';
import { useMe } from '../app/me.ts';
import { Row, Rows } from '../kit/Rows.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { EndedRows } from './EndedRows.tsx';
import { gone, programsSaid, standing } from './ground.ts';
import type { ProgramRow, Settings, TrackRow } from './ground.ts';
import { ProgramPanel, kindSaid } from './ProgramPanel.tsx';
import { RowAct } from './RowAct.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { SettingsRead } from './SettingsRead.tsx';
import { NewTrackPanel, RenameTrackPanel } from './TrackPanel.tsx';
import { useEnds } from './use-ends.tsx';
import type { Ends } from './use-ends.tsx';
import frame from './program.module.css';
import styles from './ground.module.css';

type Open = { what: 'program'; programId: string | null } | { what: 'track'; programId: string; trackId: string | null };
type Acts = { ends: Ends; change: () => void; addTrack: () => void; rename: (track: TrackRow) => void };

function ProgramSection({ program, acts }: { program: ProgramRow; acts: Acts | null }) {
  const { say } = useWords();
  const id = useId();
  const tracks = standing(program.tracks);
  return (
    <section aria-labelledby={id}>
      <div className="section">
        <h2 id={id}>{program.name}</h2><span className="grow" />
        {acts !== null && <RowAct label={say('ground.change')} of={program.name} press={acts.change} />}
        {acts !== null && <RowAct label={say('ground.end')} of={program.name} press={() => acts.ends.end({ kind: 'program', id: program.id, name: program.name })} />}
      </div>
      <p className={`dim ${styles.note}`}>{kindSaid(say, program)}</p>
      {acts?.ends.whyNot([program.id, ...program.tracks.map((track) => track.id)])}
      {tracks.length === 0
        ? <p className={styles.empty}>{say('track.none', { program: program.name })}</p>
        : (
          <Rows label={say('track.list', { program: program.name })}>
            {tracks.map((track) => (
              <Row key={track.id} title={track.name} detail={track.siteName} acts={acts !== null && (
                <span>
                  <RowAct label={say('ground.rename')} of={`${track.name}, ${track.siteName}`} press={() => acts.rename(track)} />
                  <RowAct label={say('ground.end')} of={`${track.name}, ${track.siteName}`} press={() => acts.ends.end({ kind: 'track', id: track.id, name: track.name })} />
                </span>
              )} />
            ))}
          </Rows>
        )}
      {acts !== null && <p className={styles.add}><button type="button" className="btn small" onClick={acts.addTrack}>{say('track.add')}<span className="vh"> {program.name}</span></button></p>}
      <EndedRows kind="track" rows={gone(program.tracks).map((track) => ({ id: track.id, name: track.name, detail: track.siteName }))} ends={acts?.ends ?? null} />
    </section>
  );
}

function Panel({ open, settings, close }: { open: Open; settings: Settings; close: () => void }) {
  const program = settings.programs.find((one) => one.id === open.programId) ?? null;
  if (open.what === 'program') return <ProgramPanel key={open.programId} program={program} close={close} />;
  if (program === null) return null;
  const track = program.tracks.find((one) => one.id === open.trackId);
  return track === undefined ? <NewTrackPanel key={program.id} program={program} sites={settings.sites} close={close} /> : <RenameTrackPanel key={track.id} track={track} close={close} />;
}

function Programs({ settings }: { settings: Settings }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const ends = useEnds();
  const [open, setOpen] = useState<Open | null>(null);
  const programs = standing(settings.programs);
  return (
    <>
      <div className={styles.head}>
        <p className={frame.say}><Sentences said={programsSaid(settings)} /></p>
        {mayChange && <button type="button" className={open === null ? 'btn go' : 'btn'} onClick={() => setOpen({ what: 'program', programId: null })}>{say('program.add')}</button>}
      </div>
      {programs.length === 0 && <p className={styles.empty}>{say('program.none')}</p>}
      <div className={frame.columns}>
        {programs.map((program) => (
          <ProgramSection key={program.id} program={program} acts={mayChange ? {
            ends, change: () => setOpen({ what: 'program', programId: program.id }), addTrack: () => setOpen({ what: 'track', programId: program.id, trackId: null }),
            rename: (track) => setOpen({ what: 'track', programId: program.id, trackId: track.id }),
          } : null} />
        ))}
      </div>
      {mayChange && ends.whyNot(gone(settings.programs).map((program) => program.id))}
      <EndedRows kind="program" rows={gone(settings.programs).map((program) => ({ id: program.id, name: program.name, detail: kindSaid(say, program) }))} ends={mayChange ? ends : null} />
      {open !== null && <Panel open={open} settings={settings} close={() => setOpen(null)} />}
      {ends.toast}
    </>
  );
}

export function ProgramsPage() {
  return <SettingsPage page="program.programs"><SettingsRead>{(settings) => <Programs settings={settings} />}</SettingsRead></SettingsPage>;
}
