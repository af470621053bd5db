/** Who is close to a person, and which sessions they may attend. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { readSupporters } from '../../boards/people/supporters.contract.ts';
import { endContact } from '../../modules/people/participants.contract.ts';
import { endPermission } from '../../modules/people/supporters.contract.ts';
import { ATTENDABLE_TYPES } from '../../modules/people/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';
import styles from '../people/people.module.css';
import { reading } from '../queries.ts';
import { dateIn } from '../../values/civil-date.ts';
import { AddSupporter, PermitPanel } from './PermitPanel.tsx';
import { STALE_SUPPORTERS } from './said.ts';
import own from './supporters.module.css';

type Props = { participantId: ParticipantId; displayName: string; today: string; done: (text: string, undo: () => void) => void };
type Read = z.output<typeof readSupporters['output']>;
export type SupporterRow = Read['contacts'][number];

/** What holds, in words with a sign: a check and the kinds, or a lock and nothing (design: consent badge). */
function Badge({ contact, read }: { contact: SupporterRow; read: Read }) {
  const { say, language } = useWords();
  const { permission, takenBack } = contact;
  const day = (date: string): string => dayText(language, date, read.today);
  if (permission === null || permission.hasRunOut) {
    const why = permission !== null && permission.lastDay !== null ? say('supporter.ran-out', { day: day(permission.lastDay) })
      : takenBack !== null && takenBack.endedAt !== null ? say('supporter.taken-back', { day: day(dateIn(read.timeZone, new Date(takenBack.endedAt))) }) : null;
    return <><div className={own.badge} data-holds="false"><Icon name="lock" />{say('supporter.nothing')}</div>{why !== null && <div className="sm dim">{why}</div>}</>;
  }
  const kinds = ATTENDABLE_TYPES.filter((type) => permission.sessionTypes.includes(type)).map((type) => say(`groups.type.${type}`)).join(', ');
  const said = { day: day(permission.givenOn), how: say(`supporter.how.${permission.givenHow}`), by: permission.writtenBy };
  return (
    <>
      <div className={own.badge} data-holds="true"><Icon name="check" />{kinds}</div>
      <div className="sm dim">
        {permission.lastDay === null ? say('supporter.since', said) : say('supporter.since-until', { ...said, until: day(permission.lastDay) })}
      </div>
      {permission.detail !== null && permission.detail !== '' && <div className={`sm ${own.words}`}>{permission.detail}</div>}
    </>
  );
}

type RowProps = { contact: SupporterRow; read: Read; permit: () => void; takeBack: () => void; takeOff: () => void };

function Contact({ contact, read, permit, takeBack, takeOff }: RowProps) {
  const { say } = useWords();
  const { may } = useMe();
  const { name, relation, kind, telephone, permission, visits } = contact;
  const who = [relation === '' || kind !== 'supporter' ? say(`contact.${kind}`) : '', relation].filter((part) => part !== '').join(', ');
  const stands = permission !== null && !permission.hasRunOut;
  return (
    <Row title={name}
      detail={(
        <>
          <div>{who}{telephone !== '' && kind === 'supporter' && <> · <a className="lk" href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a></>}{visits > 0 && <> · {say('supporter.visits', { visits })}</>}</div>
          <Badge contact={contact} read={read} />
        </>
      )}
      acts={(
        <div className={own.acts}>
          {may('supporter.permit') && (stands
            ? <button type="button" className="btn small quiet" aria-label={say('supporter.take-back.of', { name })} onClick={takeBack}>{say('supporter.take-back')}</button>
            : <button type="button" className="btn small" aria-label={say('supporter.permit.of', { name })} onClick={permit}>{say('supporter.permit')}</button>)}
          {may('people.change') && kind === 'supporter' && !stands && <button type="button" className="btn small quiet" aria-label={say('contact.end.of', { name })} onClick={takeOff}>{say('contact.end')}</button>}
        </div>
      )} />
  );
}

/** Who may come stands first, then supporters without a permission, then other contacts. */
function inOrder(contacts: readonly SupporterRow[]): SupporterRow[] {
  const rank = ({ permission, kind }: SupporterRow): number => (permission !== null && !permission.hasRunOut ? 0 : kind === 'supporter' ? 1 : 2);
  return contacts.toSorted((one, other) => rank(one) - rank(other));
}

export function Supporters({ participantId, displayName, today, done }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const [panel, setPanel] = useState<'add' | SupporterRow | null>(null);
  const read = useQuery(reading(readSupporters, { params: { participantId } }));
  const ending = useAct(endPermission, STALE_SUPPORTERS);
  const leaving = useAct(endContact, STALE_SUPPORTERS);
  const takeBack = async ({ contactId, name, permission }: SupporterRow): Promise<void> => {
    if (permission === null) return;
    const params = { participantId, contactId, permissionId: permission.permissionId };
    if (await ending.carryOut({ params, body: { ends: true } }) === null) return;
    done(say('supporter.take-back.done', { name }), () => { void ending.carryOut({ params, body: { ends: false } }); });
  };
  const takeOff = async ({ contactId, name }: SupporterRow): Promise<void> => {
    const params = { participantId, contactId };
    const ended = await leaving.carryOut({ params, body: { ends: true } });
    if (ended === null) return;
    done(say(ended.permissionsEnded > 0 ? 'contact.ended.permission' : 'contact.ended', { name }), () => { void leaving.carryOut({ params, body: { ends: false } }); });
  };
  const answer = ending.answer ?? leaving.answer;
  return (
    <section aria-labelledby="supporters">
      <div className={styles.head}>
        <h2 id="supporters">{say('supporter.title')}</h2><span className="grow" />
        {may('people.change') && <button type="button" className="btn small" onClick={() => setPanel('add')}>{say('supporter.add')}</button>}
      </div>
      {answer !== null && <RefusalNotice answer={answer} />}
      {read.data === undefined && read.error !== null && <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />}
      {read.data === undefined && read.error === null && <Waiting said={say('waiting')}><Blank width="100%" height={60} /></Waiting>}
      {read.data?.contacts.length === 0 && <p className={styles.empty}>{say('supporter.empty', { name: displayName })}</p>}
      {read.data !== undefined && read.data.contacts.length > 0 && (
        <Rows>
          {inOrder(read.data.contacts).map((contact) => (
            <Contact key={contact.contactId} contact={contact} read={read.data} permit={() => setPanel(contact)} takeBack={() => { void takeBack(contact); }} takeOff={() => { void takeOff(contact); }} />
          ))}
        </Rows>
      )}
      {panel === 'add' && <AddSupporter participantId={participantId} today={today} close={() => setPanel(null)} />}
      {panel !== null && panel !== 'add' && <PermitPanel participantId={participantId} contact={panel} today={today} close={() => setPanel(null)} />}
    </section>
  );
}
