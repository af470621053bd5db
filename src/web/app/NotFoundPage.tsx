/** An address that leads nowhere, with the way on. */
import { Link } from '@tanstack/react-router';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './shell.module.css';

export function NotFoundPage() {
  const { say } = useWords();
  return (
    <Work>
      <div className={styles.mid}>
        <h1>{say('nowhere.title')}</h1>
        <p className="dim">{say('nowhere.say')}</p>
        <p><Link to="/" className="btn go">{say('nowhere.way')}</Link></p>
      </div>
    </Work>
  );
}
