/** What every page of a person has: the way back, the head, the tabs, and the panels that the head opens. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { readPerson } from '../../boards/people/people.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { Permission } from '../../permissions.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import type { WordId } from '../words/en.ts';
import { AdmitPerson } from './AdmitPerson.tsx';
import type { Episode } from './back.ts';
import { ChangePerson } from './ChangePerson.tsx';
import styles from './people.module.css';
import { PersonHead } from './PersonHead.tsx';
import type { Person } from './PersonHead.tsx';

const route = getRouteApi('/people/$participantId');

const TABS = [
  { to: '/people/$participantId', word: 'record.tab.overview', may: 'people.read' },
  { to: '/people/$participantId/hours', word: 'record.tab.hours', may: 'hours.read' },
  { to: '/people/$participantId/notes', word: 'record.tab.notes', may: 'note.read' },
  { to: '/people/$participantId/plan', word: 'record.tab.plan', may: 'plan.read' },
  { to: '/people/$participantId/contacts', word: 'record.tab.contacts', may: 'contact.read' },
  { to: '/people/$participantId/details', word: 'record.tab.details', may: 'people.read' },
] as const satisfies readonly { to: string; word: WordId; may: Permission }[];

function PersonBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p><Blank width={320} /></p><h1><Blank width={280} height={36} /></h1><p><Blank width={460} height={18} /></p><div className={styles.grid}><Blank width="100%" height={240} /><Blank width="100%" height={180} /></div></Waiting>;
}

export function PersonTabs({ participantId }: { participantId: ParticipantId }) {
  const { say } = useWords();
  const { may } = useMe();
  return (
    <nav className={styles.tabs} aria-label={say('record.tabs')}>
      {TABS.filter((tab) => may(tab.may)).map((tab) => (
        <Link key={tab.to} to={tab.to} params={{ participantId }} search={{}} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true, includeSearch: false }}>{say(tab.word)}</Link>
      ))}
    </nav>
  );
}

/** What a tab is given: the person, the episode that goes on or was the last, a toast with undo, and a sentence in place of one. */
export type Shown = { person: Person; episode: Episode | null; done: (text: string, undo: () => void) => void; moved: (text: string, undo: (() => void) | null) => void };

export function PersonFrame({ children }: { children: (shown: Shown) => ReactNode }) {
  const { say } = useWords();
  const participantId = route.useParams().participantId as ParticipantId;
  const { may } = useMe();
  const [panel, setPanel] = useState<'details' | 'admit' | null>(null);
  /* Said in place of an undo where the change back would lose what was planned for later. */
  const [said, setSaid] = useState<string | null>(null);
  const { toast, done } = useUndo();
  const allowed = may('people.read');
  const asked = useMemo(() => reading(readPerson, { params: { participantId } }), [participantId]);
  const read = useQuery({ ...asked, enabled: allowed });
  useEffect(() => { document.title = say('record.window'); }, [say]);
  if (!allowed) return <Work><NotYours /></Work>;
  const person = read.data;
  if (person === undefined) return <Work>{read.error === null ? <PersonBlank /> : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />}</Work>;
  const episode = person.episodes.find((one) => one.endedOn === null || one.endedOn >= person.today) ?? person.episodes[0] ?? null;
  const moved = (text: string, undo: (() => void) | null): void => {
    setSaid(undo === null ? text : null);
    if (undo !== null) done(text, undo);
  };
  return (
    <Work>
      <p><Link className="lk" to="/people" search={episode === null ? {} : { site: episode.site.id }}>{say('record.back')}</Link></p>
      <PersonHead person={person} episode={episode} open={setPanel} />
      <PersonTabs participantId={participantId} />
      {said !== null && <Notice tone="moss" sentence={said} />}
      {children({ person, episode, done, moved })}
      {panel === 'details' && <ChangePerson person={person} close={() => setPanel(null)} />}
      {panel === 'admit' && <AdmitPerson person={person} close={() => setPanel(null)} />}
      {toast}
    </Work>
  );
}
