/** The frame of every staff page: skip link, top bar with the rooms, the page, and a bottom bar on a phone. */
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import type { Permission } from '../../permissions.ts';
import { Mark } from '../kit/Icon.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { useWords } from '../kit/words.tsx';
import type { WordId } from '../words/en.ts';
import { TopSearch } from '../search/TopSearch.tsx';
import { SafetyBell } from '../tasks/SafetyBell.tsx';
import { MeMenu } from './MeMenu.tsx';
import { MeContext, useMeQuery } from './me.ts';
import type { Me } from './me.ts';
import styles from './shell.module.css';

/** In the order of the design; a room shows to whoever may do something in it. */
const ROOMS = [
  { to: '/', word: 'room.today', exact: true, may: 'today.read' },
  { to: '/groups', word: 'room.groups', exact: false, may: 'schedule.read' },
  { to: '/people', word: 'room.people', exact: false, may: 'people.read' },
  { to: '/week', word: 'room.hours', exact: false, may: 'hours.read' },
  { to: '/program', word: 'room.program', exact: false, may: 'settings.read' },
] as const satisfies readonly { to: string; word: WordId; exact: boolean; may: Permission }[];

function RoomLinks({ me }: { me: Me | undefined }) {
  const { say } = useWords();
  const may = (permission: Permission): boolean => me?.permissions.includes(permission) === true;
  // Whoever may count people but not read their hours finds the census in the place of the week.
  const rooms = ROOMS.filter((room) => may(room.may) || (room.to === '/week' && may('census.read'))).map((room) => (room.to === '/week' && !may('hours.read') ? { ...room, to: '/census' as const } : room));
  return rooms.map((room) => (
    <Link key={room.to} to={room.to} search={{}} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: room.exact, includeSearch: false }}>{say(room.word)}</Link>
  ));
}

function TopBar({ me }: { me: Me | undefined }) {
  const { say } = useWords();
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.brand} aria-label={me === undefined ? 'Stepdown' : say('top.brand', { organization: me.organization.name })}>
        <Mark /><span className="wide">{me?.organization.name ?? 'Stepdown'}</span>
      </Link>
      <nav className={styles.rooms} aria-label={say('top.rooms')}><RoomLinks me={me} /></nav>
      <span className="grow" />
      {me?.permissions.includes('people.read') === true && <TopSearch />}
      {me?.permissions.includes('task.read') === true && <SafetyBell />}
      {me !== undefined && <MeMenu me={me} />}
    </header>
  );
}

export function Shell() {
  const { say } = useWords();
  const me = useMeQuery();
  const navigate = useNavigate();
  useKeys([{ key: 't', word: 'key.today', act: () => { void navigate({ to: '/', search: {} }); } }]);
  return (
    <>
      <a className={styles.skip} href="#work">{say('top.skip')}</a>
      {me.data?.organization.kind === 'demo' && <aside className={styles.demo} aria-label={say('top.demo.label')}>{say('top.demo', { organization: me.data.organization.name })}</aside>}
      <TopBar me={me.data} />
      {me.data === undefined
        ? <main id="work" tabIndex={-1} className="page">{me.error !== null && <UnreadNotice error={me.error} again={() => { void me.refetch(); }} />}</main>
        : <MeContext value={me.data}><Outlet /></MeContext>}
      <nav className={styles.bottom} aria-label={say('top.bottom')}><RoomLinks me={me.data} /></nav>
    </>
  );
}
