/** Whether a colleague has an account, and the code with which one is made or a new password is chosen. */
import { useState } from 'react';
import { issueCode, withdrawCode } from '../../modules/people/codes.contract.ts';
import { useMe } from '../app/me.ts';
import { ActForm } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row } from '../kit/Rows.tsx';
import { dayTimeText } from '../kit/times.ts';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { Words } from '../kit/words.tsx';
import { dateIn } from '../../values/civil-date.ts';
import { CodeShown } from './CodeShown.tsx';
import type { Handed } from './CodeShown.tsx';
import { dayWithYear, nameOf } from './staff.ts';
import type { Colleague } from './staff.ts';

export const STALE_ACCESS = ['staff.read'];

/** In words; an account is spoken of only where something can be said of it. */
export function accountSaid({ say, language }: Words, one: Pick<Colleague, 'accountSince' | 'codeOpenUntil'>, zone: string, today: string): string {
  const time = one.codeOpenUntil === null ? '' : dayTimeText(language, zone, one.codeOpenUntil);
  if (one.accountSince === null) return one.codeOpenUntil === null ? say('access.account.none') : say('access.account.open', { time });
  const day = dayWithYear(say, language, dateIn(zone as Parameters<typeof dateIn>[0], new Date(one.accountSince)), today);
  return one.codeOpenUntil === null ? say('access.account.since', { day }) : say('access.account.since-open', { day, time });
}

export function AccountRow({ one, today, turn }: { one: Colleague; today: string; turn: () => void }) {
  const words = useWords();
  const { say } = words;
  const me = useMe();
  const withdraw = useAct(withdrawCode, STALE_ACCESS);
  const [taken, setTaken] = useState(false);
  const takeBack = async (): Promise<void> => { setTaken(await withdraw.carryOut({ params: { staffId: one.id } }) !== null); };
  const isOwn = one.id === me.staffId;
  return (
    <>
      <Row title={say('access.account')} detail={accountSaid(words, one, me.sites[0]?.timeZone ?? 'UTC', today)} acts={!isOwn && !one.hasEnded && (
        <>
          {one.codeOpenUntil !== null && <button type="button" className="btn quiet" onClick={() => { if (!withdraw.busy) void takeBack(); }}>{say('access.take-back')}</button>}
          <button type="button" className="btn" onClick={turn}>{say('access.turn')}</button>
        </>
      )} />
      {(withdraw.answer !== null || (taken && one.codeOpenUntil === null)) && (
        <li>{withdraw.answer === null ? <Notice tone="moss" sentence={say('access.taken-back', { name: nameOf(one) })} /> : <RefusalNotice answer={withdraw.answer} />}</li>
      )}
    </>
  );
}

export function CodePart({ one, back }: { one: Colleague; back: () => void }) {
  const { say } = useWords();
  const issue = useAct(issueCode, STALE_ACCESS);
  const [handed, setHanded] = useState<Handed | null>(null);
  const name = nameOf(one);
  const send = async (): Promise<void> => setHanded(await issue.carryOut({ params: { staffId: one.id } }));
  if (handed !== null) return <><h3>{say('access.code', { name })}</h3><CodeShown handed={handed} what={say('access.code.say', { name, address: location.host })} done={back} /></>;
  return (
    <ActForm act={issue} label={say('access.make')} submit={() => { void send(); }} more={<button type="button" className="btn quiet" onClick={back}>{say('staff.keep')}</button>}>
      <p>{say(one.accountSince === null ? 'access.make.first' : 'access.make.again', { name })}</p>
      {one.codeOpenUntil !== null && <p className="dim">{say('access.make.instead')}</p>}
    </ActForm>
  );
}
