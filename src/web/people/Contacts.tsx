/** Guardians and emergency contacts of a person, added and taken off with undo; who may come along stands by itself. */
import { useState } from 'react';
import { addContact, endContact } from '../../modules/people/participants.contract.ts';
import { CONTACT_KINDS } from '../../modules/people/words.ts';
import type { ContactKind } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import styles from './people.module.css';
import type { Person } from './PersonHead.tsx';

const STALE = ['people.read-person', 'people.read-supporters'];
const KINDS = CONTACT_KINDS.filter((kind) => kind !== 'supporter');
type Props = { person: Person; done: (text: string, undo: () => void) => void };

function AddContact({ person, close }: { person: Person; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addContact, STALE);
  const { values, set } = useFields({ kind: (person.lacksGuardian ? 'guardian' : 'emergency') as ContactKind, name: '', relation: '', telephone: '' });
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { participantId: person.participantId }, body: values }) !== null) close();
  };
  return (
    <SidePanel title={say('contact.add')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('contact.act')}>
        <ChoiceField<ContactKind> label={say('contact.kind')} value={values.kind} set={set('kind')} options={KINDS.map((kind) => ({ value: kind, label: say(`contact.${kind}`) }))} />
        <TextField label={say('contact.name')} value={values.name} set={set('name')} max={120} required />
        <TextField label={say('contact.relation')} value={values.relation} set={set('relation')} max={80} />
        <TextField label={say('contact.telephone')} type="tel" value={values.telephone} set={set('telephone')} max={40} />
      </ActForm>
    </SidePanel>
  );
}

export function Contacts({ person, done }: Props) {
  const { say } = useWords();
  const mayChange = useMe().may('people.change');
  const [isAdding, setAdding] = useState(false);
  const ending = useAct(endContact, STALE);
  const contacts = person.contacts.filter((one) => !one.hasEnded && one.kind !== 'supporter');
  const end = async ({ contactId, name }: Person['contacts'][number]): Promise<void> => {
    const params = { participantId: person.participantId, contactId };
    const ended = await ending.carryOut({ params, body: { ends: true } });
    if (ended === null) return;
    done(say(ended.permissionsEnded > 0 ? 'contact.ended.permission' : 'contact.ended', { name }), () => { void ending.carryOut({ params, body: { ends: false } }); });
  };
  return (
    <section aria-labelledby="contacts">
      <div className={styles.head}><h2 id="contacts">{say('contact.title')}</h2><span className="grow" />{mayChange && <button type="button" className="btn small" onClick={() => setAdding(true)}>{say('contact.add')}</button>}</div>
      {ending.answer !== null && <RefusalNotice answer={ending.answer} />}
      {contacts.length === 0 ? <p className={styles.empty}>{say('contact.empty')}</p> : (
        <Rows>
          {contacts.map((one) => (
            <Row key={one.contactId} title={one.name}
              detail={<>{[say(`contact.${one.kind}`), one.relation].filter((part) => part !== '').join(', ')}{one.telephone !== '' && <> · <a className="lk" href={`tel:${one.telephone.replace(/[^+\d]/g, '')}`}>{one.telephone}</a></>}</>}
              acts={mayChange ? <button type="button" className="btn small quiet" aria-label={say('contact.end.of', { name: one.name })} onClick={() => { void end(one); }}>{say('contact.end')}</button> : undefined} />
          ))}
        </Rows>
      )}
      {isAdding && <AddContact person={person} close={() => setAdding(false)} />}
    </section>
  );
}
