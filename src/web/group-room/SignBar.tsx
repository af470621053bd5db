/** Says in numbers what signing writes, and signs; refusals are explained here, at the place. */
import type { Offline, Refused } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Notice } from '../kit/Notice.tsx';
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { ClosingClock } from './ClosingClock.tsx';
import type { GroupRoom, SignSum } from './readiness.ts';
import { closesEmpty } from './warnings.ts';
import type { Consequences } from './warnings.ts';
import type { Drafts } from './use-drafts.ts';
import { SaveState } from './SaveState.tsx';
import type { Signing } from './use-sign.ts';
import styles from './room.module.css';

type Props = { room: GroupRoom; parts: Drafts['parts']; sum: SignSum; also: Consequences; startedAt: number | null; signing: Signing; sign: () => void; next: () => void; /** Null unless it is to be said first who came. */ askWho: (() => void) | null };

/** The names that a refusal is about, from the ids among its facts. */
function whom(room: GroupRoom, answer: Refused | Offline): string {
  const ids = 'facts' in answer ? answer.facts?.['participantIds'] : undefined;
  if (!Array.isArray(ids)) return '';
  return room.people.filter(({ participantId }) => ids.includes(participantId)).map(({ displayName }) => displayName).join(', ');
}

/** What signing writes, in numbers: notes and minutes always, the rest only where there is some. */
function writesOf(say: ReturnType<typeof useWords>['say'], room: GroupRoom, sum: SignSum, also: Consequences): string {
  const { notes, minutes } = sum;
  const { absences, tasks } = also;
  const more = [say('sign.notes', { notes }), say('sign.minutes', { minutes }), ...(absences > 0 ? [say('sign.absences', { people: absences })] : []), ...(tasks > 0 ? [say('sign.tasks', { tasks })] : [])];
  const all = absences + tasks === 0 ? say('sign.writes', { notes, minutes }) : say('sign.all', { list: more.join(', ') });
  const late = room.asOf > room.session.notesDueAt ? say('sign.past-due') : '';
  return [all, room.cosignerName === null ? '' : say('sign.cosigner', { name: room.cosignerName }), also.warnings > 0 ? say('sign.no-stop') : '', late].filter(Boolean).join(' ');
}

export function SignBar({ room, parts, sum, also, startedAt, signing, sign, next, askWho }: Props) {
  const { say, language } = useWords();
  const { session } = room;
  const early = session.state === 'running' || session.state === 'planned';
  const empty = closesEmpty(sum, also);
  const idle = (sum.notes === 0 && !empty) || early || signing.busy;
  const stands = [
    say('sign.ready', { notes: sum.notes }),
    ...(sum.toFinish > 0 ? [say('sign.to-finish', { people: sum.toFinish })] : []),
    ...(sum.heldOut > 0 ? [say('sign.held-out', { people: sum.heldOut })] : []),
    ...(sum.signed > 0 ? [say('sign.signed', { notes: sum.signed })] : []),
    ...(also.warnings > 0 ? [say('sign.warnings', { warnings: also.warnings })] : []),
  ].join(', ');
  const writes = early
    ? say('sign.early', { time: timeText(language, session.timeZone, session.endsAt) })
    : askWho !== null ? say('sign.ask.say') : empty && also.tasks === 0 ? say('sign.all-excused', { people: also.absences }) : empty ? say('sign.all-absent', { tasks: also.tasks }) : sum.notes === 0 ? say(sum.toFinish === 0 ? 'sign.nothing-left' : 'sign.nothing-yet') : writesOf(say, room, sum, also);
  const done = signing.done === null ? null : { notes: signing.done.notes, minutes: signing.done.minutes, absences: signing.done.absences, tasks: signing.done.tasks };
  const about = signing.refusal !== null && signing.refusal !== 'unsaved' ? whom(room, signing.refusal) : '';
  return (
    <section className={`sign-bar ${styles.bar}`} aria-label={say('sign.title')}>
      {signing.refusal === 'unsaved' && <Notice tone="amber" sentence={say('sign.unsaved')} way={say('sign.unsaved.way')} />}
      {signing.refusal !== null && signing.refusal !== 'unsaved' && <RefusalNotice answer={signing.refusal}>{about !== '' && <span>{about}</span>}</RefusalNotice>}
      {done !== null && <Notice tone="moss" sentence={say('sign.done', done)} {...(done.absences + done.tasks > 0 ? { way: say('sign.done.also', done) } : {})} />}
      <div className={styles.barline}>
        <div className={styles.sums}><b>{stands}</b><p className="sm dim">{writes}</p><SaveState parts={parts} timeZone={session.timeZone} onlyTrouble /></div>
        {startedAt !== null && signing.done === null && <ClosingClock startedAt={startedAt} />}
        {room.people.length > 1 && <button type="button" className="btn" aria-disabled={sum.toFinish === 0} onClick={next}>{say('sign.next')} <kbd>N</kbd></button>}
        <button type="button" id="sign-act" className="btn go big" aria-disabled={idle && askWho === null} onClick={() => { if (askWho !== null) askWho(); else if (!idle) sign(); }}>
          {askWho !== null ? say('sign.ask') : signing.busy ? say('sign.busy') : empty ? say('sign.act.absences', { people: also.absences }) : say('sign.act', { notes: sum.notes })} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </section>
  );
}
