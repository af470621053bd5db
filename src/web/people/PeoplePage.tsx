/** The people of a site, and those who wait to be admitted. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { readPeople } from '../../boards/people/people.contract.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { TextField } from '../kit/fields.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { EnterPerson } from './EnterPerson.tsx';
import { FormerPeople } from './FormerPeople.tsx';
import styles from './people.module.css';
import { PeopleTable } from './PeopleTable.tsx';
import { dayText, readsLike } from './texts.ts';

const route = getRouteApi('/people');
type List = ValueOf<typeof readPeople>;

function ListBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p className={styles.say}><Blank width={420} height={20} /></p>{Array.from({ length: 10 }, (_, row) => <p key={row}><Blank width="100%" height={30} /></p>)}</Waiting>;
}

/** The local day of an instant, as the site sees it. */
const dayOf = (zone: string, instant: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));

function WaitingPeople({ list, typed, mayAdmit }: { list: List; typed: string; mayAdmit: boolean }) {
  const { say, language } = useWords();
  const shown = list.waiting.filter((person) => readsLike(typed, `${person.displayName} ${person.alsoNamed}`));
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="waiting">
      <h2 id="waiting">{say('roll.waiting')}</h2>
      <Rows>
        {shown.map(({ participantId, displayName, birthYear, enteredAt }) => (
          <Row key={participantId} title={<Link className={styles.name} to="/people/$participantId" params={{ participantId }}>{displayName}</Link>}
            detail={say('roll.waiting.detail', { year: birthYear === null ? 'none' : String(birthYear), day: dayText(language, dayOf(list.site.timeZone, enteredAt), list.today) })}
            acts={mayAdmit ? <Link className="btn small" to="/people/$participantId" params={{ participantId }} aria-label={`${say('roll.admit')}: ${displayName}`}>{say('roll.admit')}</Link> : undefined} />
        ))}
      </Rows>
      {list.waitingMore > 0 && <p className={styles.empty}>{say('roll.waiting.more', { people: list.waitingMore })}</p>}
    </section>
  );
}

function People({ list, mayEnter, mayAdmit }: { list: List; mayEnter: boolean; mayAdmit: boolean }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const people = list.people.filter((one) => readsLike(typed, [one.displayName, one.alsoNamed, one.programName, one.trackName, one.phaseName, one.counselorName, one.birthYear].join(' ')));
  const found = people.length + list.waiting.filter((person) => readsLike(typed, `${person.displayName} ${person.alsoNamed}`)).length;
  const count = new Set(list.people.map((one) => one.participantId)).size;
  return (
    <>
      <p className={styles.say}><Rich text={say('roll.say', { people: count, site: list.site.name, waiting: list.waiting.length + list.waitingMore })} /></p>
      {list.people.length + list.waiting.length > 0 && (
        <div className={styles.tools}>
          <TextField label={say('roll.find')} value={typed} set={setTyped} />
          <p className="sm dim" role="status">{typed.trim() === '' ? '' : say('roll.found', { found })}</p>
        </div>
      )}
      {people.length > 0 && <PeopleTable people={people} today={list.today} />}
      {list.people.length === 0 && <p className={styles.empty}>{say(mayEnter ? 'roll.empty' : 'roll.empty.read', { site: list.site.name })}</p>}
      <WaitingPeople list={list} typed={typed} mayAdmit={mayAdmit} />
    </>
  );
}

export function PeoplePage() {
  const { say } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = useNavigate();
  const [panel, setPanel] = useState<'enter' | 'former' | null>(null);
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const allowed = me.may('people.read') && chosen !== undefined;
  const asked = useMemo(() => reading(readPeople, { query: { siteId: chosen?.id ?? '' } }), [chosen?.id]);
  const list = useQuery({ ...asked, enabled: allowed });
  useEffect(() => { document.title = say('roll.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  if (!allowed) return <Work><NotYours /></Work>;
  const mayEnter = me.may('people.change');
  const openPerson = (participantId: string): void => { void navigate({ to: '/people/$participantId', params: { participantId } }); };
  return (
    <Work>
      <div className="head">
        {list.error === null || list.data !== undefined ? <h1>{say('room.people')}</h1> : null}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('roll.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { void navigate({ to: '/people', search: { site: event.currentTarget.value } }); }} />
        )}
        <span className="grow" />
        {me.may('placement.change') && <button type="button" className="btn" onClick={() => setPanel('former')}>{say('former.open')}</button>}
        {mayEnter && <button type="button" className="btn go" onClick={() => setPanel('enter')}>{say('roll.enter')}</button>}
      </div>
      {list.data === undefined && (list.error === null ? <ListBlank /> : <UnreadNotice error={list.error} again={() => { void list.refetch(); }} />)}
      {list.data !== undefined && <People key={chosen.id} list={list.data} mayEnter={mayEnter} mayAdmit={me.may('placement.change')} />}
      {panel === 'enter' && <EnterPerson close={() => setPanel(null)} entered={openPerson} />}
      {panel === 'former' && <FormerPeople close={() => setPanel(null)} admitted={openPerson} />}
    </Work>
  );
}
