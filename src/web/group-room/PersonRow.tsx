/** One person of the room: closed it is a line of chips and sentence, open it is the editor, signed it is the frozen note. */
import type { PersonPart } from '../../modules/notes/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { Seat } from '../kit/Seats.tsx';
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { Visitors } from '../supporters/Visitors.tsx';
import { With } from '../supporters/With.tsx';
import { didNotCome } from '../supporters/said.ts';
import { Came } from './Came.tsx';
import { Conflict } from './Conflict.tsx';
import type { Held } from './draft-desk.ts';
import type { AnyPart } from './keep.ts';
import { Goal, ObjectiveLine } from './Goal.tsx';
import { PersonEditor } from './PersonEditor.tsx';
import { asksWhoCame } from './readiness.ts';
import type { GroupRoom, Row } from './readiness.ts';
import { SignedNote } from './SignedNote.tsx';
import { isGroup } from './kinds.ts';
import { Stamps } from './Stamps.tsx';
import { RowWarnings } from './Warnings.tsx';
import type { Mends } from './Warnings.tsx';
import type { RowView } from './warnings.ts';
import styles from './room.module.css';

export type RowActs = {
  open: (id: string | null) => void; write: (id: string) => void; change: (id: string, part: PersonPart) => void; holdOut: (id: string) => void;
  keepMine: (id: string) => void; takeTheirs: (id: string) => void; watch: (element: HTMLElement | null) => void; look: (id: string) => void; reload: () => void;
};
type Props = { row: Row; room: GroupRoom; part: PersonPart; view: RowView; held: Held<AnyPart> | undefined; isOpen: boolean; mayWrite: boolean; acts: RowActs; mends: Mends };

/** Where this person stands, in a word and never by color alone. */
function ReadinessWord({ row, timeZone }: { row: Row; timeZone: string }) {
  const { say, language } = useWords();
  const { person, readiness } = row;
  const word = readiness === 'signed' && person.note !== null ? say('readiness.signed', { time: timeText(language, timeZone, person.note.signedAt) }) : say(`readiness.${readiness}`);
  return <span className={styles.readiness} data-readiness={readiness}>{(readiness === 'ready' || readiness === 'signed') && <Icon name={readiness === 'signed' ? 'lock' : 'check'} />}{word}</span>;
}

function Line({ part }: { part: PersonPart }) {
  const { say } = useWords();
  return (
    <>
      {part.chips.length > 0 && <p className={styles.chips}>{part.chips.map((chip) => <span key={chip}>{say(`chip.${chip}`)}</span>)}</p>}
      {part.ownSentence.trim() === '' ? <p className="faint">{say('person.not-written')}</p> : <p className={styles.own}>{part.ownSentence}</p>}
      {(part.craving !== null || part.practice !== '') && (
        <p className="sm dim">{[part.craving === null ? '' : say('craving.of', { level: part.craving }), part.practice].filter(Boolean).join(' · ')}</p>
      )}
    </>
  );
}

/** Somebody who was not in the room: why, and once the session is over what signing will record. */
function AwayRow({ row: { person }, room, view, mayWrite, mends }: Props) {
  const { say } = useWords();
  const { state } = room.session;
  const isRecorded = person.standing === 'missing' && person.stays.length > 0;
  const word = asksWhoCame(room) ? 'person.ask' : isRecorded ? 'person.no-moment' : person.standing === 'expected' || (person.standing === 'missing' && state === 'running') ? 'person.expected' : person.standing === 'excused' ? 'person.excused' : 'person.did-not-come';
  const unrecorded = view.warnings.some(({ kind }) => kind === 'will-be-absent' || kind === 'will-be-excused');
  return (
    <li className={`${styles.row} ${styles.away}`}>
      <div className={styles.who}><Seat standing={person.standing} /><b>{person.displayName}</b></div>
      <div className={styles.text}>
        {unrecorded && mayWrite ? <RowWarnings person={person} people={room.people} view={view} mends={mends} open level={null} /> : <p className="sm dim">{say(word)}</p>}
        {mayWrite && <Came room={room} person={person} mends={mends} />}
        {isGroup(room.session.type) ? <With people={person.visitors} isAlone={didNotCome(person.standing, state === 'ended' || state === 'signed')} /> : <Visitors sessionId={room.session.id} participantId={person.participantId} displayName={person.displayName} isSigned={false} />}
      </div>
    </li>
  );
}

export function PersonRow(props: Props) {
  const { row, room, part, view, held, isOpen, mayWrite, acts, mends } = props;
  const { person, readiness } = row;
  const { session } = room;
  const id = person.participantId;
  if (readiness === 'not-here') return <AwayRow {...props} />;
  const signed = person.note !== null;
  const writing = isOpen && !signed && mayWrite;
  const warnings = <RowWarnings person={person} people={room.people} view={view} mends={mends} open={writing} level={part.craving} />;
  return (
    <li className={`${styles.row} ${writing ? styles.opened : ''}`} data-person={id} ref={acts.watch} onFocus={() => acts.look(id)}>
      <div className={styles.who}>
        <Seat standing={person.standing} />
        {signed || !mayWrite
          ? <b>{person.displayName}</b>
          : <button type="button" id={`row-${id}`} className={styles.opener} aria-expanded={writing} onClick={() => (writing ? acts.write(id) : acts.open(id))}>{person.displayName}</button>}
        <Stamps person={person} session={session} />
        {writing && <Goal person={person} part={part} />}
      </div>
      <div className={styles.text} onClick={() => { if (!signed && mayWrite && !writing) acts.write(id); }}>
        {held !== undefined && !signed && <Conflict held={held} keepMine={() => acts.keepMine(id)} takeTheirs={() => acts.takeTheirs(id)} />}
        {signed && person.note !== null && <SignedNote note={person.note} name={person.displayName} session={session} />}
        {writing && (
          <PersonEditor person={person} sessionId={session.id} part={part} change={(next) => acts.change(id, next)} heldOut={readiness === 'held-out'} holdOut={() => acts.holdOut(id)}
            times={() => mends.times(id)} done={acts.reload} isAlert={view.craving !== null} inGroup={isGroup(session.type)}>{warnings}</PersonEditor>
        )}
        {!signed && !writing && <><Line part={part} /><With people={person.visitors} /></>}
        {!writing && mayWrite && warnings}
      </div>
      {!writing && (
        <div className={styles.side}>
          <ReadinessWord row={row} timeZone={session.timeZone} />
          <ObjectiveLine objective={signed ? person.note?.objective : person.objectives.find((one) => one.id === part.objectiveId)} />
        </div>
      )}
    </li>
  );
}
