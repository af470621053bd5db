/** The staff as a ruled table, one row a person; on a phone each row stands as lines. Whoever has left is folded below. */
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import { accountSaid } from './AccountPart.tsx';
import { dayWithYear, nameOf } from './staff.ts';
import type { Colleague, Credential, Staff } from './staff.ts';
import styles from './staff.module.css';

export function CredentialLine({ credential, today }: { credential: Credential; today: string }) {
  const { say, language } = useWords();
  const day = dayWithYear(say, language, credential.state === 'not-yet' ? credential.validFrom : credential.expiresOn ?? today, today);
  const word = credential.expiresOn === null && credential.state === 'valid' ? 'staff.credential.open' : (`staff.credential.${credential.state}` as const);
  return (
    <span className={styles.credential} data-state={credential.state}>
      {(credential.state === 'expired' || credential.state === 'expires-soon') && <Icon name={credential.state === 'expired' ? 'warn' : 'clock'} />}
      <span><b>{credential.kind}</b> {say(word, { day })}</span>
    </span>
  );
}

/** Whoever cannot sign in yet, for those who can do something about it. */
function NoAccount({ one, today }: { one: Colleague; today: string }) {
  const words = useWords();
  const zone = useMe().sites[0]?.timeZone ?? 'UTC';
  return one.accountSince === null ? <span className={`sm ${one.codeOpenUntil === null ? 'c-amber' : 'dim'} ${styles.line}`}>{accountSaid(words, one, zone, today)}</span> : null;
}

function Person({ one, staff, open }: { one: Colleague; staff: Staff; open: ((id: string) => void) | null }) {
  const { say, language } = useWords();
  const sites = staff.sites.filter((site) => one.siteIds.includes(site.id)).map((site) => site.name);
  return (
    <tr>
      <th scope="row"><b>{nameOf(one)}</b>{one.credential !== '' && <>, {one.credential}</>}{one.endedOn !== null && <span className={`sm c-amber ${styles.line}`}>{say('staff.until', { day: dayWithYear(say, language, one.endedOn, staff.today) })}</span>}{open !== null && <NoAccount one={one} today={staff.today} />}</th>
      <td data-label={say('staff.roles')}>{one.roles.length === 0 ? <span className="dim">{say('staff.no-role')}</span> : one.roles.map((role) => say(`role.${role}`)).join(', ')}</td>
      <td data-label={say('staff.sites')}>{sites.length === 0 ? <span className="dim">{say('staff.no-site')}</span> : sites.join(', ')}</td>
      <td data-label={say('staff.credentials')} className={one.credentials.length === 0 ? styles.bare : undefined}>{one.credentials.length === 0 ? <span className="dim">–</span> : one.credentials.map((credential) => <CredentialLine key={credential.id} credential={credential} today={staff.today} />)}</td>
      <td data-label={say('staff.leads')} className={one.leads.length === 0 ? styles.bare : undefined}>{one.leads.length === 0 ? <span className="dim">–</span> : one.leads.map((group) => <span key={group.seriesId} className={styles.line}>{group.name}</span>)}</td>
      {open !== null && <td className={styles.act}><button type="button" className="btn" onClick={() => open(one.id)}>{say('staff.change')}<span className="vh"> {nameOf(one)}</span></button></td>}
    </tr>
  );
}

export function StaffTable({ staff, open, bringBack }: { staff: Staff; open: ((id: string) => void) | null; bringBack: ((one: Colleague) => void) | null }) {
  const { say, language } = useWords();
  const [here, gone] = [staff.staff.filter((one) => !one.hasEnded), staff.staff.filter((one) => one.hasEnded)];
  return (
    <>
      <table className={styles.table}>
        <caption className="vh">{say('program.staff')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('staff.name')}</th><th scope="col">{say('staff.roles')}</th><th scope="col">{say('staff.sites')}</th><th scope="col">{say('staff.credentials')}</th><th scope="col">{say('staff.leads')}</th>
            {open !== null && <th scope="col"><span className="vh">{say('staff.change')}</span></th>}
          </tr>
        </thead>
        <tbody>{here.map((one) => <Person key={one.id} one={one} staff={staff} open={open} />)}</tbody>
      </table>
      {gone.length > 0 && (
        <details className={styles.gone}>
          <summary>{say('staff.gone', { people: gone.length })}</summary>
          <Rows label={say('staff.gone', { people: gone.length })}>
            {gone.map((one) => (
              <Row key={one.id} ended title={nameOf(one)} detail={say('staff.from-to', { from: dayWithYear(say, language, one.startedOn, staff.today), to: dayWithYear(say, language, one.endedOn ?? staff.today, staff.today) })}
                acts={bringBack !== null && <button type="button" className="btn" onClick={() => bringBack(one)}>{say('staff.bring-back')}<span className="vh"> {nameOf(one)}</span></button>} />
            ))}
          </Rows>
        </details>
      )}
    </>
  );
}
