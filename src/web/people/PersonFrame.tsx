/** What every page of a person has: the way back, the head, the tabs, and the panels that the head opens. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { readPerson } from '../../boards/people/people.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { useFreshRecord } from '../record/use-fresh.ts';
import { WriteContact } from '../record/WriteContact.tsx';
import { PlanSession } from '../session-day/PlanSession.tsx';
import { AdmitPerson } from './AdmitPerson.tsx';
import { inForce } from './back.ts';
import type { Episode } from './back.ts';
import { ChangePerson } from './ChangePerson.tsx';
import styles from './people.module.css';
import { PersonHead } from './PersonHead.tsx';
import type { HeadPanel, Person } from './PersonHead.tsx';
import { PersonTabs } from './PersonTabs.tsx';

function PersonBlank({ participantId }: { participantId: ParticipantId }) {
  const { say } = useWords();
  return (
    <>
      <Waiting said={say('waiting')}><p><Blank width={320} /></p><h1><Blank width={280} height={36} /></h1><p><Blank width={460} height={18} /></p></Waiting>
      <PersonTabs participantId={participantId} />
    </>
  );
}

/** What a tab is given: the person, the episode that goes on or was the last, a toast with undo, a sentence in place of one, and the panels of the head. */
export type Shown = {
  person: Person; episode: Episode | null; done: (text: string, undo: () => void, more?: ReactNode) => void; moved: (text: string, undo: (() => void) | null) => void;
  /** Null where the asker may not, or where nobody is in care. */ planSession: (() => void) | null;
  /** Changes the details; null where the asker may not. */ change: (() => void) | null;
};

function Panels({ panel, person, episode, close, done }: { panel: HeadPanel | null; close: () => void } & Pick<Shown, 'person' | 'episode' | 'done'>) {
  const fresh = useFreshRecord();
  if (panel === 'details') return <ChangePerson person={person} close={close} />;
  if (panel === 'admit') return <AdmitPerson person={person} close={close} />;
  if (panel === 'contact') return <WriteContact person={person} timeZone={episode?.site.timeZone ?? 'UTC'} close={close} />;
  if (panel !== 'plan' || episode === null) return null;
  const counselorId = inForce(episode.counselors, person.today)?.staffId ?? null;
  const planned: Shown['done'] = (text, undo, more) => {
    fresh();
    done(text, () => { undo(); fresh(); }, more);
  };
  return <PlanSession participantId={person.participantId} siteId={episode.site.id} timeZone={episode.site.timeZone} today={person.today} programId={episode.programId} counselorId={counselorId} close={close} done={planned} />;
}

export function PersonFrame({ children }: { children: (shown: Shown) => ReactNode }) {
  const { say } = useWords();
  const participantId = useParams({ strict: false }).participantId as ParticipantId;
  const { may } = useMe();
  const [panel, setPanel] = useState<HeadPanel | null>(null);
  /* Said in place of an undo where the change back would lose what was planned for later. */
  const [said, setSaid] = useState<string | null>(null);
  const { toast, done } = useUndo();
  const allowed = may('people.read');
  const asked = useMemo(() => reading(readPerson, { params: { participantId } }), [participantId]);
  const read = useQuery({ ...asked, enabled: allowed });
  useEffect(() => { document.title = say('record.window'); }, [say]);
  if (!allowed) return <Work><NotYours /></Work>;
  const person = read.data;
  if (person === undefined) return <Work>{read.error === null ? <PersonBlank participantId={participantId} /> : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />}</Work>;
  const episode = person.episodes.find((one) => one.endedOn === null || one.endedOn >= person.today) ?? person.episodes[0] ?? null;
  const isHere = episode !== null && (episode.endedOn === null || episode.endedOn >= person.today);
  const planSession = isHere && may('session.change') ? () => setPanel('plan') : null;
  const moved = (text: string, undo: (() => void) | null): void => {
    setSaid(undo === null ? text : null);
    if (undo !== null) done(text, undo);
  };
  return (
    <Work>
      <p><Link className="lk" to="/people" search={episode === null ? {} : { site: episode.site.id }}>{say('record.back')}</Link></p>
      <PersonHead person={person} episode={episode} open={setPanel} planSession={planSession} />
      <PersonTabs participantId={participantId} />
      {said !== null && <Notice tone="moss" sentence={said} />}
      {children({ person, episode, done, moved, planSession, change: may('people.change') ? () => setPanel('details') : null })}
      <Panels panel={panel} person={person} episode={episode} close={() => setPanel(null)} done={done} />
      {toast}
    </Work>
  );
}
