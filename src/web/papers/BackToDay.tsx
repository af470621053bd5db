/** From a paper back to the day that it is about. */
import { Link } from '@tanstack/react-router';
import { Icon } from '../kit/Icon.tsx';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';

export function BackToDay({ siteId, date }: { siteId: string; date: string }) {
  const { language } = useWords();
  return <Link to="/" search={{ site: siteId, date }} className="lk"><Icon name="back" /> {dateText(language, date)}</Link>;
}
