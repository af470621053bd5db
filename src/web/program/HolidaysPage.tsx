/** Days without sessions. */
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { dateText } from '../kit/times.ts';
import { Sentences, useWords } from '../kit/words.tsx';
import type { Said } from '../words/said.ts';
import type { HolidayRow, Settings } from './ground.ts';
import { HolidayPanel } from './HolidayPanel.tsx';
import { aheadAndPast, offeredFrom, todayOf } from './holidays.ts';
import { RowAct } from './RowAct.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { SettingsRead } from './SettingsRead.tsx';
import { useHolidays } from './use-holidays.tsx';
import type { HolidayActs } from './use-holidays.tsx';
import frame from './program.module.css';
import styles from './ground.module.css';

function useDayText(): (date: string) => string {
  const { say, language } = useWords();
  return (date) => say('holiday.day', { day: dateText(language, date), year: date.slice(0, 4) });
}

function HolidayRows({ holidays, acts, label }: { holidays: readonly HolidayRow[]; acts: HolidayActs | null; label: string }) {
  const { say } = useWords();
  const day = useDayText();
  return (
    <Rows label={label}>
      {holidays.map((one) => (
        <Row key={one.id} title={one.name} detail={`${day(one.date)} · ${one.siteName ?? say('holiday.all-sites')}`}
          acts={acts !== null && <RowAct label={say('holiday.take-back')} of={`${one.name}, ${day(one.date)}`} press={() => acts.end(one)} />} />
      ))}
    </Rows>
  );
}

/** What the law has in the coming year: one press each. */
function Federal({ settings, acts }: { settings: Settings; acts: HolidayActs }) {
  const { say } = useWords();
  const day = useDayText();
  const offered = offeredFrom(settings.holidays, todayOf(settings)).map((one) => {
    const name = say(`holiday.us.${one.holiday}`);
    return { date: one.date, name: one.isKept ? say('holiday.kept', { name }) : name };
  });
  return (
    <section aria-labelledby="federal">
      <div className="section"><h2 id="federal">{say('holiday.federal')}</h2></div>
      <p className={`sm dim ${styles.note}`}>{say(offered.length === 0 ? 'holiday.federal.all' : 'holiday.federal.say')}</p>
      {offered.length > 0 && (
        <Rows>
          {offered.map((one) => (
            <Row key={one.date} title={one.name} detail={day(one.date)} acts={<RowAct label={say('holiday.federal.add')} of={`${one.name}, ${day(one.date)}`} press={() => { acts.forget(); void acts.add({ ...one, siteId: null }); }} />} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function openingOf(ahead: readonly HolidayRow[], day: (date: string) => string): Said[] {
  const [next] = ahead;
  return [
    { id: 'holiday.say', values: { days: ahead.length } }, ...(next === undefined ? [] : [{ id: 'holiday.say.next' as const, values: { name: next.name, day: day(next.date) } }]),
    { id: 'holiday.say.floor' },
  ];
}

function Holidays({ settings }: { settings: Settings }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const acts = useHolidays();
  const day = useDayText();
  const [adds, setAdds] = useState(false);
  const { ahead, past } = aheadAndPast(settings.holidays, todayOf(settings));
  const refused = acts.ending ?? (adds ? null : acts.adding);
  return (
    <>
      <div className={styles.head}>
        <p className={frame.say}><Sentences said={openingOf(ahead, day)} /></p>
        {mayChange && <button type="button" className={adds ? 'btn' : 'btn go'} onClick={() => { acts.forget(); setAdds(true); }}>{say('holiday.add')}</button>}
      </div>
      {refused !== null && <RefusalNotice answer={refused} />}
      <div className={frame.columns}>
        <section aria-labelledby="ahead">
          <div className="section"><h2 id="ahead">{say('holiday.ahead')}</h2></div>
          {ahead.length === 0 ? <p className={styles.empty}>{say('holiday.none')}{mayChange && ` ${say('holiday.none.way')}`}</p> : <HolidayRows holidays={ahead} acts={mayChange ? acts : null} label={say('holiday.ahead')} />}
          {past.length > 0 && (
            <details className={styles.gone}>
              <summary>{say('holiday.past', { days: past.length })}</summary>
              <HolidayRows holidays={past} acts={mayChange ? acts : null} label={say('holiday.past', { days: past.length })} />
            </details>
          )}
        </section>
        {mayChange && <Federal settings={settings} acts={acts} />}
      </div>
      {adds && <HolidayPanel sites={settings.sites} acts={acts} close={() => setAdds(false)} />}
      {acts.toast}
    </>
  );
}

export function HolidaysPage() {
  return <SettingsPage page="program.holidays"><SettingsRead>{(settings) => <Holidays settings={settings} />}</SettingsRead></SettingsPage>;
}
