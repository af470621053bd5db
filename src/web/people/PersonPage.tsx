/** One person: who they are, how to reach them, where on the path, which seats. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
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
import { ContactNotes } from '../contacts/ContactNotes.tsx';
import { reading } from '../queries.ts';
import { DangerButton } from '../tasks/DangerButton.tsx';
import { AdmitPerson } from './AdmitPerson.tsx';
import { ChangePerson } from './ChangePerson.tsx';
import { Contacts } from './Contacts.tsx';
import { Health } from './Health.tsx';
import { HeldSeats } from './HeldSeats.tsx';
import styles from './people.module.css';
import { PersonHead } from './PersonHead.tsx';
import { Placement } from './Placement.tsx';
import { Plan } from './Plan.tsx';

const route = getRouteApi('/people/$participantId');

function PersonBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p><Blank width={320} /></p><h1><Blank width={280} height={36} /></h1><p><Blank width={460} height={18} /></p><div className={styles.grid}><Blank width="100%" height={240} /><Blank width="100%" height={180} /></div></Waiting>;
}

export function PersonPage() {
  const { say } = useWords();
  const { participantId } = route.useParams();
  const { may } = useMe();
  const [panel, setPanel] = useState<'details' | 'admit' | null>(null);
  /* Said in place of an undo where the change back would lose what was planned for later. */
  const [said, setSaid] = useState<string | null>(null);
  const { toast, done } = useUndo();
  const allowed = may('people.read');
  const asked = useMemo(() => reading(readPerson, { params: { participantId: participantId as ParticipantId } }), [participantId]);
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
      {said !== null && <Notice tone="moss" sentence={said} />}
      <div className={styles.grid}>
        <div>
          {person.episodes.map((one) => <div key={one.episodeId}><Placement episode={one} today={person.today} done={moved} name={person.displayName} /><HeldSeats episode={one} today={person.today} /></div>)}
          {may('plan.read') && person.episodes.length > 0 && <Plan participantId={person.participantId} displayName={person.displayName} done={done} />}
          {person.episodes.length === 0 && <Contacts person={person} done={done} />}
        </div>
        <div>
          {!(may('contact.read') && person.episodes.length > 0) && may('danger.mark') && <p className={styles.acts}><DangerButton participantId={person.participantId} displayName={person.displayName} sessionId={null} done={() => {}} /></p>}
          {may('contact.read') && person.episodes.length > 0 && <ContactNotes participantId={person.participantId} displayName={person.displayName} timeZone={person.episodes[0]?.site.timeZone ?? 'UTC'} />}
          {person.episodes.length > 0 && <Contacts person={person} done={done} />}
          {may('health.read') && <Health participantId={person.participantId} today={person.today} done={done} />}
        </div>
      </div>
      {panel === 'details' && <ChangePerson person={person} close={() => setPanel(null)} />}
      {panel === 'admit' && <AdmitPerson person={person} close={() => setPanel(null)} />}
      {toast}
    </Work>
  );
}
