/** Why and when an episode ended, who wrote it, and taking that back as long as it can be done. */
import type { undoDischarge } from '../../modules/placements/ends.contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { Episode } from './back.ts';
import styles from './people.module.css';
import { dayText } from './texts.ts';

type Taken = { id: string; group: string };
type Props = { episode: Episode; today: string; act: Act<typeof undoDischarge>; mayEnd: boolean; takeBack: (version: number, withoutSeats: string[]) => void };

/** The seats that the refusal names; none when it was refused for something else. */
function takenOf(answer: Props['act']['answer']): Taken[] {
  return answer !== null && 'refused' in answer && answer.refused === 'seat-taken-meanwhile' && Array.isArray(answer.facts?.['seats']) ? answer.facts['seats'] as Taken[] : [];
}

export function Ended({ episode, today, act, mayEnd, takeBack }: Props) {
  const { say, language } = useWords();
  const { discharge } = episode;
  if (discharge === null) return act.answer === null ? null : <RefusalNotice answer={act.answer} />;
  const day = (date: string): string => dayText(language, date, today);
  const taken = takenOf(act.answer);
  const written = { name: discharge.byName, day: day(discharge.writtenOn) };
  return (
    <div className={styles.ended}>
      <p>{discharge.reason === null ? say('ends.by', written) : say('ends.why', { ...written, reason: say(`discharge.${discharge.reason}`) })}</p>
      {discharge.detail !== null && discharge.detail !== '' && <p className="dim">{discharge.detail}</p>}
      {discharge.nextEpisodeId !== null && <p>{say('ends.transferred')}</p>}
      {act.answer !== null && (
        <RefusalNotice answer={act.answer}>
          {taken.length > 0 && (
            <>
              <p>{say('ends.taken', { groups: [...new Set(taken.map((seat) => seat.group))].join(', ') })}</p>
              <button type="button" className="btn small" onClick={() => takeBack(episode.version, taken.map((seat) => seat.id))}>{say('ends.take-back.without', { seats: taken.length })}</button>
            </>
          )}
        </RefusalNotice>
      )}
      {mayEnd && discharge.undoUntil !== null && taken.length === 0 && (
        <p className={styles.acts}>
          <button type="button" className="btn small" aria-disabled={act.busy} onClick={() => { if (!act.busy) takeBack(episode.version, []); }}>{say('ends.take-back')}</button>
          <span className="sm dim">{say('ends.take-back.until', { day: day(discharge.undoUntil) })}</span>
        </p>
      )}
    </div>
  );
}
