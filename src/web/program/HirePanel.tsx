/** Somebody new on the staff: names, roles, sites and first day; a name that is known is asked about once. The code to sign in with follows at once. */
import { useState } from 'react';
import { ROLES } from '../../permissions.ts';
import type { Role } from '../../permissions.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { issueCode } from '../../modules/people/codes.contract.ts';
import { hireStaff } from '../../modules/people/staff.contract.ts';
import { ActForm, ManyField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { STALE_ACCESS } from './AccountPart.tsx';
import { CodeShown } from './CodeShown.tsx';
import type { Handed } from './CodeShown.tsx';
import { nameOf } from './staff.ts';
import type { Staff } from './staff.ts';

type Values = { givenName: string; familyName: string; credential: string; roles: Role[]; siteIds: string[]; startsOn: string };

export function HirePanel({ sites, today, close }: { sites: Staff['sites']; today: CivilDate; close: () => void }) {
  const { say } = useWords();
  const hire = useAct(hireStaff, ['staff.read', 'on-call.read']);
  const issue = useAct(issueCode, STALE_ACCESS);
  const [name, setName] = useState<string | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const { values, set } = useFields<Values>({
    givenName: '', familyName: '', credential: '', roles: [], siteIds: sites.length === 1 ? sites.map((site) => site.id) : [], startsOn: today,
  });
  const isKnown = hire.answer !== null && 'refused' in hire.answer && hire.answer.refused === 'colleague-looks-known';
  const send = async (confirmed: boolean): Promise<void> => {
    const hired = await hire.carryOut({ body: { ...values, startsOn: values.startsOn as CivilDate, confirmed } });
    if (hired === null) return;
    setName(nameOf(values));
    setHanded(await issue.carryOut({ params: { staffId: hired.staffId } }));
  };
  if (name !== null) {
    return (
      <SidePanel title={say('access.code', { name })} close={close}>
        <Notice tone="moss" sentence={say('access.hired', { name })} />
        {issue.answer !== null && <RefusalNotice answer={issue.answer}><button type="button" className="btn" onClick={close}>{say('access.done')}</button></RefusalNotice>}
        {handed !== null && <CodeShown handed={handed} what={say('access.code.say', { name, address: location.host })} done={close} />}
      </SidePanel>
    );
  }
  return (
    <SidePanel title={say('staff.add')} close={close}>
      <ActForm act={hire} label={say('staff.add.save')} submit={() => { void send(false); }}
        more={isKnown && <button type="button" className="btn" onClick={() => { if (!hire.busy) void send(true); }}>{say('staff.somebody-else')}</button>}>
        <Pair>
          <TextField label={say('staff.given')} value={values.givenName} set={set('givenName')} max={80} required />
          <TextField label={say('staff.family')} value={values.familyName} set={set('familyName')} max={80} required />
        </Pair>
        <Pair>
          <TextField label={say('staff.letters')} hint={say('staff.letters.hint')} value={values.credential} set={set('credential')} max={80} />
          <TextField label={say('staff.first-day')} type="date" value={values.startsOn} set={set('startsOn')} required />
        </Pair>
        <ManyField label={say('staff.roles')} value={values.roles} set={set('roles')} options={ROLES.map((role) => ({ value: role, label: say(`role.${role}`) }))} />
        <ManyField label={say('staff.sites')} value={values.siteIds} set={set('siteIds')} options={sites.map((site) => ({ value: site.id, label: site.name }))} />
      </ActForm>
    </SidePanel>
  );
}
