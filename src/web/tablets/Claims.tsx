/** People who said at a tablet that they are here, until staff confirm it (W8). */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readClaims } from '../../boards/day/tablets.contract.ts';
import { takeBackStamp } from '../../modules/attendance/contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { reopenClaim, settleClaim } from '../../modules/tablets/contract.ts';
import type { RequestOf, ValueOf } from '../call.ts';
import { ActForm, ChoiceField } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { timeText } from '../kit/times.ts';
import type { Act } from '../kit/use-act.ts';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import styles from './claims.module.css';

type Board = ValueOf<typeof readClaims>;
type Claim = Board['claims'][number];
type Settle = (claim: Claim, name: string, body: RequestOf<typeof settleClaim>['body']) => Promise<boolean>;
const STALE = ['tablets.read-claims', 'today.read', 'group-room.read'];

/** Whoever it is said to be, else what was typed. */
function useNames() {
  const { say } = useWords();
  return (claim: Claim): string => claim.meant?.displayName ?? say('claims.typed', { typed: claim.typed });
}

function ChooseWho({ claim, board, timeZone, act, settle, close }: { claim: Claim; board: Board; timeZone: string; act: Act<typeof settleClaim>; settle: Settle; close: () => void }) {
  const { say, language } = useWords();
  const nameOf = useNames();
  const options = board.mayBe.map((one) => ({
    value: `${one.sessionId} ${one.participantId}`, label: `${one.displayName} · ${say('claims.session', { session: one.sessionName, time: timeText(language, timeZone, one.startsAt) })}`, one,
  }));
  const [chosen, setChosen] = useState(options[0]?.value ?? '');
  const person = options.find(({ value }) => value === chosen)?.one;
  const send = async (name: string, body: RequestOf<typeof settleClaim>['body']): Promise<void> => { if (await settle(claim, name, body)) close(); };
  const known = <button type="button" className="btn" onClick={() => { if (!act.busy) void send(nameOf(claim), { as: 'known' }); }}>{say('claims.known')}</button>;
  return (
    <SidePanel title={say('claims.choose.title', { typed: claim.typed })} close={close}>
      {person === undefined ? <div className={styles.none}><p>{say('claims.choose.none')}</p>{act.answer !== null && <RefusalNotice answer={act.answer} />}{known}</div> : (
        <ActForm act={act} label={say('claims.choose.act')} more={known}
          submit={() => { void send(person.displayName, { as: 'arrived', who: { sessionId: person.sessionId, participantId: person.participantId } }); }}>
          <ChoiceField label={say('claims.choose.person')} value={chosen} set={setChosen} options={options} />
        </ActForm>
      )}
    </SidePanel>
  );
}

function ClaimRow({ claim, timeZone, busy, settle, choose }: { claim: Claim; timeZone: string; busy: boolean; settle: Settle; choose: () => void }) {
  const { say, language } = useWords();
  const name = useNames()(claim);
  const press = (body: RequestOf<typeof settleClaim>['body']) => (): void => { if (!busy) void settle(claim, name, body); };
  const time = (instant: string): string => timeText(language, timeZone, instant);
  const { meant } = claim;
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="sm dim">
          {meant === null ? say('claims.unknown') : <>{meant.displayName !== claim.typed && `${say('claims.typed', { typed: claim.typed })}, `}{say('claims.session', { session: meant.sessionName, time: time(meant.startsAt) })}</>}
        </p>
        <p className="sm faint">{say('claims.when', { time: time(claim.claimedAt), tablet: claim.tabletName })}</p>
      </div>
      <span className={styles.acts}>
        {meant === null
          ? <button type="button" className="btn small" onClick={choose}>{say('claims.choose')}<span className="vh"> {name}</span></button>
          : <button type="button" className="btn small" onClick={press({ as: 'arrived' })}>{say('claims.here')}<span className="vh"> {name}</span></button>}
        <button type="button" className="btn quiet small" onClick={press({ as: 'not-here' })}>{say('claims.not-here')}<span className="vh"> {name}</span></button>
      </span>
    </li>
  );
}

export function Claims({ siteId, timeZone }: { siteId: string; timeZone: string }) {
  const { say, language } = useWords();
  const board = useQuery({ ...useMemo(() => reading(readClaims, { query: { siteId: siteId as SiteId } }), [siteId]), refetchInterval: 15_000 });
  const [settling, reopening, takingBack] = [useAct(settleClaim, STALE), useAct(reopenClaim, STALE), useAct(takeBackStamp, STALE)];
  const { toast, done } = useUndo();
  const [choosing, setChoosing] = useState<string | null>(null);
  const undo = async (settled: ValueOf<typeof settleClaim>): Promise<void> => {
    const { claimId, sessionId, participantId } = settled;
    // The stamp first: where it can be taken back no more, the claim stays settled too.
    if (sessionId !== null && participantId !== null && await takingBack.carryOut({ params: { sessionId, participantId } }) === null) return;
    await reopening.carryOut({ params: { claimId } });
  };
  const settle: Settle = async (claim, name, body) => {
    const got = await settling.carryOut({ params: { claimId: claim.id }, body });
    if (got === null) {
      void board.refetch();
      return false;
    }
    done(say(`claims.done.${body.as}`, { name, time: got.at === null ? '' : timeText(language, timeZone, got.at) }), () => { void undo(got); });
    return true;
  };
  const refused = [settling, reopening, takingBack].find((act) => act.answer !== null)?.answer ?? null;
  const shown = board.data;
  const chosen = shown?.claims.find((one) => one.id === choosing);
  // Most sites have no tablet: nothing stands here until somebody says to be here.
  if (shown === undefined || (shown.claims.length === 0 && refused === null)) return toast;
  return (
    <section className={styles.claims} aria-labelledby="claims-title">
      <h2 id="claims-title">{say('claims.title')}</h2>
      {shown.claims.length > 0 && <p className="dim">{say('claims.say', { claims: shown.claims.length })}</p>}
      {refused !== null && chosen === undefined && <RefusalNotice answer={refused} />}
      <ul>
        {shown.claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} timeZone={timeZone} busy={settling.busy} settle={settle} choose={() => { settling.forget(); setChoosing(claim.id); }} />
        ))}
      </ul>
      {chosen !== undefined && <ChooseWho key={chosen.id} claim={chosen} board={shown} timeZone={timeZone} act={settling} settle={settle} close={() => setChoosing(null)} />}
      {toast}
    </section>
  );
}
