/** The panel that finds who was here before, by what one knows exactly, and admits them again. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { readFormer } from '../../boards/people/people.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { Pair, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { AdmitPerson } from './AdmitPerson.tsx';
import styles from './people.module.css';
import { dayText } from './texts.ts';

type Found = ValueOf<typeof readFormer>['people'][number];
type Query = { familyName?: string; birthDate?: CivilDate; number?: string };

/** What can be asked for; null while too little is known. */
function queryOf({ familyName, birthDate, number }: { familyName: string; birthDate: string; number: string }): Query | null {
  if (number.trim() !== '') return { number: number.trim() };
  return familyName.trim() === '' || birthDate === '' ? null : { familyName: familyName.trim(), birthDate: birthDate as CivilDate };
}

export function FormerPeople({ close, admitted }: { close: () => void; admitted: (participantId: string) => void }) {
  const { say, language } = useWords();
  const { values, set } = useFields({ familyName: '', birthDate: '', number: '' });
  const [asked, setAsked] = useState<Query | 'too-little' | null>(null);
  const [chosen, setChosen] = useState<Found | null>(null);
  const query = asked === null || asked === 'too-little' ? {} : asked;
  const found = useQuery({ ...reading(readFormer, { body: query }), enabled: asked !== null && asked !== 'too-little', staleTime: 0, gcTime: 0 });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(queryOf(values) ?? 'too-little');
  };
  if (chosen !== null) return <AdmitPerson person={chosen} close={() => setChosen(null)} admitted={admitted} />;
  const people = typeof asked === 'object' && asked !== null ? found.data?.people ?? null : null;
  return (
    <SidePanel title={say('former.title')} close={close}>
      <p className={styles.say}>{say('former.say')}</p>
      <form className={styles.lookup} onSubmit={submit} autoComplete="off">
        <Pair>
          <TextField label={say('former.family')} value={values.familyName} set={set('familyName')} max={120} />
          <TextField label={say('former.birth')} type="date" value={values.birthDate} set={set('birthDate')} />
        </Pair>
        <TextField label={say('former.number')} value={values.number} set={set('number')} max={64} />
        <p><button type="submit" className="btn go">{say('former.act')}</button></p>
      </form>
      <div role="status">
        {asked === 'too-little' && <Notice tone="amber" sentence={say('former.needed')} />}
        {people !== null && people.length === 0 && <Notice tone="amber" sentence={say('former.none')} way={say('former.none.way')} />}
      </div>
      {found.error !== null && <RefusalNotice answer={found.error.refusal ?? { offline: true }} />}
      {people !== null && people.length > 0 && (
        <Rows>
          {people.map((one) => (
            <Row key={one.participantId} title={one.displayName} detail={say('former.detail', { year: one.birthYear === null ? 'none' : String(one.birthYear), day: dayText(language, one.leftOn, one.today) })}
              acts={<button type="button" className="btn small" aria-label={say('former.admit', { name: one.displayName })} onClick={() => setChosen(one)}>{say('admit.again')}</button>} />
          ))}
        </Rows>
      )}
    </SidePanel>
  );
}
