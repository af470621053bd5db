/** The frame of every staff page: skip link, top bar, the page, and a bottom bar on a phone. */
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Mark } from '../kit/Icon.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { useWords } from '../kit/words.tsx';
import { MeMenu } from './MeMenu.tsx';
import { MeContext, useMeQuery } from './me.ts';
import type { Me } from './me.ts';
import styles from './shell.module.css';

function TopBar({ me }: { me: Me | undefined }) {
  const { say } = useWords();
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.brand} aria-label={me === undefined ? 'Stepdown' : say('top.brand', { organization: me.organization.name })}>
        <Mark /><span className="wide">{me?.organization.name ?? 'Stepdown'}</span>
      </Link>
      <nav className={styles.rooms} aria-label={say('top.rooms')}>
        <Link to="/" activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true, includeSearch: false }}>{say('room.today')}</Link>
      </nav>
      <span className="grow" />
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
      <nav className={styles.bottom} aria-label={say('top.bottom')}>
        <Link to="/" activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true, includeSearch: false }}>{say('room.today')}</Link>
      </nav>
    </>
  );
}
