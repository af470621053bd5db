/** Writing down that somebody may sit in: for a contact that is known, or together with the contact, one act after the other. */
import { useState } from 'react';
import { addContact } from '../../modules/people/participants.contract.ts';
import { permitSupporter } from '../../modules/people/supporters.contract.ts';
import { ATTENDABLE_TYPES, PERMISSION_WAYS } from '../../modules/people/words.ts';
import type { AttendableType, ParticipantId, PermissionWay } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, ManyField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { STALE_SUPPORTERS } from './said.ts';

type Draft = { sessionTypes: AttendableType[]; givenOn: string; givenHow: PermissionWay; lastDay: string; detail: string };
type FieldsProps = { values: Draft; set: ReturnType<typeof useFields<Draft>>['set']; today: string };

const start = (today: string): Draft => ({ sessionTypes: [], givenOn: today, givenHow: 'on-paper', lastDay: '', detail: '' });
const bodyOf = ({ givenOn, lastDay, ...draft }: Draft) => ({ ...draft, givenOn: givenOn as CivilDate, lastDay: lastDay === '' ? null : lastDay as CivilDate });

function PermissionFields({ values, set, today }: FieldsProps) {
  const { say } = useWords();
  return (
    <>
      <ManyField<AttendableType> label={say('supporter.kinds')} value={values.sessionTypes} set={set('sessionTypes')} options={ATTENDABLE_TYPES.map((type) => ({ value: type, label: say(`groups.type.${type}`) }))} />
      <ChoiceField<PermissionWay> label={say('supporter.how')} value={values.givenHow} set={set('givenHow')} options={PERMISSION_WAYS.map((way) => ({ value: way, label: say(`supporter.how.${way}`) }))} />
      <Pair>
        <TextField label={say('supporter.given-on')} type="date" required latest={today} value={values.givenOn} set={set('givenOn')} />
        <TextField label={say('supporter.last-day')} type="date" earliest={values.givenOn} value={values.lastDay} set={set('lastDay')} hint={say('supporter.last-day.hint')} />
      </Pair>
      <TextField label={say('supporter.detail')} lines={3} max={500} value={values.detail} set={set('detail')} hint={say('supporter.detail.hint')} />
    </>
  );
}

/** A form with nothing chosen says so here; the server would only call it malformed. */
function useKinds(chosen: readonly AttendableType[]) {
  const { say } = useWords();
  const [isAsked, setAsked] = useState(false);
  const isMissing = chosen.length === 0;
  const notice = isAsked && isMissing ? <Notice tone="amber" sentence={say('supporter.kinds.missing')} way={say('supporter.kinds.way')} /> : null;
  const check = (): boolean => {
    setAsked(true);
    return !isMissing;
  };
  return { notice, check };
}

type PermitProps = { participantId: ParticipantId; contact: { contactId: string; name: string }; today: string; close: () => void };

export function PermitPanel({ participantId, contact, today, close }: PermitProps) {
  const { say } = useWords();
  const act = useAct(permitSupporter, STALE_SUPPORTERS);
  const { values, set } = useFields(start(today));
  const kinds = useKinds(values.sessionTypes);
  const submit = async (): Promise<void> => {
    if (kinds.check() && await act.carryOut({ params: { participantId, contactId: contact.contactId }, body: bodyOf(values) }) !== null) close();
  };
  return (
    <SidePanel title={say('supporter.permit.title', { name: contact.name })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('supporter.permit.act')} more={kinds.notice}>
        <PermissionFields values={values} set={set} today={today} />
      </ActForm>
    </SidePanel>
  );
}

/** The second act may be refused alone: then the contact is on the list, and pressing again writes the permission only. */
export function AddSupporter({ participantId, today, close }: Omit<PermitProps, 'contact'>) {
  const { say } = useWords();
  const permits = useMe().may('supporter.permit');
  const adding = useAct(addContact, STALE_SUPPORTERS);
  const permitting = useAct(permitSupporter, STALE_SUPPORTERS);
  const { values, set } = useFields({ name: '', relation: '', telephone: '', ...start(today) });
  const [addedId, setAddedId] = useState<string | null>(null);
  const kinds = useKinds(values.sessionTypes);
  const { name, relation, telephone, ...draft } = values;
  const submit = async (): Promise<void> => {
    if (permits && !kinds.check()) return;
    const contactId = addedId ?? (await adding.carryOut({ params: { participantId }, body: { kind: 'supporter', name, relation, telephone } }))?.contactId ?? null;
    setAddedId(contactId);
    if (contactId === null) return;
    if (!permits || await permitting.carryOut({ params: { participantId, contactId }, body: bodyOf(draft) }) !== null) close();
  };
  const act = { busy: adding.busy || permitting.busy, answer: adding.answer ?? permitting.answer };
  return (
    <SidePanel title={say('supporter.add')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say(addedId === null ? 'supporter.add.act' : 'supporter.permit.act')} more={kinds.notice}>
        {addedId === null
          ? (
            <>
              <TextField label={say('contact.name')} value={name} set={set('name')} max={120} required />
              <Pair>
                <TextField label={say('contact.relation')} value={relation} set={set('relation')} max={80} />
                <TextField label={say('contact.telephone')} type="tel" value={telephone} set={set('telephone')} max={40} />
              </Pair>
            </>
          )
          : <p className="sm">{say('supporter.half', { name })}</p>}
        {permits ? <PermissionFields values={draft} set={set as FieldsProps['set']} today={today} /> : <p className="sm dim">{say('supporter.no-permit')}</p>}
      </ActForm>
    </SidePanel>
  );
}
