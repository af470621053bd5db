/** The panel in which something is written below a note: an addendum, an answer, or the reason for which it is returned. */
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import type { AfterActs } from './use-after-acts.ts';
import styles from './signatures.module.css';

/** `instead`: an answer in the place of an author who has left. */
export type Writing = 'addendum' | 'answer' | 'instead' | 'return';
type Props = { writing: Writing; name: string; /** What is answered, or read before returning. */ about?: string | undefined; acts: AfterActs; write: (text: string) => Promise<boolean>; close: () => void };

export function WriteBelow({ writing, name, about, acts, write, close }: Props) {
  const { say } = useWords();
  const { values, set } = useFields({ text: '' });
  const leave = (): void => {
    acts.forget();
    close();
  };
  const submit = async (): Promise<void> => { if (await write(values.text)) leave(); };
  return (
    <SidePanel title={say(`below.${writing}.title`, { name })} close={leave}>
      {about !== undefined && about !== '' && <p className={`voice ${styles.about}`}>{about}</p>}
      <ActForm act={{ busy: acts.busy, answer: acts.refused }} label={say(`below.${writing}.save`)} submit={() => { void submit(); }}>
        <TextField label={say(`below.${writing}.label`)} hint={say(`below.${writing}.hint`)} value={values.text} set={set('text')} lines={6} max={writing === 'return' ? 2000 : 4000} required />
      </ActForm>
    </SidePanel>
  );
}
