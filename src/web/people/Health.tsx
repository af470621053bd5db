/** Allergies, current medication and substances of a person; asked for only by those who may read them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readHealth } from '../../boards/people/people.contract.ts';
import { addHealthItem, endHealthItem } from '../../modules/people/participants.contract.ts';
import { HEALTH_KINDS } from '../../modules/people/words.ts';
import type { HealthKind, ParticipantId } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank } from '../kit/Blank.tsx';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import styles from './people.module.css';
import { dayText } from './texts.ts';

const STALE = ['people.read-health'];
const LISTS = { allergy: 'health.allergies', medication: 'health.medications', substance: 'health.substances' } as const;
type Item = ValueOf<typeof readHealth>['items'][number];
type Props = { participantId: ParticipantId; today: string; done: (text: string, undo: () => void) => void };

function AddItem({ participantId, today, close }: Omit<Props, 'done'> & { close: () => void }) {
  const { say } = useWords();
  const act = useAct(addHealthItem, STALE);
  const { values, set } = useFields({ kind: 'allergy' as HealthKind, label: '', detail: '', lastOn: '' });
  const isSubstance = values.kind === 'substance';
  const submit = async (): Promise<void> => {
    const lastOn = isSubstance && values.lastOn !== '' ? values.lastOn as CivilDate : null;
    if (await act.carryOut({ params: { participantId }, body: { ...values, lastOn } }) !== null) close();
  };
  return (
    <SidePanel title={say('health.add')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('health.act')}>
        <ChoiceField<HealthKind> label={say('health.kind')} value={values.kind} set={set('kind')} options={HEALTH_KINDS.map((kind) => ({ value: kind, label: say(`health.${kind}`) }))} />
        <TextField label={say('health.label')} value={values.label} set={set('label')} required />
        <TextField label={say(`health.detail.${values.kind}`)} hint={isSubstance ? say('health.detail.substance.hint') : undefined} value={values.detail} set={set('detail')} max={500} />
        {isSubstance && <TextField label={say('health.last')} type="date" value={values.lastOn} set={set('lastOn')} latest={today} />}
      </ActForm>
    </SidePanel>
  );
}

function List({ items, today, end }: { items: readonly Item[]; today: string; end: ((item: Item) => void) | null }) {
  const { say, language } = useWords();
  const detailOf = (item: Item): string => [item.detail, ...(item.lastOn === null ? [] : [say('health.last-on', { day: dayText(language, item.lastOn, today) })])].filter((part) => part !== '').join(', ');
  return (
    <Rows>
      {items.map((item) => (
        <Row key={item.healthItemId} title={item.label} detail={detailOf(item)} ended={item.hasEnded}
          acts={end !== null && !item.hasEnded ? <button type="button" className="btn small quiet" aria-label={say('health.end.of', { name: item.label })} onClick={() => end(item)}>{say('health.end')}</button> : undefined} />
      ))}
    </Rows>
  );
}

export function Health({ participantId, today, done }: Props) {
  const { say } = useWords();
  const mayChange = useMe().may('health.change');
  const [isAdding, setAdding] = useState(false);
  const health = useQuery(reading(readHealth, { params: { participantId } }));
  const ending = useAct(endHealthItem, STALE);
  const items = health.data?.items ?? [];
  const standing = items.filter((item) => !item.hasEnded);
  const ended = items.filter((item) => item.hasEnded);
  const end = async ({ healthItemId, label }: Item): Promise<void> => {
    const params = { participantId, healthItemId };
    if (await ending.carryOut({ params, body: { ends: true } }) === null) return;
    done(say('health.ended', { name: label }), () => { void ending.carryOut({ params, body: { ends: false } }); });
  };
  return (
    <section aria-labelledby="health">
      <div className={styles.head}><h2 id="health">{say('health.title')}</h2><span className="grow" />{mayChange && <button type="button" className="btn small" onClick={() => setAdding(true)}>{say('health.add')}</button>}</div>
      {ending.answer !== null && <RefusalNotice answer={ending.answer} />}
      {health.data === undefined && (health.error === null ? <p><Blank width={220} /></p> : <RefusalNotice answer={health.error.refusal ?? { offline: true }} />)}
      {health.data !== undefined && standing.length === 0 && <p className={styles.empty}>{say('health.empty')}</p>}
      {HEALTH_KINDS.map((kind) => ({ kind, rows: standing.filter((item) => item.kind === kind) })).filter(({ rows }) => rows.length > 0).map(({ kind, rows }) => (
        <div key={kind}><h3 className={styles.kind}>{say(LISTS[kind])}</h3><List items={rows} today={today} end={mayChange ? (item) => { void end(item); } : null} /></div>
      ))}
      {ended.length > 0 && <details className={styles.before}><summary>{say('health.earlier')}<Icon name="down" /></summary><List items={ended} today={today} end={null} /></details>}
      {isAdding && <AddItem participantId={participantId} today={today} close={() => setAdding(false)} />}
    </section>
  );
}
