/** Sign-in slips of a session: one for each person, to cut apart, or one sheet with first names and initials (W23). */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readSlips } from '../../boards/day/papers.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { NumberField } from '../kit/fields.tsx';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { clockSpan, clockText, dayText } from './paper-text.ts';
import styles from './papers.module.css';
import { Sheet } from './Sheet.tsx';
import { MOST_BLANK, choicesOf, searchOf } from './slip-choices.ts';
import type { SlipChoices } from './slip-choices.ts';
import { BackToDay } from './BackToDay.tsx';

const route = getRouteApi('/sessions/$sessionId/slips');

type Slips = ValueOf<typeof readSlips>;
type Signer = Slips['people'][number] | null;
type Part = { slips: Slips; choices: SlipChoices };

/** Nobody has a name on a blank one. */
function signersOf({ slips, choices }: Part): Signer[] {
  return [...slips.people, ...Array.from({ length: choices.blank }, () => null)];
}

function useSlipText({ slips, choices }: Part) {
  const { say, language } = useWords();
  const { session, site } = slips;
  const leader = session.leaderName === null ? '' : [session.leaderName, session.leaderCredential].filter(Boolean).join(', ');
  return {
    day: dayText(say, language, session.date), span: clockSpan(language, site.timeZone, session.startsAt, session.endsAt),
    place: [site.name, session.roomName].filter(Boolean).join(', '), leader: leader === '' ? '' : say('room.led-by', { name: leader }),
    about: choices.named ? [session.name, session.topic].filter(Boolean).join(': ') : '',
    stamped: (instant: string | null) => (instant === null ? '' : say('papers.slip.stamped', { time: clockText(language, site.timeZone, instant) })),
  };
}

function Slip({ signer, part }: { signer: Signer; part: Part }) {
  const { say } = useWords();
  const text = useSlipText(part);
  return (
    <li className={styles.slip}>
      <p className="sm">{[text.day, text.span, text.place].join(' · ')}</p>
      {signer === null ? <p className={styles.name}><span className="sm">{say('papers.slip.name')}</span><span className={styles.rule} /></p> : <b>{signer.displayName}</b>}
      <p className="sm">{[text.about, text.leader].filter(Boolean).join(' · ')}</p>
      <div className={styles.lines}>
        <p><span className={styles.rule} /><span>{say('papers.slip.signature')}</span></p>
        <p><span className={styles.rule}>{text.stamped(signer?.arrivedAt ?? null)}</span><span>{say('papers.slip.in')}</span></p>
        <p><span className={styles.rule}>{text.stamped(signer?.leftAt ?? null)}</span><span>{say('papers.slip.out')}</span></p>
      </div>
    </li>
  );
}

/** Goes round: first names and initials, nothing else of anybody. */
function OneSheet(part: Part) {
  const { say } = useWords();
  const text = useSlipText(part);
  return (
    <>
      <p className={styles.facts}>{[text.place, text.about, text.leader].filter(Boolean).map((one) => <span key={one}>{one}</span>)}</p>
      <table className={`${styles.table} ${styles.sign}`}>
        <thead><tr><th scope="col">{say('papers.slip.name')}</th><th scope="col">{say('papers.slip.signature')}</th><th scope="col">{say('papers.slip.in')}</th><th scope="col">{say('papers.slip.out')}</th></tr></thead>
        <tbody>
          {signersOf(part).map((signer, index) => (
            <tr key={signer?.participantId ?? index}><td>{signer?.displayName}</td><td /><td className="least dim">{text.stamped(signer?.arrivedAt ?? null)}</td><td className="least dim">{text.stamped(signer?.leftAt ?? null)}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Choices({ slips, choices, choose }: Part & { choose: (choices: SlipChoices) => void }) {
  const { say } = useWords();
  return (
    <div className={styles.options}>
      <fieldset>
        <legend className="label">{say('papers.slips.as')}</legend>
        {(['slips', 'sheet'] as const).map((as) => <label key={as}><input type="radio" name="as" checked={choices.as === as} onChange={() => choose({ ...choices, as })} />{say(`papers.slips.as.${as}`)}</label>)}
      </fieldset>
      <div className={styles.few}><NumberField label={say('papers.slips.blank')} value={choices.blank} least={0} most={MOST_BLANK} set={(blank) => choose({ ...choices, blank: Math.min(MOST_BLANK, Math.max(0, blank ?? 0)) })} /></div>
      <label><input type="checkbox" checked={choices.named} onChange={(event) => choose({ ...choices, named: event.currentTarget.checked })} />{say('papers.slips.named')}</label>
      {slips.away > 0 && <p className={`${styles.said} sm`}>{say('papers.slips.away', { people: slips.away })}</p>}
      <NoLongerShown people={slips.noLongerShown} />
    </div>
  );
}

function NoSlips({ slips, why }: { slips: Slips; why: 'by-link' | 'canceled' }) {
  const { say } = useWords();
  return (
    <Work>
      <BackToDay siteId={slips.site.id} date={slips.session.date} />
      <h1>{say('papers.slips')}</h1>
      <Notice tone={why === 'canceled' ? 'amber' : 'moss'} sentence={say(`papers.slips.${why}.sentence`)} way={say(`papers.slips.${why}.way`)}>
        <Link to="/sessions/$sessionId/roster" params={{ sessionId: slips.session.id }} className="btn small">{say('papers.roster.print')}</Link>
      </Notice>
    </Work>
  );
}

function Paper({ slips }: { slips: Slips }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const choices = choicesOf(route.useSearch());
  const { session, site } = slips;
  if (slips.withoutSlips !== null) return <NoSlips slips={slips} why={slips.withoutSlips} />;
  const choose = (next: SlipChoices): void => {
    void navigate({ to: '/sessions/$sessionId/slips', params: { sessionId: session.id }, search: searchOf(next) as never, replace: true, resetScroll: false });
  };
  const part = { slips, choices };
  const signers = signersOf(part);
  return (
    <Sheet what={say(choices.as === 'sheet' ? 'papers.sheet' : 'papers.slips')} site={site.name} when={`${dayText(say, language, session.date)}, ${clockSpan(language, site.timeZone, session.startsAt, session.endsAt)}`} asOf={slips.asOf} timeZone={site.timeZone}
      lies head={choices.as === 'sheet' ? 'paper' : 'screen'} back={<BackToDay siteId={site.id} date={session.date} />} choices={<Choices {...part} choose={choose} />}>
      {signers.length === 0 && <p>{say('papers.slips.empty')}</p>}
      {signers.length > 0 && (choices.as === 'sheet' ? <OneSheet {...part} /> : <ul>{signers.map((signer, index) => <Slip key={signer?.participantId ?? index} signer={signer} part={part} />)}</ul>)}
    </Sheet>
  );
}

export function SlipsPage() {
  const { say } = useWords();
  const { may } = useMe();
  const sessionId = route.useParams().sessionId as SessionId;
  const asked = useMemo(() => reading(readSlips, { params: { sessionId } }), [sessionId]);
  const slips = useQuery({ ...asked, enabled: may('attendance.stamp') });
  if (!may('attendance.stamp')) return <Work><NotYours /></Work>;
  if (slips.data !== undefined) return <Paper slips={slips.data} />;
  return <Work>{slips.error === null ? <Waiting said={say('waiting')}><Blank width="100%" height={520} /></Waiting> : <UnreadNotice error={slips.error} again={() => { void slips.refetch(); }} />}</Work>;
}
