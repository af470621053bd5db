/** Who is on call, day by day: what is missing in a sentence, the month as a table, and a span of days set at the side. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readOnCall } from '../../boards/staff/staff.contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import type { Me } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { OnCallMonth } from './OnCallMonth.tsx';
import { OnCallPanel } from './OnCallPanel.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { firstOf, joined, lastOf, monthAfter, monthOf, uncoveredOf } from './on-call.ts';
import type { OnCall } from './on-call.ts';
import { useOnCallActs } from './use-on-call-acts.ts';
import styles from './on-call.module.css';
import frame from './program.module.css';

const route = getRouteApi('/program/on-call');
/** How far ahead the opening sentence looks: thirteen weeks, which is what one read holds. */
const AHEAD = 91;
const NAMED = 4;

/** November 2026; a month has no day and no zone. */
function monthText(language: Language, month: string): string {
  const text = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The days ahead on which sessions stand and nobody is on call, the first few by name. */
function Opening({ ahead }: { ahead: OnCall }) {
  const { say, language } = useWords();
  const missing = uncoveredOf(ahead);
  const first = missing.slice(0, NAMED).map((day) => dateText(language, day.date, 'month-day'));
  const rest = missing.length - first.length;
  const days = joined(language, rest > 0 ? [...first, say('on-call.say.more', { days: rest })] : first);
  const until = dateText(language, addDays(ahead.today, AHEAD), 'month-day');
  const isPlanned = ahead.days.some((day) => day.sessions > 0);
  const said = missing.length > 0 ? say('on-call.say.missing', { days: missing.length, list: days }) : say(isPlanned ? 'on-call.say.covered' : 'on-call.say.nothing-planned', { until });
  return <p className={`${frame.say} ${missing.length > 0 ? styles.missing : ''}`}><Rich text={said} /></p>;
}

function MonthBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p className={frame.say}><Blank width={480} height={20} /></p><Blank width="100%" height={480} /></Waiting>;
}

function SiteMonth({ site }: { site: Me['sites'][number] }) {
  const { say, language } = useWords();
  const me = useMe();
  const navigate = route.useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const today = dateIn(site.timeZone, new Date(me.now));
  const month = monthOf(hash, today);
  const read = (from: CivilDate, to: CivilDate) => reading(readOnCall, { params: { siteId: site.id as SiteId }, query: { from, to } });
  const days = useQuery(useMemo(() => read(firstOf(month), lastOf(month)), [site.id, month]));
  const ahead = useQuery(useMemo(() => read(today, addDays(today, AHEAD)), [site.id, today]));
  const acts = useOnCallActs(site.id as SiteId);
  const [panel, setPanel] = useState<{ from: CivilDate; to: CivilDate; single: boolean } | null>(null);
  const mayChange = me.may('on-call.change');
  const go = (to: string): void => { void navigate({ search: (now) => now, hash: to }); };
  useKeys([{ key: 'ArrowLeft', word: 'key.month-before', act: () => go(monthAfter(month, -1)) }, { key: 'ArrowRight', word: 'key.month-after', act: () => go(monthAfter(month, 1)) }]);
  const open = (one: { from: CivilDate; to: CivilDate; single: boolean } | null): void => {
    acts.forget();
    setPanel(one);
  };
  const shown = days.data;
  const error = days.error ?? ahead.error;
  if (shown === undefined || ahead.data === undefined) return error === null ? <MonthBlank /> : <UnreadNotice error={error} again={() => { void days.refetch(); void ahead.refetch(); }} />;
  const start = firstOf(month) > shown.today ? firstOf(month) : shown.today;
  return (
    <>
      <Opening ahead={ahead.data} />
      <div className={styles.head}>
        <h2>{monthText(language, month)}</h2>
        <nav className={styles.turn} aria-label={say('on-call.months')}>
          <Link className="btn" to="/program/on-call" search={(now) => now} hash={monthAfter(month, -1)} aria-label={say('on-call.before')}><Icon name="back" /></Link>
          {month !== shown.today.slice(0, 7) && <Link className="btn" to="/program/on-call" search={(now) => now}>{say('on-call.this-month')}</Link>}
          <Link className="btn" to="/program/on-call" search={(now) => now} hash={monthAfter(month, 1)} aria-label={say('on-call.after')}><Icon name="on" /></Link>
        </nav>
        <span className="grow" />
        {mayChange && shown.people.some((one) => one.mayBeOnCall) && <button type="button" className={panel === null ? 'btn go' : 'btn'} onClick={() => open({ from: start, to: lastOf(start.slice(0, 7)), single: false })}>{say('on-call.set')}</button>}
      </div>
      {!shown.people.some((one) => one.mayBeOnCall) && <Notice tone="amber" sentence={say('on-call.no-clinician')} way={say('on-call.no-clinician.way')} />}
      {panel === null && acts.refused !== null && <RefusalNotice answer={acts.refused} />}
      <OnCallMonth key={`${site.id} ${month}`} board={shown} caption={monthText(language, month)} choose={mayChange ? (date) => open({ from: date, to: date, single: true }) : null} />
      {panel !== null && <OnCallPanel key={`${panel.from} ${panel.to}`} span={panel} board={shown} acts={acts} close={() => open(null)} />}
      {acts.toast}
    </>
  );
}

function OnCallBody() {
  const { say } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  if (chosen === undefined) return <Notice tone="amber" sentence={say('today.no-site')} />;
  return (
    <>
      {me.sites.length > 1 && (
        <div className={styles.site}>
          <NativeSelect label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { const to = event.currentTarget.value; void navigate({ search: { site: to }, hash: true }); }} />
        </div>
      )}
      <SiteMonth key={chosen.id} site={chosen} />
    </>
  );
}

export function OnCallPage() {
  return <SettingsPage page="program.on-call"><OnCallBody /></SettingsPage>;
}
