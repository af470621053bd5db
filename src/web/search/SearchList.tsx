/** What was found: people by the server, groups and pages by their names in the browser; the likeliest first. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { readGroups } from '../../boards/groups/groups.contract.ts';
import { findPeople } from '../../boards/people/find-people.contract.ts';
import { useMeQuery } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import type { Say } from '../kit/words.tsx';
import { readsLike } from '../people/texts.ts';
import { Unread, reading } from '../queries.ts';
import type { WordId } from '../words/en.ts';
import type { Option } from './options.ts';
import { PAGES } from './pages.ts';
import styles from './search.module.css';

type Person = ValueOf<typeof findPeople>['people'][number];
type Shown = Option & { title: string; detail: string };
type Part = { heading: WordId; rows: Shown[] };

/** Long enough that a word is typed, short enough that nobody waits. */
const PAUSE_MS = 200;
const GROUPS_SHOWN = 5;
const PAGES_SHOWN = 4;

function standing(say: Say, { state, week, programName }: Person): string {
  const program = programName ?? '';
  if (state === 'here') return week === null ? program : say('find.week', { program, week });
  return say(`find.${state}`, { program });
}

/** What tells one Maria from another; the legal name only where the name that is shown is another one. */
function detailOf(say: Say, person: Person): string {
  const called = person.displayName.replace(/ \S+\.$/u, '');
  const legal = person.legalName.startsWith(called) ? null : person.legalName;
  const born = person.birthYear === null ? null : say('find.born', { year: String(person.birthYear) });
  return [legal, born, person.participantNumber, standing(say, person)].filter((part) => part !== null && part !== '').join(' · ');
}

function useFoundPeople(typed: string, may: boolean) {
  const { language } = useWords();
  return useQuery({ ...reading(findPeople, { body: { text: typed, language } }), enabled: may && typed !== '', gcTime: 10_000, refetchOnWindowFocus: false });
}

/** Groups of every site of mine; asked for once, then looked through as one types. */
function useGroups(may: boolean): { id: string; name: string; site: string }[] {
  const sites = useMeQuery().data?.sites ?? [];
  const asked = useQueries({ queries: sites.map(({ id }) => ({ ...reading(readGroups, { query: { siteId: id } }), enabled: may, staleTime: 60_000 })) });
  return asked.flatMap(({ data }) => (data === undefined ? [] : data.groups.filter((group) => group.endedOn === null || group.endedOn >= data.today).map(({ id, name }) => ({ id, name, site: data.site.name }))));
}

function useParts(typed: string, people: readonly Person[]): Part[] {
  const { say } = useWords();
  const navigate = useNavigate();
  const me = useMeQuery().data;
  const groups = useGroups(me?.permissions.includes('schedule.read') === true);
  const person = (one: Person): Shown => ({
    id: `found-${one.participantId}`, title: one.displayName, detail: detailOf(say, one), open: () => { void navigate({ to: '/people/$participantId', params: { participantId: one.participantId } }); },
  });
  const parts: Part[] = [
    { heading: 'find.people', rows: people.filter((one) => one.why !== 'similar').map(person) },
    { heading: 'find.similar', rows: people.filter((one) => one.why === 'similar').map(person) },
    {
      heading: 'room.groups', rows: groups.filter((one) => readsLike(typed, one.name)).slice(0, GROUPS_SHOWN).map((one) => ({
        id: `found-${one.id}`, title: one.name, detail: one.site, open: () => { void navigate({ to: '/groups/$seriesId', params: { seriesId: one.id } }); },
      })),
    },
    {
      heading: 'find.pages', rows: PAGES.filter((one) => me?.permissions.includes(one.may) === true && readsLike(typed, say(one.word))).slice(0, PAGES_SHOWN).map((one) => ({
        id: `found-${one.word}`, title: say(one.word), detail: one.to.startsWith('/program') ? say('room.program') : '', open: () => { void navigate({ to: one.to, search: {} }); },
      })),
    },
  ];
  return parts.filter((part) => part.rows.length > 0);
}

function Found({ row, isCurrent, choose }: { row: Shown; isCurrent: boolean; choose: (option: Option) => void }) {
  return (
    <div id={row.id} role="option" className={styles.option} aria-selected={isCurrent} onClick={() => choose(row)}
      ref={(element) => { if (isCurrent) element?.scrollIntoView({ block: 'nearest' }); }}>
      <b>{row.title}</b>{row.detail !== '' && <span className="sm dim">{row.detail}</span>}
    </div>
  );
}

function Parts({ parts, current, choose }: { parts: readonly Part[]; current: string | undefined; choose: (option: Option) => void }) {
  const { say } = useWords();
  return parts.map((part) => (
    <div key={part.heading} role="group" aria-labelledby={`heading-${part.heading}`}>
      <p id={`heading-${part.heading}`} className={styles.heading} role="presentation">{say(part.heading)}</p>
      {part.rows.map((row) => <Found key={row.id} row={row} isCurrent={row.id === current} choose={choose} />)}
    </div>
  ));
}

type Props = { id: string; typed: string; at: number; setOptions: (options: readonly Option[]) => void; choose: (option: Option) => void };

export function SearchList({ id, typed, at, setOptions, choose }: Props) {
  const { say } = useWords();
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  const may = useMeQuery().data?.permissions.includes('people.read') === true;
  const found = useFoundPeople(settled, may);
  /* What was found for other letters is not shown: Enter would open somebody else. */
  const isFresh = settled === typed && !found.isFetching;
  const people = isFresh ? found.data?.people ?? [] : [];
  const parts = useParts(typed, people);
  const rows = isFresh ? parts.flatMap((part) => part.rows) : [];
  const key = rows.map((row) => row.id).join(' ');
  /* The ids say whether anything is different: the rows themselves are made anew each time. */
  useEffect(() => { setOptions(rows); return () => setOptions([]); }, [key, setOptions]);
  const current = useMemo(() => key.split(' ')[at], [key, at]);
  const failed = isFresh && found.error !== null;
  return (
    <>
      {failed && <RefusalNotice answer={found.error instanceof Unread ? found.error.refusal ?? { offline: true } : { refused: 'broken', sentence: say('error.sentence'), way: say('error.way') }} />}
      <div id={id} role="listbox" aria-label={say('find.label')}>{isFresh && <Parts parts={parts} current={current} choose={choose} />}</div>
      {!isFresh && <Waiting said={say('find.looking')}><Lines /></Waiting>}
      {isFresh && !failed && rows.length === 0 && <Nothing />}
      {isFresh && found.data?.hasMore === true && <p className={styles.hint}>{say('find.more')}</p>}
      <p className="vh" role="status">{isFresh ? say('find.found', { found: rows.length }) : ''}</p>
    </>
  );
}

function Lines(): ReactNode {
  return Array.from({ length: 3 }, (_, row) => <p key={row} className={styles.hint}><Blank width="100%" height={22} /></p>);
}

function Nothing() {
  const { say } = useWords();
  return <div className={styles.nothing}><p><b>{say('find.none')}</b></p><p className="sm dim">{say('find.none.way')}</p></div>;
}
