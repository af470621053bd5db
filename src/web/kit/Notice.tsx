/** What did not happen, why, and the way on; also the quiet good news. */
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Rich, useWords } from './words.tsx';
import styles from './kit.module.css';

type Tone = 'brick' | 'amber' | 'moss';
type Props = { tone?: Tone; sentence: string; way?: string | undefined; reference?: string | undefined; children?: ReactNode };

export function Notice({ tone = 'brick', sentence, way, reference, children }: Props) {
  const { say } = useWords();
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'brick' ? 'alert' : 'status'}>
      <Icon name={tone === 'moss' ? 'check' : 'warn'} />
      <div>
        <b><Rich text={sentence} /></b>{way !== undefined && <> {way}</>}
        {reference !== undefined && <p className="sm">{say('notice.reference', { reference })}</p>}
        {children !== undefined && <div className={styles.acts}>{children}</div>}
      </div>
    </div>
  );
}
