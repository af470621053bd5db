/** One member of staff at the side: what is known, and one form at a time to change it. */
import { useState } from 'react';
import { ROLES } from '../../permissions.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ManyField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { Supervision } from '../signatures/Supervision.tsx';
import { AccountRow, CodePart } from './AccountPart.tsx';
import { CredentialForm } from './CredentialForm.tsx';
import { LeftBehind } from './LeftBehind.tsx';
import { CredentialLine } from './StaffTable.tsx';
import { dayWithYear, nameOf } from './staff.ts';
import type { Colleague, Staff } from './staff.ts';
import type { StaffActs } from './use-staff-acts.ts';
import styles from './staff.module.css';

type Part = { one: Colleague; staff: Staff; acts: StaffActs; /** Back to what is known. */ back: () => void };
const FORMS = { code: CodePart, names: NamesForm, roles: RolesForm, sites: SitesForm, credential: NewCredentialForm, end: EndForm } as const;

/** The act of a form as ActForm shows it, and a way back without it. */
function useForm({ acts, back }: Part) {
  const { say } = useWords();
  const wait = async (work: Promise<boolean>): Promise<void> => { if (await work) back(); };
  return { wait, act: { busy: acts.busy, answer: acts.refused }, more: <button type="button" className="btn quiet" onClick={back}>{say('staff.keep')}</button> };
}

/** Somebody else was here first: what stands there now is said, what was typed stays. */
function Stale({ acts, stands }: { acts: StaffActs; stands: string }) {
  const { say } = useWords();
  const isStale = acts.refused !== null && 'refused' in acts.refused && acts.refused.refused === 'changed-meanwhile';
  return isStale ? <Notice tone="amber" sentence={say('staff.stands', { stands })} /> : null;
}

function NamesForm(part: Part) {
  const { one, acts } = part;
  const { say } = useWords();
  const { values, set } = useFields({ givenName: one.givenName, familyName: one.familyName, credential: one.credential });
  const { wait, ...form } = useForm(part);
  return (
    <ActForm {...form} label={say('staff.save.names')} submit={() => { void wait(acts.rename(one, values)); }}>
      <TextField label={say('staff.given')} value={values.givenName} set={set('givenName')} max={80} required />
      <TextField label={say('staff.family')} value={values.familyName} set={set('familyName')} max={80} required />
      <TextField label={say('staff.letters')} hint={say('staff.letters.hint')} value={values.credential} set={set('credential')} max={80} />
      <Stale acts={acts} stands={`${nameOf(one)} ${one.credential}`.trim()} />
    </ActForm>
  );
}

function RolesForm(part: Part) {
  const { one, acts } = part;
  const { say } = useWords();
  const { values, set } = useFields({ roles: one.roles });
  const { wait, ...form } = useForm(part);
  return (
    <ActForm {...form} label={say('staff.save.roles')} submit={() => { void wait(acts.setRoles(one, values.roles)); }}>
      <ManyField label={say('staff.roles')} value={values.roles} set={set('roles')} options={ROLES.map((role) => ({ value: role, label: say(`role.${role}`) }))} />
      <p className="sm dim">{say('staff.roles.hint')}</p>
      <Stale acts={acts} stands={one.roles.map((role) => say(`role.${role}`)).join(', ')} />
    </ActForm>
  );
}

function SitesForm(part: Part) {
  const { one, acts, staff } = part;
  const { say } = useWords();
  const { values, set } = useFields({ siteIds: one.siteIds });
  const { wait, ...form } = useForm(part);
  return (
    <ActForm {...form} label={say('staff.save.sites')} submit={() => { void wait(acts.setSites(one, values.siteIds)); }}>
      <ManyField label={say('staff.sites')} value={values.siteIds} set={set('siteIds')} options={staff.sites.map((site) => ({ value: site.id, label: site.name }))} />
      <p className="sm dim">{say('staff.sites.hint')}</p>
      <Stale acts={acts} stands={staff.sites.filter((site) => one.siteIds.includes(site.id)).map((site) => site.name).join(', ')} />
      <LeftBehind answer={acts.refused} />
    </ActForm>
  );
}

function NewCredentialForm(part: Part) {
  const { one, acts, staff } = part;
  const { wait, ...form } = useForm(part);
  return <CredentialForm {...form} today={staff.today} submit={(credential) => { void wait(acts.addCredential(one, credential)); }} />;
}

function EndForm(part: Part) {
  const { one, acts, staff } = part;
  const { say, language } = useWords();
  const { values, set } = useFields<{ lastDay: string }>({ lastDay: one.endedOn ?? staff.today });
  const { wait, ...form } = useForm(part);
  const isAhead = values.lastDay > staff.today;
  return (
    <ActForm {...form} label={say('staff.save.end', { name: nameOf(one) })} submit={() => { void wait(acts.end(one, values.lastDay as CivilDate)); }}>
      <TextField label={say('staff.last-day')} type="date" value={values.lastDay} set={set('lastDay')} earliest={one.startedOn} required />
      {values.lastDay !== '' && <p>{say(isAhead ? 'staff.end.ahead' : 'staff.end.now', { name: nameOf(one), day: dayWithYear(say, language, values.lastDay, staff.today) })}</p>}
      <LeftBehind answer={acts.refused} />
    </ActForm>
  );
}

function Known({ one, staff, acts, turn }: { one: Colleague; staff: Staff; acts: StaffActs; turn: (to: keyof typeof FORMS) => void }) {
  const { say, language } = useWords();
  const change = (to: keyof typeof FORMS, word: 'names' | 'roles' | 'sites' | 'end') => <button type="button" className="btn" onClick={() => turn(to)}>{say(`staff.turn.${word}`)}</button>;
  const sites = staff.sites.filter((site) => one.siteIds.includes(site.id)).map((site) => site.name).join(', ');
  return (
    <>
      {acts.refused !== null && <RefusalNotice answer={acts.refused} />}
      <Rows>
        <Row title={say('staff.name')} detail={`${nameOf(one)}, ${one.credential === '' ? say('staff.no-letters') : one.credential}`} acts={change('names', 'names')} />
        <Row title={say('staff.roles')} detail={one.roles.length === 0 ? say('staff.no-role') : one.roles.map((role) => say(`role.${role}`)).join(', ')} acts={change('roles', 'roles')} />
        <Row title={say('staff.sites')} detail={sites === '' ? say('staff.no-site') : sites} acts={change('sites', 'sites')} />
        <Row title={say('staff.works')} detail={one.endedOn === null ? say('staff.since', { day: dayWithYear(say, language, one.startedOn, staff.today) }) : say('staff.until', { day: dayWithYear(say, language, one.endedOn, staff.today) })}
          acts={<>{one.endedOn !== null && <button type="button" className="btn" onClick={() => { void acts.bringBack(one); }}>{say('staff.stay')}</button>}{change('end', 'end')}</>} />
        <AccountRow one={one} today={staff.today} turn={() => turn('code')} />
      </Rows>
      <div className={`section ${styles.sub}`}><h3>{say('staff.credentials')}</h3><span className="grow" /><button type="button" className="btn" onClick={() => turn('credential')}>{say('staff.credential.add')}</button></div>
      {one.credentials.length === 0 ? <p className="dim">{say('staff.credential.none')}</p> : (
        <Rows label={say('staff.credentials')}>
          {one.credentials.map((credential) => (
            <Row key={credential.id} title={<CredentialLine credential={credential} today={staff.today} />} detail={[credential.number, credential.issuedBy].filter((text) => text !== '').join(', ') || undefined}
              acts={<button type="button" className="btn quiet" onClick={() => { void acts.endCredential(credential); }}>{say('staff.credential.off')}<span className="vh"> {credential.kind}</span></button>} />
          ))}
        </Rows>
      )}
      <Supervision staffId={one.id} name={nameOf(one)} />
    </>
  );
}

export function StaffPanel({ colleague, staff, acts, close }: { colleague: Colleague; staff: Staff; acts: StaffActs; close: () => void }) {
  const [form, setForm] = useState<keyof typeof FORMS | null>(null);
  const turn = (to: keyof typeof FORMS | null): void => {
    acts.forget();
    setForm(to);
  };
  const Form = form === null ? null : FORMS[form];
  return (
    <SidePanel title={nameOf(colleague)} close={close}>
      {Form === null ? <Known one={colleague} staff={staff} acts={acts} turn={turn} /> : <Form one={colleague} staff={staff} acts={acts} back={() => turn(null)} />}
    </SidePanel>
  );
}
