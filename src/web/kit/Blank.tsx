/** A value that is still coming: a blank of its true width, after 150 ms of nothing. */
import styles from './kit.module.css';

export function Blank({ width, height = 14 }: { width: number | string; height?: number }) {
  return <span className={styles.blank} style={{ width, height, maxWidth: '100%' }} aria-hidden="true" />;
}

/** The waiting page says once to readers that it waits. */
export function Waiting({ children, said }: { children: React.ReactNode; said: string }) {
  return <div aria-busy="true"><span className="vh" role="status">{said}</span>{children}</div>;
}
