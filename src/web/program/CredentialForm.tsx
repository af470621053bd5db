/** A license or certificate as it stands on paper; common kinds are suggested, any other can be typed. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { CivilDate } from '../../values/civil-date.ts';
import type { Offline, Refused } from '../call.ts';
import { ActForm, Pair, TextField, useFields } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import { CREDENTIAL_KINDS } from './staff.ts';
import type { NewCredential } from './use-staff-acts.ts';

function KindField({ value, set }: { value: string; set: (value: string) => void }) {
  const { say } = useWords();
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>{say('staff.credential.kind')}</label>
      <input id={id} className="field" list={`${id}-kinds`} required maxLength={80} autoComplete="off" value={value} onChange={(event) => set(event.currentTarget.value)} />
      <datalist id={`${id}-kinds`}>{CREDENTIAL_KINDS.map((kind) => <option key={kind} value={kind} />)}</datalist>
    </div>
  );
}

type Props = { act: { busy: boolean; answer: Refused | Offline | null }; today: CivilDate; submit: (credential: NewCredential) => void; more: ReactNode };

export function CredentialForm({ act, today, submit, more }: Props) {
  const { say } = useWords();
  const { values, set } = useFields<{ kind: string; number: string; issuedBy: string; validFrom: string; expiresOn: string }>({ kind: '', number: '', issuedBy: '', validFrom: today, expiresOn: '' });
  const send = (): void => submit({ ...values, validFrom: values.validFrom as CivilDate, expiresOn: values.expiresOn === '' ? null : values.expiresOn as CivilDate });
  return (
    <ActForm act={act} label={say('staff.credential.save')} submit={send} more={more}>
      <KindField value={values.kind} set={set('kind')} />
      <Pair>
        <TextField label={say('staff.credential.number')} value={values.number} set={set('number')} max={80} />
        <TextField label={say('staff.credential.issuer')} value={values.issuedBy} set={set('issuedBy')} max={120} />
      </Pair>
      <Pair>
        <TextField label={say('staff.credential.from')} type="date" value={values.validFrom} set={set('validFrom')} required />
        <TextField label={say('staff.credential.to')} hint={say('staff.credential.to.hint')} type="date" value={values.expiresOn} set={set('expiresOn')} />
      </Pair>
    </ActForm>
  );
}
