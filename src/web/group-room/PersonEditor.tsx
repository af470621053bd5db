/** The open row: chips, the own sentence in the voice's type, craving where it was asked, the objective, own practice. */
import { TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Chip, PersonPart } from '../../modules/notes/words.ts';
import { CHIPS } from '../../modules/notes/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { Visitors } from '../supporters/Visitors.tsx';
import { DangerButton } from '../tasks/DangerButton.tsx';
import type { RoomPerson } from './readiness.ts';
import { Toggles } from './Toggles.tsx';
import styles from './room.module.css';

const LEVELS = Array.from({ length: 11 }, (_, level) => level);

type Props = {
  person: RoomPerson; sessionId: SessionId; part: PersonPart; change: (part: PersonPart) => void; heldOut: boolean; holdOut: () => void; times: () => void; done: () => void;
  isAlert: boolean; /** Several people who share one part. */ inGroup: boolean; children: ReactNode;
};

export function withChip(part: PersonPart, chip: Chip): PersonPart {
  return { ...part, chips: part.chips.includes(chip) ? part.chips.filter((one) => one !== chip) : [...part.chips, chip] };
}

function Scale({ person, part, change, isAlert }: Pick<Props, 'person' | 'part' | 'change' | 'isAlert'>) {
  const { say, language } = useWords();
  const id = person.participantId;
  const before = person.cravingBefore;
  return (
    <div role="group" aria-labelledby={`craving-${id}`}>
      <span className="label" id={`craving-${id}`}>
        {say('person.craving')}{before !== null && <span className={styles.before}> ({say('craving.before', { day: dateText(language, before.signedOn, 'day'), level: before.level })})</span>}
      </span>
      <div className={styles.scale}>
        {LEVELS.map((level) => (
          <button key={level} type="button" id={level === 0 ? `craving-${id}-0` : undefined} aria-pressed={part.craving === level} aria-label={say('craving.of', { level })}
            data-before={before?.level === level} data-alert={isAlert} onClick={() => change({ ...part, craving: part.craving === level ? null : level })}>{level}</button>
        ))}
      </div>
    </div>
  );
}

function Objective({ person, part, change }: Pick<Props, 'person' | 'part' | 'change'>) {
  const { say } = useWords();
  const id = `objective-${person.participantId}`;
  const gone = part.objectiveId !== null && !person.objectives.some((one) => one.id === part.objectiveId);
  const choose = (value: string): void => change({ ...part, objectiveId: person.objectives.find((one) => one.id === value)?.id ?? null });
  return (
    <div>
      <label className="label" htmlFor={id}>{say('person.objective')}</label>
      <select id={id} className="field" value={part.objectiveId ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say(person.objectives.length === 0 ? 'person.objective.no-plan' : 'person.objective.none')}</option>
        {gone && <option value={part.objectiveId ?? ''}>{say('person.objective.gone')}</option>}
        {person.objectives.map((one) => <option key={one.id} value={one.id}>{one.number} {one.text}</option>)}
      </select>
    </div>
  );
}

export function PersonEditor({ person, sessionId, part, change, heldOut, holdOut, times, done, isAlert, inGroup, children }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const id = person.participantId;
  const name = person.displayName;
  return (
    <div className={styles.editor}>
      <Toggles numbered label={say('person.chips', { name })} names={CHIPS} on={part.chips} say={(chip) => say(`chip.${chip}`)} press={(chip) => change(withChip(part, chip))} />
      <Textarea
        id={`sentence-${id}`} aria-label={say('person.sentence', { name })} placeholder={say('person.sentence.hint')} className={`${styles.growing} ${styles.sentence}`} minRows={2}
        value={part.ownSentence} maxLength={2000} enterKeyHint="next" onChange={(event) => change({ ...part, ownSentence: event.currentTarget.value })}
      />
      {children}
      <p className={`${styles.keys} wide`} aria-hidden="true"><span><kbd>↵</kbd> {say('hint.next')}</span><span><kbd>Shift ↵</kbd> {say('hint.line')}</span><span><kbd>Alt</kbd> <kbd>1</kbd>–<kbd>8</kbd> {say('hint.chips')}</span></p>
      <div className={styles.tools}>
        <Scale person={person} part={part} change={change} isAlert={isAlert} />
        <Objective person={person} part={part} change={change} />
        <TextInput id={`practice-${id}`} label={say('person.practice')} placeholder={say(inGroup ? 'person.practice.hint' : 'person.practice.together')} value={part.practice} maxLength={1000} onChange={(event) => change({ ...part, practice: event.currentTarget.value })} />
      </div>
      <Visitors sessionId={sessionId} participantId={id} displayName={name} isSigned={false} />
      <div className={styles.hold}>
        <button type="button" className="btn small" aria-pressed={heldOut} onClick={holdOut}>{say(heldOut ? 'person.take-in' : 'person.hold-out')} <kbd>X</kbd></button>
        <span className="sm dim">{say(heldOut ? 'person.held-out.say' : 'person.hold-out.say')}</span>
        {may('attendance.stamp') && <button type="button" className="btn small" onClick={times}>{say('person.times')}<span className="vh"> {name}</span> <kbd>S</kbd></button>}
        {may('danger.mark') && <span id={`danger-${id}`}><DangerButton participantId={id} displayName={name} sessionId={sessionId} done={done} /></span>}
      </div>
    </div>
  );
}
