/** Ruled rows: what it is at the left, what can be done with it at the right. */
import type { ReactNode } from 'react';
import styles from './panel.module.css';

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return <ul className={styles.rows} aria-label={label}>{children}</ul>;
}

/** `acts` are buttons or links; a row that has ended stays readable, only quieter. */
export function Row({ title, detail, ended = false, acts }: { title: ReactNode; detail?: ReactNode; ended?: boolean; acts?: ReactNode }) {
  return (
    <li className={ended ? styles.ended : undefined}>
      <div className={styles.what}><b>{title}</b>{detail !== undefined && <div className="sm dim">{detail}</div>}</div>
      {acts}
    </li>
  );
}
