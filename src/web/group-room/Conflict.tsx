/** Two people wrote at once: both texts side by side, keep mine or take theirs. */
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import type { Held } from './draft-desk.ts';
import type { AnyPart } from './keep.ts';
import styles from './room.module.css';

function isShared(part: AnyPart): part is SharedPart {
  return 'topic' in part;
}

function PartText({ part }: { part: AnyPart }) {
  const { say } = useWords();
  const words = isShared(part) ? part.interventions.map((name) => say(`intervention.${name}`)) : part.chips.map((name) => say(`chip.${name}`));
  const texts = isShared(part) ? [part.topic, part.happened, part.practice] : [part.ownSentence, personExtras(part, (level) => say('craving.of', { level }))];
  const shown = texts.filter((text) => text !== '');
  return (
    <>
      {words.length > 0 && <p className="sm dim">{words.join(', ')}</p>}
      {shown.length === 0 && words.length === 0 && <p className="dim">{say('conflict.empty')}</p>}
      {shown.map((text, index) => <p key={index} className="voice">{text}</p>)}
    </>
  );
}

function personExtras(part: PersonPart, craving: (level: number) => string): string {
  return [part.craving === null ? '' : craving(part.craving), part.practice].filter(Boolean).join('. ');
}

export function Conflict({ held, keepMine, takeTheirs }: { held: Held<AnyPart>; keepMine: () => void; takeTheirs: () => void }) {
  const { say, ofRefusal } = useWords();
  if (held.state === 'refused' && held.refused !== null) {
    const { sentence, way } = ofRefusal({ refused: held.refused.name, sentence: held.refused.sentence, way: held.refused.way });
    return <p className={styles.warn} role="alert"><Icon name="warn" /><span><b>{sentence}</b> {way}</span></p>;
  }
  if (held.state !== 'conflict' || held.theirs === null) return null;
  const { theirs } = held;
  return (
    <div className={styles.conflict} role="alert">
      <p><b>{theirs.savedBy === null ? say('conflict.somebody') : say('conflict.by', { name: theirs.savedBy })}</b></p>
      <div className={styles.versions}>
        <div><p className="label">{say('conflict.mine')}</p><PartText part={held.part} /><button type="button" className="btn small" onClick={keepMine}>{say('conflict.keep-mine')}</button></div>
        <div><p className="label">{say('conflict.theirs')}</p><PartText part={theirs.part} /><button type="button" className="btn small" onClick={takeTheirs}>{say('conflict.take-theirs')}</button></div>
      </div>
    </div>
  );
}
