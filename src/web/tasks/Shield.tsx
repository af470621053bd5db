/** The sign of a danger task; a word always stands beside it. */
import styles from './tasks.module.css';

export function Shield() {
  return <svg className={styles.shield} viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 4.500 6v5.500c0 4.700 3.200 7.700 7.500 9.500 4.300-1.800 7.500-4.800 7.500-9.500V6zM12 8.500v4.500M12 16v.1" /></svg>;
}
