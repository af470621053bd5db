/** The head of a person's page: where, who, how to reach them safely, and the stair with the week. */
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import type { readPerson } from '../../boards/people/people.contract.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { Stair } from '../kit/Stair.tsx';
import { useFold } from '../kit/use-fold.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { useFreshRecord } from '../record/use-fresh.ts';
import { DangerButton } from '../tasks/DangerButton.tsx';
import type { Episode } from './back.ts';
import { inForce } from './back.ts';
import styles from './people.module.css';
import { reachSaid } from './reach-said.ts';
import { dayText, languageText } from './texts.ts';

export type Person = ValueOf<typeof readPerson>;
export type HeadPanel = 'details' | 'admit' | 'contact' | 'plan';
type Props = { person: Person; episode: Episode | null; open: (panel: HeadPanel) => void; planSession: (() => void) | null };

function Facts({ person }: { person: Person }) {
  const { say, language } = useWords();
  const born = person.birthDate === null || person.age === null ? say('record.born-unknown') : say('record.age', { age: person.age, day: dayText(language, person.birthDate, person.today) });
  const reach = [reachSaid(say, person), ...(person.contactNote === '' ? [] : [say('record.note', { note: person.contactNote })])].join(', ');
  return (
    <>
      <p className={styles.facts}>
        <span>{born}</span><span>{say('record.number', { number: person.participantNumber })}</span>
        <span><Rich text={say('record.shown-as', { name: person.displayName })} /></span>
        {person.language !== 'en' && <span>{say('record.language', { language: languageText(language, person.language) })}</span>}
      </p>
      <p className={styles.facts}>
        {person.telephone !== '' && <a className="lk" href={`tel:${person.telephone.replace(/[^+\d]/g, '')}`}>{person.telephone}</a>}
        {person.email !== '' && <a className="lk" href={`mailto:${person.email}`}>{person.email}</a>}
        <b>{reach}</b>
      </p>
    </>
  );
}

function Path({ episode, today }: { episode: Episode; today: string }) {
  const { say, language } = useWords();
  const { path, position, week } = episode;
  const day = dayText(language, episode.admittedOn, today);
  return (
    <div>
      <p><Rich text={week === null ? say('stair.ahead', { day }) : say('stair.week', { week, day })} /></p>
      {path !== null && (
        <Stair phases={path.phases} week={position?.week ?? null} phaseNo={position?.phaseNo ?? null}
          sentence={position === null ? say('stair.off-path', { path: path.name, weeks: path.weeks })
            : say('stair.on-path', { path: path.name, weeks: path.weeks, week: position.week, phase: path.phases[position.phaseNo - 1]?.name ?? '' })} />
      )}
    </div>
  );
}

/** What the page leads on to, once each; the papers stand where they are not in the way. */
function More({ person, open }: Pick<Props, 'person' | 'open'>) {
  const { say } = useWords();
  const { may } = useMe();
  const box = useFold();
  const of = { params: { participantId: person.participantId }, search: {}, preload: false as const };
  const change = may('people.change');
  if (!may('note.read') && !may('plan.read')) return change ? <button type="button" className="btn" onClick={() => open('details')}>{say('record.change')}</button> : null;
  const details = (): void => {
    if (box.current !== null) box.current.open = false;
    // The panel gives the focus back to what had it, and what folds away cannot have it.
    box.current?.querySelector('summary')?.focus();
    open('details');
  };
  return (
    <details ref={box} className={styles.more}>
      <summary className="btn quiet">{say('record.more')}</summary>
      <div className={styles.items}>
        {change && <button type="button" onClick={details}>{say('record.change')}</button>}
        {may('note.read') && <Link to="/people/$participantId/notes/paper" {...of}>{say('record.print-notes')}</Link>}
        {may('plan.read') && <Link to="/people/$participantId/plan/paper" {...of}>{say('record.print-plan')}</Link>}
      </div>
    </details>
  );
}

function Acts({ person, episode, open, planSession }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const fresh = useFreshRecord();
  const { participantId } = person;
  const waits = person.episodes.length === 0;
  /* One filled button a page: on the plan it is the one that signs. */
  const leads = useLocation({ select: ({ pathname }) => !pathname.endsWith('/plan') });
  const admits = may('placement.change') && (episode === null || (episode.endedOn !== null && episode.endedOn <= person.today));
  const writes = may('contact.write');
  useKeys(writes ? [{ key: 'n', word: 'record.key.write', act: () => open('contact') }] : []);
  return (
    <div className={styles.acts}>
      {admits && <button type="button" className="btn go" onClick={() => open('admit')}>{say(waits ? 'record.admit' : 'admit.again')}</button>}
      {writes && <button type="button" className={admits || !leads ? 'btn' : 'btn go'} onClick={() => open('contact')}>{say('record.write')}<kbd className="wide" aria-hidden="true">N</kbd></button>}
      {planSession !== null && <button type="button" className="btn" onClick={planSession}>{say('record.plan-session')}</button>}
      {may('hours.read') && episode !== null && <Link className="btn" to="/people/$participantId/hours" params={{ participantId }} search={{}}>{say('record.hours')}</Link>}
      <DangerButton participantId={participantId} displayName={person.displayName} sessionId={null} done={fresh} />
      <More person={person} open={open} />
    </div>
  );
}

export function PersonHead(props: Props) {
  const { person, episode } = props;
  const { say } = useWords();
  const counselor = episode === null ? undefined : inForce(episode.counselors, person.today);
  const place = episode === null ? [] : [episode.site.name, episode.programName, episode.trackName, counselor === undefined ? null : say('record.counselor', { name: counselor.name })].filter((part) => part !== null);
  return (
    <div className={styles.top}>
      <div className={styles.who}>
        <p className="dim">{person.episodes.length === 0 ? say('record.waiting') : place.join(' · ')}</p>
        <div className={styles.called}>
          <h1>{`${person.legalGivenName} ${person.legalFamilyName}`.trim()}</h1>
          {person.chosenName !== null && person.chosenName !== person.legalGivenName && <span className={styles.chip}>{say('record.goes-by', { name: person.chosenName })}</span>}
          {person.pronouns !== null && <span className={styles.chip}>{person.pronouns}</span>}
        </div>
        <Facts person={person} />
        <Acts {...props} />
      </div>
      {episode !== null && <Path episode={episode} today={person.today} />}
    </div>
  );
}
