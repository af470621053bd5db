/** What is said once for everybody; it goes into every note, so it names nobody. */
import { TextInput, Textarea } from '@mantine/core';
import type { SharedPart as Shared } from '../../modules/notes/words.ts';
import { INTERVENTIONS } from '../../modules/notes/words.ts';
import { Toggles } from './Toggles.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './room.module.css';

type Props = { part: Shared; change: (part: Shared) => void; readOnly: boolean; notes: number; children?: React.ReactNode };

export function SharedPart({ part, change, readOnly, notes, children }: Props) {
  const { say } = useWords();
  const toggle = (name: Shared['interventions'][number]): void => {
    const on = part.interventions.includes(name);
    change({ ...part, interventions: on ? part.interventions.filter((one) => one !== name) : [...part.interventions, name] });
  };
  return (
    <section className={`card ${styles.shared}`} aria-labelledby="shared-title">
      <div><h2 id="shared-title">{say('shared.title')}</h2><p className="sm dim">{say('shared.say', { notes })}</p></div>
      {children}
      <TextInput id="shared-topic" label={say('shared.topic')} value={part.topic} maxLength={200} readOnly={readOnly} onChange={(event) => change({ ...part, topic: event.currentTarget.value })} />
      <Toggles label={say('shared.did')} names={INTERVENTIONS} on={part.interventions} say={(name) => say(`intervention.${name}`)} press={toggle} readOnly={readOnly} />
      <Textarea label={say('shared.happened')} description={say('shared.no-names')} className={styles.growing} minRows={4} value={part.happened} maxLength={4000} readOnly={readOnly} onChange={(event) => change({ ...part, happened: event.currentTarget.value })} />
      <Textarea label={say('shared.practice')} className={styles.growing} minRows={2} value={part.practice} maxLength={1000} readOnly={readOnly} onChange={(event) => change({ ...part, practice: event.currentTarget.value })} />
    </section>
  );
}
