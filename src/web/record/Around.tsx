/** Who stands around the person, and what is good to know before one speaks with them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readHealth } from '../../boards/people/people.contract.ts';
import { readSupporters } from '../../boards/people/supporters.contract.ts';
import { useMe } from '../app/me.ts';
import { Blank } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { inForce } from '../people/back.ts';
import type { Episode } from '../people/back.ts';
import type { Person } from '../people/PersonHead.tsx';
import { reachSaid } from '../people/reach-said.ts';
import { languageText } from '../people/texts.ts';
import { reading } from '../queries.ts';
import styles from './record.module.css';

type Props = { person: Person; episode: Episode | null };

/** May sit in, by a permission that stands today. */
function useMayCome(person: Person): (contactId: string) => string | null {
  const { say, language } = useWords();
  const read = useQuery(reading(readSupporters, { params: { participantId: person.participantId } }));
  return (contactId) => {
    const permission = read.data?.contacts.find((one) => one.contactId === contactId)?.permission;
    if (permission == null || permission.hasRunOut) return null;
    const types = permission.sessionTypes.map((type) => say(`groups.type.${type}`).toLocaleLowerCase(language));
    return say('around.may-come', { types: new Intl.ListFormat(language, { type: 'conjunction' }).format(types) });
  };
}

function People({ person, episode }: Props) {
  const { say } = useWords();
  const counselor = episode === null ? undefined : inForce(episode.counselors, person.today);
  const mayCome = useMayCome(person);
  const contacts = person.contacts.filter((contact) => !contact.hasEnded);
  const isHere = episode !== null && (episode.endedOn === null || episode.endedOn >= person.today);
  return (
    <section aria-labelledby="people">
      <div className={styles.head}><h2 id="people">{say('around.people')}</h2><span className="grow" /><Link className="lk sm" to="/people/$participantId/details" params={{ participantId: person.participantId }} search={{}}>{say('record.tab.details')}</Link></div>
      <ul className={styles.people}>
        {isHere && <li><div><p><b>{counselor?.name ?? say('around.no-counselor')}</b></p></div>{counselor !== undefined && <span className="sm dim">{say('around.counselor')}</span>}</li>}
        {contacts.map((one) => {
          const comes = mayCome(one.contactId);
          return (
            <li key={one.contactId}>
              <div><p><b>{one.name}</b>{one.relation !== '' && `, ${one.relation}`}</p><p className="least dim">{[say(`contact.${one.kind}`), ...(comes === null ? [] : [comes])].join(' · ')}</p></div>
              {one.telephone !== '' && <a className="lk sm" href={`tel:${one.telephone.replace(/[^+\d]/g, '')}`}>{one.telephone}</a>}
            </li>
          );
        })}
      </ul>
      {contacts.length === 0 && <p className={styles.empty}>{say('around.people.empty')}</p>}
    </section>
  );
}

function HealthLines({ person }: { person: Person }) {
  const { say } = useWords();
  const read = useQuery(reading(readHealth, { params: { participantId: person.participantId } }));
  if (read.data === undefined) return read.error === null ? <li aria-busy="true"><Blank width={160} /></li> : <li><RefusalNotice answer={read.error.refusal ?? { offline: true }} /></li>;
  const standing = read.data.items.filter((item) => !item.hasEnded && item.kind !== 'substance');
  if (standing.length === 0) return <li><Icon name="dash" /><span className="dim">{say('around.health.none')}</span></li>;
  return standing.map((item) => (
    <li key={item.healthItemId}><Icon name={item.kind === 'allergy' ? 'warn' : 'clock'} /><span><b>{say(`health.${item.kind}`)}:</b> {item.label}{item.detail !== '' && `, ${item.detail}`}</span></li>
  ));
}

function GoodToKnow({ person }: { person: Person }) {
  const { say, language } = useWords();
  const { may } = useMe();
  return (
    <section aria-labelledby="know">
      <div className={styles.head}><h2 id="know">{say('around.know')}</h2></div>
      <ul className={styles.know}>
        <li><Icon name="lock" /><span>{say('around.reach', { name: person.chosenName ?? person.legalGivenName })}: {reachSaid(say, person)}{person.contactNote !== '' && <>. {say('record.note', { note: person.contactNote })}</>}</span></li>
        {person.language !== 'en' && <li><Icon name="pen" /><span>{say('record.language', { language: languageText(language, person.language) })}</span></li>}
        {may('health.read') && <HealthLines person={person} />}
      </ul>
    </section>
  );
}

export function Around({ person, episode }: Props) {
  const { say } = useWords();
  return (
    <>
      <People person={person} episode={episode} />
      <GoodToKnow person={person} />
      <p className={`least dim ${styles.written ?? ''}`}>{say('around.written-down')}</p>
    </>
  );
}
