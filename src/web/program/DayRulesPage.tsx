/** The figures by which a day is run, each from a day on with its source. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readDayRules } from '../../boards/program/day-rules.contract.ts';
import { changeDayRule } from '../../modules/program/day-rules.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { DayRulePanel, STALE } from './DayRulePanel.tsx';
import type { Written } from './DayRulePanel.tsx';
import { formerOf, pastFigures, standingFigures, unverified } from './day-figures.ts';
import type { DayRules, Figure, Rule } from './day-figures.ts';
import { LinesBlank } from './SettingsRead.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import styles from './day-rules.module.css';
import frame from './program.module.css';

/** Rows that came with the organization begin before anybody could ask. */
const EVER = '2001-01-01';
const dayText = (language: Language, day: string): string => `${dateText(language, day, 'month-day')}, ${day.slice(0, 4)}`;

function When({ figure }: { figure: Figure }) {
  const { say, language } = useWords();
  if (figure.validFrom < EVER) return <>{say('day-rules.ever')}</>;
  const date = dayText(language, figure.validFrom);
  return <>{say(figure.standing === 'coming' ? 'day-rules.coming' : 'rule.since', { date })}{figure.recordedByName !== null && <>, {figure.recordedByName}</>}</>;
}

function OneFigure({ rule, figure, back }: { rule: Rule; figure: Figure; back: ((figure: Figure, to: Figure) => void) | null }) {
  const { say } = useWords();
  const former = figure.standing === 'past' ? null : formerOf(rule, figure);
  return (
    <li className={figure.standing === 'past' ? styles.past : ''}>
      <span className={styles.value}>{say(`day-rule.${rule.rule}.value`, { value: figure.value })}{figure.siteName !== null && <span className="sm dim"> {figure.siteName}</span>}</span>
      <span className={styles.source}>
        <span className={`sm ${figure.standing === 'coming' ? 'c-plum' : 'dim'}`}><When figure={figure} /></span>
        <span className="sm">{figure.source}</span>
        <span className={`sm ${figure.isVerified ? 'c-moss' : 'c-amber'}`}><Icon name={figure.isVerified ? 'check' : 'warn'} /> {say(figure.isVerified ? 'rules.verified' : 'rules.not-verified')}</span>
      </span>
      {back !== null && former !== null && former.value !== figure.value && (
        <button type="button" className="btn small" onClick={() => back(figure, former)}>{say('day-rules.back', { value: say(`day-rule.${rule.rule}.value`, { value: former.value }) })}<span className="vh"> {say(`day-rule.${rule.rule}`)}</span></button>
      )}
    </li>
  );
}

function OneRule({ rule, acts }: { rule: Rule; acts: { change: () => void; back: (figure: Figure, to: Figure) => void } | null }) {
  const { say } = useWords();
  const past = pastFigures(rule);
  const id = `day-rule-${rule.rule}`;
  return (
    <section className={styles.rule} aria-labelledby={id}>
      <div className={styles.what}><h2 id={id}>{say(`day-rule.${rule.rule}`)}</h2><p className="sm dim">{say(`day-rule.${rule.rule}.say`)}</p></div>
      <div>
        <ul className={styles.figures}>{standingFigures(rule).map((figure) => <OneFigure key={figure.id} rule={rule} figure={figure} back={acts?.back ?? null} />)}</ul>
        {past.length > 0 && <details className={styles.fold}><summary className="sm">{say('day-rules.past', { figures: past.length })}</summary><ul className={styles.figures}>{past.map((figure) => <OneFigure key={figure.id} rule={rule} figure={figure} back={null} />)}</ul></details>}
      </div>
      {acts !== null && <button type="button" className="btn" onClick={acts.change}>{say('day-rules.change')}<span className="vh"> {say(`day-rule.${rule.rule}`)}</span></button>}
    </section>
  );
}

function RulesRead({ data }: { data: DayRules }) {
  const { say, language } = useWords();
  const mayChange = useMe().may('settings.change');
  const [open, setOpen] = useState<Rule['rule'] | null>(null);
  const act = useAct(changeDayRule, STALE);
  const { toast, done } = useUndo();
  const changing = data.rules.find(({ rule }) => rule === open);

  /** A change back is a row like any other, from the same day on, or from today where that has passed. */
  const write = async (rule: Rule['rule'], at: Pick<Figure, 'siteId' | 'validFrom'>, to: Pick<Figure, 'value' | 'source' | 'isVerified'>): Promise<boolean> => {
    const validFrom: CivilDate = at.validFrom < data.today ? data.today : at.validFrom;
    return await act.carryOut({ body: { siteId: at.siteId, rule, value: to.value, validFrom, source: to.source, isVerified: to.isVerified } }) !== null;
  };
  const said = (rule: Rule['rule'], value: number, from: string): string => say('day-rules.changed', { what: say(`day-rule.${rule}`), value: say(`day-rule.${rule}.value`, { value }), date: dayText(language, from) });
  const undoTo = (rule: Rule, one: Written): void => {
    const before = rule.figures.find((figure) => figure.siteId === one.siteId && figure.validFrom <= one.validFrom) ?? rule.figures.find((figure) => figure.siteId === null && figure.standing === 'in-force');
    done(said(rule.rule, one.value, one.validFrom), () => { if (before !== undefined) void write(rule.rule, one, before); });
  };
  const back = (rule: Rule) => (figure: Figure, to: Figure): void => {
    void write(rule.rule, figure, to).then((isWritten) => {
      if (isWritten) done(said(rule.rule, to.value, figure.validFrom < data.today ? data.today : figure.validFrom), () => { void write(rule.rule, figure, figure); });
    });
  };
  return (
    <>
      <p className={frame.say}><Rich text={say('day-rules.say', { figures: data.rules.length, unverified: unverified(data.rules) })} /></p>
      {act.answer !== null && <RefusalNotice answer={act.answer} />}
      {data.rules.map((rule) => <OneRule key={rule.rule} rule={rule} acts={mayChange ? { change: () => { act.forget(); setOpen(rule.rule); }, back: back(rule) } : null} />)}
      {changing !== undefined && (
        <DayRulePanel key={changing.rule} rules={data} rule={changing} close={() => setOpen(null)} written={(one) => {
          setOpen(null);
          undoTo(changing, one);
        }} />
      )}
      {toast}
    </>
  );
}

export function DayRulesPage() {
  const mayRead = useMe().may('settings.read');
  const rules = useQuery({ ...useMemo(() => reading(readDayRules, {}), []), enabled: mayRead });
  return (
    <SettingsPage page="program.day-rules">
      {rules.data === undefined && (rules.error === null ? <LinesBlank /> : <UnreadNotice error={rules.error} again={() => { void rules.refetch(); }} />)}
      {rules.data !== undefined && <RulesRead data={rules.data} />}
    </SettingsPage>
  );
}
