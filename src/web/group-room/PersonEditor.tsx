/** The open row: chips, the own sentence in the voice's type, craving where it was asked, own practice. */
import { TextInput, Textarea } from '@mantine/core';
import type { Chip, PersonPart } from '../../modules/notes/words.ts';
import { CHIPS } from '../../modules/notes/words.ts';
import { useWords } from '../kit/words.tsx';
import { Toggles } from './Toggles.tsx';
import styles from './room.module.css';

const LEVELS = Array.from({ length: 11 }, (_, level) => level);

type Props = { id: string; name: string; part: PersonPart; change: (part: PersonPart) => void; heldOut: boolean; holdOut: () => void };

export function withChip(part: PersonPart, chip: Chip): PersonPart {
  return { ...part, chips: part.chips.includes(chip) ? part.chips.filter((one) => one !== chip) : [...part.chips, chip] };
}

export function PersonEditor({ id, name, part, change, heldOut, holdOut }: Props) {
  const { say } = useWords();
  return (
    <div className={styles.editor}>
      <Toggles numbered label={say('person.chips', { name })} names={CHIPS} on={part.chips} say={(chip) => say(`chip.${chip}`)} press={(chip) => change(withChip(part, chip))} />
      <Textarea
        id={`sentence-${id}`} aria-label={say('person.sentence', { name })} placeholder={say('person.sentence.hint')} className={`${styles.growing} ${styles.sentence}`} minRows={2}
        value={part.ownSentence} maxLength={2000} enterKeyHint="next" onChange={(event) => change({ ...part, ownSentence: event.currentTarget.value })}
      />
      <p className={`${styles.keys} wide`} aria-hidden="true"><span><kbd>↵</kbd> {say('hint.next')}</span><span><kbd>Shift ↵</kbd> {say('hint.line')}</span><span><kbd>Alt</kbd> <kbd>1</kbd>–<kbd>8</kbd> {say('hint.chips')}</span></p>
      <div className={styles.tools}>
        <div role="group" aria-labelledby={`craving-${id}`}>
          <span className="label" id={`craving-${id}`}>{say('person.craving')}</span>
          <div className={styles.scale}>
            {LEVELS.map((level) => (
              <button key={level} type="button" id={level === 0 ? `craving-${id}-0` : undefined} aria-pressed={part.craving === level} aria-label={say('craving.of', { level })}
                onClick={() => change({ ...part, craving: part.craving === level ? null : level })}>{level}</button>
            ))}
          </div>
        </div>
        <TextInput id={`practice-${id}`} label={say('person.practice')} placeholder={say('person.practice.hint')} value={part.practice} maxLength={1000} onChange={(event) => change({ ...part, practice: event.currentTarget.value })} />
      </div>
      <div className={styles.hold}>
        <button type="button" className="btn small" aria-pressed={heldOut} onClick={holdOut}>{say(heldOut ? 'person.take-in' : 'person.hold-out')} <kbd>X</kbd></button>
        <span className="sm dim">{say(heldOut ? 'person.held-out.say' : 'person.hold-out.say')}</span>
      </div>
    </div>
  );
}
