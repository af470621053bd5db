/** How many people are in the program, by level, phase and track. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { z } from 'zod';
import { readCensus } from '../../boards/week/census.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { civilDateOf } from '../app/search.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { dateText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import styles from './week.module.css';

const route = getRouteApi('/census');
type Census = z.output<typeof readCensus['output']>;
type Program = Census['programs'][number];

/** A bar of the same scale all over a table; the figure stands beside it. */
function Bar({ part, of, free = 0 }: { part: number; of: number; free?: number }) {
  const width = (count: number) => ({ width: `${of === 0 ? 0 : (count / of) * 100}%` });
  return <div aria-hidden="true">{part > 0 && <span style={width(part)} />}{free > 0 && <span className={styles.free} style={width(free)} />}</div>;
}

type Line = { key: string; label: string; people: number };

function Lines({ title, lines, of }: { title: string; lines: readonly Line[]; of: number }) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3}>{title}</th></tr>
      {lines.map((line) => <tr key={line.key}><th scope="row">{line.label}</th><td className={styles.count}>{line.people}</td><td className={styles.bar}><Bar part={line.people} of={of} /></td></tr>)}
    </tbody>
  );
}

function Seats({ program }: { program: Program }) {
  const { say } = useWords();
  if (program.groups.length === 0) return null;
  const most = Math.max(...program.groups.map((group) => group.capacity));
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3}>{say('census.seats')}</th></tr>
      {program.groups.map((group) => (
        <tr key={group.seriesId}>
          <th scope="row">{group.name}<span className="sm dim"> · {say('census.free', { free: group.free })}</span></th>
          <td className={styles.count}>{say('census.taken', { taken: group.taken, seats: group.capacity })}</td>
          <td className={styles.bar}><Bar part={group.taken} of={most} free={group.free} /></td>
        </tr>
      ))}
    </tbody>
  );
}

function OneProgram({ program }: { program: Program }) {
  const { say } = useWords();
  const id = `program-${program.programId}`;
  const none = say('census.none');
  return (
    <section className={styles.census} aria-labelledby={id}>
      <div className="section"><h2 id={id}>{program.name}</h2><span className="dim">{say('census.program', { people: program.open, admitted: program.admitted, ended: program.ended })}</span></div>
      <table>
        <caption className="vh">{program.name}</caption>
        <thead><tr><th scope="col">{say('census.what')}</th><th scope="col" className={styles.count}>{say('census.people')}</th><td><span className="vh">{say('census.bar')}</span></td></tr></thead>
        <Lines title={say('census.levels')} of={program.open} lines={program.levels.map((row) => ({ key: row.level ?? '', label: row.level === null ? none : say(`care.${row.level}`), people: row.people }))} />
        <Lines title={say('census.phases')} of={program.open} lines={program.phases.map((row) => ({ key: `${row.no ?? ''} ${row.name ?? ''}`, label: row.no === null ? say('census.no-phase') : say('census.phase', { no: row.no, name: row.name ?? '' }), people: row.people }))} />
        <Lines title={say('census.tracks')} of={program.open} lines={program.tracks.map((row) => ({ key: row.name ?? '', label: row.name ?? say('week.no-track'), people: row.people }))} />
        <Seats program={program} />
      </table>
    </section>
  );
}

function DayTurn({ date, today }: { date: CivilDate; today: CivilDate }) {
  const { say, language } = useWords();
  const to = (days: number, word: 'today.before' | 'today.after', icon: 'back' | 'on') => (
    <Link className="btn" from="/census" to="/census" search={(now) => now} hash={addDays(date, days)} aria-label={say(word)}><Icon name={icon} /></Link>
  );
  return (
    <nav className={styles.turn} aria-label={say('today.days')}>
      {to(-1, 'today.before', 'back')}<span className={styles.which}>{dateText(language, date)}</span>{to(1, 'today.after', 'on')}
      {date !== today && <Link className="btn" from="/census" to="/census" search={(now) => now}>{say('room.today')}</Link>}
    </nav>
  );
}

function CensusBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p className={styles.say}><Blank width={480} height={20} /></p>{Array.from({ length: 6 }, (_, row) => <p key={row}><Blank width="100%" height={34} /></p>)}</Waiting>;
}

export function CensusPage() {
  const { say, language } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  const { date } = civilDateOf('date', useLocation({ select: (location) => location.hash }));
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const allowed = me.may('census.read') && chosen !== undefined;
  const asked = useMemo(() => reading(readCensus, { query: { siteId: chosen?.id ?? '', date: date as CivilDate | undefined } }), [chosen?.id, date]);
  const census = useQuery({ ...asked, enabled: allowed, refetchInterval: 60_000 });
  const shown = census.data;
  const go = (days: number): void => { if (shown) void navigate({ search: (now) => now, hash: addDays(shown.date, days) }); };
  useKeys([{ key: 'ArrowLeft', word: 'key.day-before', act: () => go(-1) }, { key: 'ArrowRight', word: 'key.day-after', act: () => go(1) }]);
  useEffect(() => { document.title = say('census.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  if (!allowed) return <Work><NotYours /></Work>;
  return (
    <Work>
      <div className="head">
        {(shown !== undefined || census.error === null) && <h1>{say('census.title')}</h1>}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { const to = event.currentTarget.value; void navigate({ search: { site: to }, hash: true }); }} />
        )}
        {shown !== undefined && <DayTurn date={shown.date} today={shown.week.today} />}
        <span className="grow" />
        {me.may('hours.read') && <Link className="lk" to="/week" search={{ site: chosen.id }}>{say('week.title')}</Link>}
        {shown !== undefined && <LiveStamp asOf={shown.asOf} receivedAt={census.dataUpdatedAt} timeZone={shown.site.timeZone} live={shown.date === shown.week.today} />}
      </div>
      {shown === undefined && (census.error === null ? <CensusBlank /> : <UnreadNotice error={census.error} again={() => { void census.refetch(); }} />)}
      {shown !== undefined && (
        <>
          <p className={styles.say}><Rich text={say('census.say', { people: shown.open, admitted: shown.admitted, ended: shown.ended, week: dateText(language, shown.week.starts, 'month-day') })} /> {shown.seats.capacity > 0 && say('census.say.seats', { taken: shown.seats.taken, seats: shown.seats.capacity, free: shown.seats.free })}</p>
          {shown.programs.length === 0 && <p className={styles.empty}>{say('census.empty')} {me.may('placement.change') && <Link className="lk" to="/people" search={{ site: chosen.id }}>{say('empty.people')}</Link>}</p>}
          {shown.programs.map((program) => <OneProgram key={program.programId} program={program} />)}
        </>
      )}
    </Work>
  );
}
