/** The room once it has been read: drafts, readiness, warnings, keys and the sign bar come together here. */
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PersonPart, SharedPart as Shared } from '../../modules/notes/words.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from '../../modules/notes/words.ts';
import { useMe } from '../app/me.ts';
import { now } from '../clock.ts';
import { Notice } from '../kit/Notice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { TimesPanel } from '../today/TimesPanel.tsx';
import { focusUnsaid } from './Came.tsx';
import { Conflict } from './Conflict.tsx';
import { Individual } from './Individual.tsx';
import { People } from './People.tsx';
import { asksWhoCame, readinessOf, signSumOf } from './readiness.ts';
import type { GroupRoom, Row } from './readiness.ts';
import { RoomHead } from './RoomHead.tsx';
import { SharedPart } from './SharedPart.tsx';
import { SignBar } from './SignBar.tsx';
import { useAbsencesUndo } from './use-absences-undo.tsx';
import { SHARED, useDrafts } from './use-drafts.ts';
import type { Drafts } from './use-drafts.ts';
import { useMends } from './use-mends.ts';
import { useRoomKeys } from './use-room-keys.ts';
import { rowActs, useFocusAfterSigning } from './use-row-acts.ts';
import { useSeen } from './use-seen.ts';
import { useSign } from './use-sign.ts';
import { closesEmpty, consequencesOf, viewOf } from './warnings.ts';
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

/** The text as it stands on this screen; a part that an older page kept lacks what came later, and says nothing of it. */
function textOf(room: GroupRoom, parts: Drafts['parts']): { partOf: (id: string) => PersonPart; shared: Shared } {
  const drafts = new Map(room.people.map((person) => [person.participantId as string, person.draft.part]));
  return { partOf: (id) => ({ ...EMPTY_PERSON, ...drafts.get(id), ...(parts.get(id)?.part as PersonPart | undefined) }), shared: { ...EMPTY_SHARED, ...room.shared.part, ...(parts.get(SHARED)?.part as Shared | undefined) } };
}

/** Everybody's marks in one list: present people in roster order, then who did not come. */
function rowsOf(room: GroupRoom, partOf: (id: string) => PersonPart, seen: ReadonlySet<string>, heldOut: ReadonlySet<string>): Row[] {
  const rows = room.people.map((person): Row => {
    const id = person.participantId;
    return { person, readiness: readinessOf(person, { part: partOf(id), seen: seen.has(id), heldOut: heldOut.has(id) }) };
  });
  return [...rows.filter(({ readiness }) => readiness !== 'not-here'), ...rows.filter(({ readiness }) => readiness === 'not-here')];
}

type About = { id: string; absent: boolean };

function Times({ room, about, close, done, tell }: { room: GroupRoom; about: About | null; close: () => void; done: () => void; tell: (text: string, undo: () => void) => void }) {
  const person = room.people.find(({ participantId }) => participantId === about?.id);
  if (person === undefined) return null;
  const { id, timeZone, startsAt, endsAt } = room.session;
  return <TimesPanel sessionId={id} participantId={person.participantId} displayName={person.displayName} timeZone={timeZone} startsAt={startsAt} endsAt={endsAt} absent={about?.absent === true} close={close} done={done} undoable={tell} />;
}

export function Room({ room, reload }: { room: GroupRoom; reload: () => Promise<unknown> }) {
  const { say } = useWords();
  const me = useMe();
  const [open, setOpen] = useState<string | null>(null);
  const [times, setTimes] = useState<About | null>(null);
  const openTimes = (id: string, absent = false): void => setTimes({ id, absent });
  const [startedAt, setStartedAt] = useState<number | null>(null);
  /* Drawn at once: until the next field stands, a typist's letters would be keys of the page. */
  const show = (id: string | null): void => flushSync(() => setOpen(id));
  const [heldOut, holdOut] = useHeldOut();
  const eye = useSeen();
  const again = useCallback(async () => { await reload(); }, [reload]);
  const refresh = (): void => { void again(); };
  const drafts = useDrafts(me.staffId, room.session.id, room, again);
  const { desk, parts } = drafts;
  const signing = useSign(room.session.id, drafts, again);
  const mayWrite = me.may('note.draft') && room.session.state !== 'canceled';
  const { partOf, shared } = useMemo(() => textOf(room, parts), [room, parts]);
  const rows = useMemo(() => rowsOf(room, partOf, eye.seen, heldOut), [room, partOf, eye.seen, heldOut]);
  const view = useMemo(() => viewOf(room, rows, partOf, shared), [room, rows, partOf, shared]);
  const sum = signSumOf(rows);
  const also = consequencesOf(view, rows);
  const askWho = asksWhoCame(room) && mayWrite ? () => focusUnsaid(room) : null;
  const undo = useAbsencesUndo(room.session.id, signing, again);
  const sign = (): void => { if (askWho !== null) askWho(); else if (me.may('note.sign') && (sum.notes > 0 || closesEmpty(sum, also)) && !signing.busy) void signing.sign(rows); };
  const begin = (): void => setStartedAt((before) => before ?? now());
  const mends = useMends({ room, desk, shared, partOf, times: openTimes });
  const acts = rowActs({ drafts, show, holdOut, eye, begin, reload: refresh });
  const { next } = useRoomKeys(rows, open, partOf, { open: show, change: acts.change, holdOut, times: openTimes, sign });
  useFocusAfterSigning(signing.done);
  /* Once all who came are signed, what was said for everybody is frozen with their notes. */
  const toSign = sum.notes + sum.toFinish + sum.heldOut;
  const held = parts.get(SHARED);
  return (
    <>
      <Work className={`page ${styles.page}`}>
        <RoomHead room={room} parts={parts} again={refresh} />
        {room.session.state === 'canceled' && <Notice tone="amber" sentence={say('refusal.session-canceled.sentence')} way={say('refusal.session-canceled.way')} />}
        {undo.refused}
        <div className={styles.grid}>
          <SharedPart part={shared} change={(part) => { begin(); desk.type(SHARED, part); }} readOnly={!mayWrite || (sum.signed > 0 && toSign === 0)} notes={toSign + sum.signed} session={room.session}
            names={view.shared} rename={mends.renameShared} confirm={mends.confirm} below={<Individual bars={view.individuality} />}>
            {held !== undefined && <Conflict held={held} keepMine={() => acts.keepMine(SHARED)} takeTheirs={() => acts.takeTheirs(SHARED)} />}
          </SharedPart>
          <People room={room} rows={rows} notHere={sum.notHere} open={open} mayWrite={mayWrite} partOf={partOf} parts={parts} view={view} acts={acts} mends={mends} />
        </div>
      </Work>
      {me.may('note.sign') && room.session.state !== 'canceled' && <SignBar room={room} parts={parts} sum={sum} also={also} startedAt={startedAt} signing={signing} sign={sign} next={next} askWho={askWho} />}
      <Times room={room} about={times} close={() => setTimes(null)} done={() => { setTimes(null); refresh(); }} tell={undo.tell} />
      {undo.toast}
    </>
  );
}
