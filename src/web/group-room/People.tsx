/** Everybody of the session in one list, with the ten seats and the keys at its head. */
import type { PersonPart } from '../../modules/notes/words.ts';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { Seats } from '../kit/Seats.tsx';
import { useWords } from '../kit/words.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { RowActs } from './PersonRow.tsx';
import type { GroupRoom, Row } from './readiness.ts';
import type { Drafts } from './use-drafts.ts';
import type { Mends } from './Warnings.tsx';
import type { RoomView, RowView } from './warnings.ts';
import styles from './room.module.css';

const QUIET: RowView = { warnings: [], craving: null };

type Props = { room: GroupRoom; rows: readonly Row[]; notHere: number; open: string | null; mayWrite: boolean; partOf: (id: string) => PersonPart; parts: Drafts['parts']; view: RoomView; acts: RowActs; mends: Mends };

export function People({ room, rows, notHere, open, mayWrite, partOf, parts, view, acts, mends }: Props) {
  const { say } = useWords();
  const { state, capacity } = room.session;
  const visitors = room.people.reduce((sum, person) => sum + (person.note?.supporters ?? person.visitors).length, 0);
  return (
    <section className={`card ${styles.people}`} aria-labelledby="people-title">
      <div className={styles.peoplehead}>
        <h2 id="people-title">{say(room.people.length === 1 ? 'people.one' : 'people.title')}</h2>
        <Seats standings={room.people.map(({ standing }) => standing)} capacity={capacity} over={state === 'ended' || state === 'signed'} />
        <span className="sm dim">{say('people.say', { here: room.people.length - notHere, away: notHere })}{visitors > 0 && `, ${say('people.visitors', { visitors })}`}</span>
        <span className="grow" />
        {mayWrite && (
          <span className={`${styles.keys} wide`} aria-hidden="true">
            <span><kbd>↑</kbd> <kbd>↓</kbd> {say('hint.person')}</span><span><kbd>1</kbd>–<kbd>8</kbd> {say('hint.chips')}</span><span><kbd>↵</kbd> {say('hint.write')}</span>
            <span><kbd>O</kbd> {say('key.objective')}</span><span><kbd>C</kbd> {say('key.craving')}</span><span><kbd>?</kbd> {say('hint.all')}</span>
          </span>
        )}
      </div>
      <ul>
        {rows.map((row) => {
          const id = row.person.participantId;
          return <PersonRow key={id} row={row} room={room} part={partOf(id)} view={view.people.get(id) ?? QUIET} held={parts.get(id)} isOpen={open === id} mayWrite={mayWrite} acts={acts} mends={mends} />;
        })}
      </ul>
      {room.noLongerShown > 0 && <div className={styles.unshown}><NoLongerShown people={room.noLongerShown} /></div>}
    </section>
  );
}
