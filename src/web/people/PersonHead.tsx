/** The head of a person's page: where, who, how to reach them safely, and the stair with the week. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import type { readPerson } from '../../boards/people/people.contract.ts';
import { Notice } from '../kit/Notice.tsx';
import { Stair } from '../kit/Stair.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import type { Episode } from './back.ts';
import { inForce } from './back.ts';
import styles from './people.module.css';
import { dayText, languageText } from './texts.ts';

export type Person = ValueOf<typeof readPerson>;
type Props = { person: Person; episode: Episode | null; open: (panel: 'details' | 'admit') => void };

function Facts({ person }: { person: Person }) {
  const { say, language } = useWords();
  const born = person.birthDate === null || person.age === null ? say('record.born-unknown') : say('record.age', { age: person.age, day: dayText(language, person.birthDate, person.today) });
  const reach = [say(`record.reach.${person.contactBy}`), ...(person.contactBy === 'none' ? [] : [say(person.mayLeaveMessage ? 'record.message.yes' : 'record.message.no')]),
    ...(person.contactNote === '' ? [] : [say('record.note', { note: person.contactNote })])].join(', ');
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

export function PersonHead({ person, episode, open }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const { participantId } = person;
  const counselor = episode === null ? undefined : inForce(episode.counselors, person.today);
  const place = episode === null ? [] : [episode.site.name, episode.programName, episode.trackName, counselor === undefined ? null : say('record.counselor', { name: counselor.name })].filter((part) => part !== null);
  const waits = person.episodes.length === 0;
  return (
    <>
      <div className={styles.top}>
        <div className={styles.who}>
          <p className="dim">{waits ? say('record.waiting') : place.join(' · ')}</p>
          <div className={styles.called}>
            <h1>{`${person.legalGivenName} ${person.legalFamilyName}`.trim()}</h1>
            {person.chosenName !== null && person.chosenName !== person.legalGivenName && <span className={styles.chip}>{say('record.goes-by', { name: person.chosenName })}</span>}
            {person.pronouns !== null && <span className={styles.chip}>{person.pronouns}</span>}
          </div>
          <Facts person={person} />
          <div className={styles.acts}>
            {may('placement.change') && (episode === null || (episode.endedOn !== null && episode.endedOn <= person.today)) && <button type="button" className="btn go" onClick={() => open('admit')}>{say(waits ? 'record.admit' : 'admit.again')}</button>}
            {may('people.change') && <button type="button" className="btn" onClick={() => open('details')}>{say('record.change')}</button>}
            {may('hours.read') && episode !== null && <Link className="btn" to="/people/$participantId/hours" params={{ participantId }} search={{}}>{say('record.hours')}</Link>}
          </div>
        </div>
        {episode !== null && <Path episode={episode} today={person.today} />}
      </div>
      {person.lacksGuardian && <Notice tone="amber" sentence={say('record.no-guardian', { age: person.age ?? 0 })} way={may('people.change') ? say('record.no-guardian.way') : undefined} />}
    </>
  );
}
