/** The few line icons; each stands beside a word and is hidden from readers. */
import styles from './kit.module.css';

const PATHS = {
  back: 'm15 6-6 6 6 6',
  on: 'm9 6 6 6-6 6',
  down: 'm6 9 6 6 6-6',
  pen: 'M4 20l1-4L16.500 4.500l3 3L8 19z',
  warn: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.200v.1',
  clock: 'M20.500 12a8.500 8.500 0 1 1-17 0 8.500 8.500 0 0 1 17 0M12 7v5l3.500 2',
  dash: 'M7 12h10',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}

/** The mark: a stair that steps down. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="8" fill="#0E5C66" />
      <path d="M6 8h5.500v4.500H17V17h5v4" fill="none" stroke="#fff" strokeWidth="2.600" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="6.500" cy="20.500" r="1.700" fill="#F3A45B" />
    </svg>
  );
}
