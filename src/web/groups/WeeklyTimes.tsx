/** The weekly times of a group as rows, with what changes on a day that is known. */
import { Icon } from '../kit/Icon.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import { wallSpanText, weekdayText } from './days.ts';
import type { GroupBoard } from './seat-rows.ts';
import { comingText, placeText } from './WeekOfGroups.tsx';
import { cardsOf, clinicalOf } from './week.ts';
import styles from './group.module.css';

export function WeeklyTimes({ board }: { board: GroupBoard }) {
  const words = useWords();
  const { say, language } = words;
  const cards = cardsOf(board.group, board.today).sort((a, b) => a.time.weekday - b.time.weekday || a.time.startsAtLocal.localeCompare(b.time.startsAtLocal));
  return (
    <section aria-labelledby="times-title">
      <div className="section"><h2 id="times-title">{say('group.times')}</h2></div>
      {cards.length === 0 && <p className={styles.empty}>{say('group.times.none')}</p>}
      {cards.length > 0 && (
        <Rows>
          {cards.map((card) => {
            const { time } = card;
            const coming = comingText(words, card, board.today);
            const { breaks } = clinicalOf([time]);
            const detail = [placeText(words, time), time.facilitator?.name ?? say('groups.nobody-leads'), breaks === 0 ? '' : say('group.times.breaks', { minutes: breaks })].filter((part) => part !== '').join(' · ');
            return (
              <Row key={time.id} title={`${weekdayText(language, time.weekday)}, ${wallSpanText(language, time.startsAtLocal, time.minutes)}`}
                detail={<>{detail}{coming !== null && <span className={styles.coming}><Icon name="clock" /> {coming}</span>}</>} />
            );
          })}
        </Rows>
      )}
    </section>
  );
}
