/** The demo's ways in: one card for each of its staff. Nobody here is real. */
import { useState } from 'react';
import { enterDemo } from '../../platform/sign-in/contract.ts';
import type { Offline, Refused } from '../call.ts';
import { call } from '../call.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import type { WordId } from '../words/en.ts';
import { ROLES } from '../../permissions.ts';
import styles from './sign-in.module.css';

type Card = { accountId: string; name: string; role: string; credential: string };

export function RoleCards({ cards, entered }: { cards: readonly Card[]; entered: () => void }) {
  const { say } = useWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [no, setNo] = useState<Refused | Offline | null>(null);
  const enter = async (accountId: string): Promise<void> => {
    setBusy(accountId);
    const answer = await call(enterDemo, { body: { accountId } });
    if ('value' in answer) return entered();
    setBusy(null);
    setNo(answer);
  };
  const roleSaid = (role: string): string => ((ROLES as readonly string[]).includes(role) ? say(`role.${role}` as WordId) : role);
  return (
    <section className={styles.demo} aria-labelledby="door-title">
      <h1 id="door-title">{say('door.demo.title')}</h1>
      <p className="dim">{say('door.demo.say')}</p>
      {no !== null && <RefusalNotice answer={no} />}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.accountId}>
            <button type="button" className={styles.role} aria-disabled={busy !== null} onClick={() => { if (busy === null) void enter(card.accountId); }}>
              <span><b>{roleSaid(card.role)}</b><span className="dim">{[card.name, card.credential].filter(Boolean).join(', ')}</span></span>
              <Icon name="on" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
