/** Everybody a session concerns: what the week comes to with and without it, and how to tell them; on paper it is a list to tick off. */
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useMe } from '../app/me.ts';
import { HoursMeter } from '../kit/HoursMeter.tsx';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { useWords } from '../kit/words.tsx';
import { dialed, hoursOfWeek, isUnder, numberOf } from './plan-said.ts';
import type { Concerned, SessionPlan } from './plan-said.ts';
import styles from './plan.module.css';

function HowToTell({ person }: { person: Concerned }) {
  const { say } = useWords();
  const number = numberOf(person);
  const isReached = person.contactBy === 'phone' || person.contactBy === 'text';
  return (
    <div className={styles.reach}>
      <span>
        {say(`plan.by.${person.contactBy}`)}
        {number !== null && <>: <a className={`lk ${styles.number}`} href={`tel:${dialed(number)}`}>{number}</a></>}
        {isReached && number === null && <span className="dim">, {say('plan.no-number')}</span>}
      </span>
      {isReached && number !== null && <span className={`sm ${person.mayLeaveMessage ? 'dim' : 'c-amber'}`}>{say(person.mayLeaveMessage ? 'plan.message' : 'plan.no-message')}</span>}
      {person.contactNote !== '' && <q className={`voice ${styles.note}`}>{person.contactNote}</q>}
    </div>
  );
}

function PersonRow({ person }: { person: Concerned }) {
  const { say } = useWords();
  const { may } = useMe();
  const said = hoursOfWeek(person, (hours) => say('floor.pro-rata', { hours }));
  return (
    <li>
      <span className={styles.tick} aria-hidden="true">{say('plan.told')}</span>
      <b className={styles.name}>{may('people.read') ? <Link to="/people/$participantId" params={{ participantId: person.participantId }} preload={false}>{person.displayName}</Link> : person.displayName}</b>
      <div className={styles.hours}>
        <span className="vh">{say('plan.hours.title')}: </span>
        <HoursMeter done={person.minutesWithout} booked={Math.max(0, person.minutesWith - person.minutesWithout)} floor={person.floorMinutes} alarms={!person.floorIsProRata && !person.isAbsent} sentence={null} />
        <span className={`sm ${isUnder(person) ? 'c-brick' : 'dim'}`}>{say(said.id, said.values)}</span>
      </div>
      {person.isAbsent ? <span className="sm dim">{say('plan.absent')}</span> : <HowToTell person={person} />}
    </li>
  );
}

/** `tell`: the session was canceled or moved, so the list is one to work through. */
export function ConcernedList({ plan, tell, heading }: { plan: SessionPlan; tell: boolean; heading: RefObject<HTMLHeadingElement | null> }) {
  const { say } = useWords();
  return (
    <section className={styles.concerned} aria-labelledby="people-title">
      <div className="section">
        <h2 id="people-title" tabIndex={-1} ref={heading}>{say(tell ? 'plan.people.tell' : 'plan.people')}</h2>
        <span className="grow" />
        {tell && plan.people.length > 0 && <button type="button" className="btn small" onClick={() => window.print()}>{say('plan.print')}</button>}
      </div>
      {plan.people.length === 0 && plan.noLongerShown === 0 && <p className="dim">{say('plan.nobody')}</p>}
      <NoLongerShown people={plan.noLongerShown} />
      <ul className={styles.people}>{plan.people.map((person) => <PersonRow key={person.participantId} person={person} />)}</ul>
    </section>
  );
}
