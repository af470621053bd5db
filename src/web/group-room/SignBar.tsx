/** Says in numbers what signing writes, and signs; refusals are explained here, at the place. */
import type { Offline, Refused } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Notice } from '../kit/Notice.tsx';
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { GroupRoom, SignSum } from './readiness.ts';
import type { Drafts } from './use-drafts.ts';
import { SaveState } from './SaveState.tsx';
import type { Signing } from './use-sign.ts';
import styles from './room.module.css';

type Props = { room: GroupRoom; parts: Drafts['parts']; sum: SignSum; signing: Signing; sign: () => void; next: () => void };

/** The names that a refusal is about, from the ids among its facts. */
function whom(room: GroupRoom, answer: Refused | Offline): string {
  const ids = 'facts' in answer ? answer.facts?.['participantIds'] : undefined;
  if (!Array.isArray(ids)) return '';
  return room.people.filter(({ participantId }) => ids.includes(participantId)).map(({ displayName }) => displayName).join(', ');
}

export function SignBar({ room, parts, sum, signing, sign, next }: Props) {
  const { say, language } = useWords();
  const { session } = room;
  const early = session.state === 'running' || session.state === 'planned';
  const idle = sum.notes === 0 || early || signing.busy;
  const stands = [
    say('sign.ready', { notes: sum.notes }),
    ...(sum.toFinish > 0 ? [say('sign.to-finish', { people: sum.toFinish })] : []),
    ...(sum.heldOut > 0 ? [say('sign.held-out', { people: sum.heldOut })] : []),
    ...(sum.signed > 0 ? [say('sign.signed', { notes: sum.signed })] : []),
  ].join(', ');
  const writes = early
    ? say('sign.early', { time: timeText(language, session.timeZone, session.endsAt) })
    : sum.notes === 0 ? say(sum.toFinish === 0 ? 'sign.nothing-left' : 'sign.nothing-yet') : say('sign.writes', { notes: sum.notes, minutes: sum.minutes });
  const about = signing.refusal !== null && signing.refusal !== 'unsaved' ? whom(room, signing.refusal) : '';
  return (
    <section className={`sign-bar ${styles.bar}`} aria-label={say('sign.title')}>
      {signing.refusal === 'unsaved' && <Notice tone="amber" sentence={say('sign.unsaved')} way={say('sign.unsaved.way')} />}
      {signing.refusal !== null && signing.refusal !== 'unsaved' && <RefusalNotice answer={signing.refusal}>{about !== '' && <span>{about}</span>}</RefusalNotice>}
      {signing.done !== null && <Notice tone="moss" sentence={say('sign.done', signing.done)} />}
      <div className={styles.barline}>
        <div className={styles.sums}><b>{stands}</b><p className="sm dim">{writes}</p><SaveState parts={parts} timeZone={session.timeZone} onlyTrouble /></div>
        <button type="button" className="btn" aria-disabled={sum.toFinish === 0} onClick={next}>{say('sign.next')} <kbd>N</kbd></button>
        <button type="button" id="sign-act" className="btn go big" aria-disabled={idle} onClick={() => { if (!idle) sign(); }}>
          {signing.busy ? say('sign.busy') : say('sign.act', { notes: sum.notes })} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </section>
  );
}
