/** The room once it has been read: drafts, readiness, keys and the sign bar come together here. */
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PersonPart, SharedPart as Shared } from '../../modules/notes/words.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from '../../modules/notes/words.ts';
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { Seats } from '../kit/Seats.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { Conflict } from './Conflict.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { RowActs } from './PersonRow.tsx';
import { readinessOf, signSumOf } from './readiness.ts';
import type { GroupRoom, Row } from './readiness.ts';
import { RoomHead } from './RoomHead.tsx';
import { SharedPart } from './SharedPart.tsx';
import { SignBar } from './SignBar.tsx';
import { SHARED, useDrafts } from './use-drafts.ts';
import { focusSoon, useRoomKeys } from './use-room-keys.ts';
import { useSeen } from './use-seen.ts';
import { useSign } from './use-sign.ts';
import styles from './room.module.css';

function useHeldOut(): [ReadonlySet<string>, (id: string) => void] {
  const [heldOut, setHeldOut] = useState<ReadonlySet<string>>(new Set());
  const turn = useCallback((id: string) => setHeldOut((before) => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  }), []);
  return [heldOut, turn];
}

/** Everybody's marks in one list: present people in roster order, then who did not come. */
function rowsOf(room: GroupRoom, partOf: (id: string) => PersonPart, seen: ReadonlySet<string>, heldOut: ReadonlySet<string>): Row[] {
  const rows = room.people.map((person): Row => {
    const id = person.participantId;
    return { person, readiness: readinessOf(person, { part: partOf(id), seen: seen.has(id), heldOut: heldOut.has(id) }) };
  });
  return [...rows.filter(({ readiness }) => readiness !== 'not-here'), ...rows.filter(({ readiness }) => readiness === 'not-here')];
}

export function Room({ room, reload }: { room: GroupRoom; reload: () => Promise<unknown> }) {
  const { say } = useWords();
  const me = useMe();
  const [open, setOpen] = useState<string | null>(null);
  /* Drawn at once: until the next field stands, a typist's letters would be keys of the page. */
  const show = (id: string | null): void => flushSync(() => setOpen(id));
  const [heldOut, holdOut] = useHeldOut();
  const { seen, look, watch } = useSeen();
  const again = useCallback(async () => { await reload(); }, [reload]);
  const drafts = useDrafts(me.staffId, room.session.id, room, again);
  const { desk, parts } = drafts;
  const signing = useSign(room.session.id, drafts, again);
  const mayWrite = me.may('note.draft') && room.session.state !== 'canceled';
  const partOf = (id: string): PersonPart => (parts.get(id)?.part ?? room.people.find(({ participantId }) => participantId === id)?.draft.part ?? EMPTY_PERSON) as PersonPart;
  const shared = (parts.get(SHARED)?.part ?? room.shared.part ?? EMPTY_SHARED) as Shared;
  const rows = rowsOf(room, partOf, seen, heldOut);
  const sum = signSumOf(rows);
  const sign = (): void => { if (me.may('note.sign') && sum.notes > 0 && !signing.busy) void signing.sign(rows); };
  /* The pressed button goes with the choice; the focus goes to what was chosen. */
  const settle = (id: string, choose: () => void): void => {
    choose();
    focusSoon(id === SHARED ? 'shared-topic' : document.getElementById(`sentence-${id}`) === null ? `row-${id}` : `sentence-${id}`);
  };
  const acts: RowActs = {
    open: (id) => {
      show(id);
      if (id !== null) focusSoon(`row-${id}`);
    },
    /* Enter on the name of the open row is the next step, not a step back; Escape closes. A press where the sentence stands writes it. */
    write: (id) => {
      show(id);
      focusSoon(`sentence-${id}`);
    },
    change: (id, part) => desk.type(id, part), holdOut, watch, look,
    keepMine: (id) => settle(id, () => desk.keepMine(id)), takeTheirs: (id) => settle(id, () => desk.takeTheirs(id)),
  };
  const { next } = useRoomKeys(rows, open, partOf, { open: show, change: acts.change, holdOut, sign });
  /* The row that was signed has nothing left to press. */
  useEffect(() => { if (signing.done !== null && document.activeElement === document.body) focusSoon('sign-act'); }, [signing.done]);
  /* Once all who came are signed, what was said for everybody is frozen with their notes. */
  const unsigned = sum.signed === 0 || sum.notes + sum.toFinish + sum.heldOut > 0;
  const held = parts.get(SHARED);
  return (
    <>
      <Work className={`page ${styles.page}`}>
        <RoomHead room={room} parts={parts} again={() => { void again(); }} />
        {room.session.state === 'canceled' && <Notice tone="amber" sentence={say('refusal.session-canceled.sentence')} way={say('refusal.session-canceled.way')} />}
        <div className={styles.grid}>
          <SharedPart part={shared} change={(part) => desk.type(SHARED, part)} readOnly={!mayWrite || !unsigned} notes={sum.notes + sum.toFinish + sum.heldOut + sum.signed}>
            {held !== undefined && <Conflict held={held} keepMine={() => acts.keepMine(SHARED)} takeTheirs={() => acts.takeTheirs(SHARED)} />}
          </SharedPart>
          <section className={`card ${styles.people}`} aria-labelledby="people-title">
            <div className={styles.peoplehead}>
              <h2 id="people-title">{say('people.title')}</h2>
              <Seats standings={room.people.map(({ standing }) => standing)} capacity={room.session.capacity} over={room.session.state === 'ended' || room.session.state === 'signed'} />
              <span className="sm dim">{say('people.say', { here: room.people.length - sum.notHere, away: sum.notHere })}</span>
              <span className="grow" />
              {mayWrite && <span className={`${styles.keys} wide`} aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> {say('hint.person')}</span><span><kbd>1</kbd>–<kbd>8</kbd> {say('hint.chips')}</span><span><kbd>↵</kbd> {say('hint.write')}</span><span><kbd>?</kbd> {say('hint.all')}</span></span>}
            </div>
            <ul>
              {rows.map((row) => (
                <PersonRow key={row.person.participantId} row={row} session={room.session} part={partOf(row.person.participantId)} held={parts.get(row.person.participantId)} isOpen={open === row.person.participantId} mayWrite={mayWrite} acts={acts} />
              ))}
            </ul>
          </section>
        </div>
      </Work>
      {me.may('note.sign') && room.session.state !== 'canceled' && <SignBar room={room} parts={parts} sum={sum} signing={signing} sign={sign} next={next} />}
    </>
  );
}
