/** Warnings at their place: amber, with the reason and, where there is one, a mend of one tap. They never stop anybody. */
import type { ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import type { GroupRoom, RoomPerson } from './readiness.ts';
import type { RowView, Warning } from './warnings.ts';
import styles from './room.module.css';

export type Mends = {
  /** Takes a name out of a person's text. */
  rename: (id: string, field: 'ownSentence' | 'practice', name: string) => void;
  /** Confirms that a word is nobody here. */
  confirm: (name: string, at: string) => void;
  choose: (id: string, objectiveId: RoomPerson['objectives'][number]['id']) => void;
  /** `absent`: the panel begins with "did not come". */
  times: (id: string, absent?: boolean) => void;
};
type Props = { person: RoomPerson; people: GroupRoom['people']; view: RowView; mends: Mends; /** Mends stand where there is room to press them. */ open: boolean; level: number | null };

export function Warn({ children, mend }: { children: ReactNode; mend?: ReactNode }) {
  return <div className={styles.warning}><Icon name="warn" /><p>{children}</p>{mend !== undefined && <div className={styles.mends}>{mend}</div>}</div>;
}

function Named({ person, warning, mends, open }: Pick<Props, 'person' | 'mends' | 'open'> & { warning: Extract<Warning, { kind: 'named' }> }) {
  const { say } = useWords();
  const id = person.participantId;
  const mend = (
    <>
      <button type="button" className="btn small" onClick={() => mends.rename(id, warning.field, warning.text)}>{say('warn.change')}</button>
      <button type="button" className="btn quiet small" onClick={() => mends.confirm(warning.text, `sentence-${id}`)}>{say('warn.nobody')}</button>
    </>
  );
  return <Warn {...(open ? { mend } : {})}><b>{say('warn.named', { name: warning.text })}</b> {say('warn.named.why', { name: person.displayName })}</Warn>;
}

function One({ warning, person, people, mends, open }: Omit<Props, 'view' | 'level'> & { warning: Warning }) {
  const { say } = useWords();
  const id = person.participantId;
  switch (warning.kind) {
    case 'alike': {
      const like = people.find(({ participantId }) => participantId === warning.like)?.displayName;
      return <Warn><b>{like === undefined ? say('warn.like-before', { percent: warning.percent }) : say('warn.like', { percent: warning.percent, name: like })}</b> {say('warn.like.ask')}</Warn>;
    }
    case 'named': return <Named person={person} warning={warning} mends={mends} open={open} />;
    case 'untouched': return (
      <Warn {...(open ? { mend: <button type="button" className="btn small" onClick={() => mends.choose(id, warning.objectiveId)}>{say('warn.untouched.choose')}</button> } : {})}>
        <b>{warning.number} {warning.text}</b>: {say(warning.wasTouched ? 'warn.untouched' : 'warn.never-touched', { days: warning.days })}
      </Warn>
    );
    case 'objective-gone': return <Warn>{say('warn.objective-gone')}</Warn>;
    case 'over-cap': return <Warn>{say('warn.over-cap', { reason: warning.reason })}</Warn>;
    case 'will-be-absent':
    case 'will-be-excused': return <Warn>{say(warning.kind === 'will-be-absent' ? 'warn.will-be-absent' : 'warn.will-be-excused', { name: person.displayName })}</Warn>;
  }
}

/** Whom a craving is told to, said before it is signed; it is a task and not a warning. */
function Craving({ person, alert, level }: { person: RoomPerson; alert: 'high' | 'rose'; level: number }) {
  const { say } = useWords();
  return (
    <p className={styles.told}>
      <b>{alert === 'rose' ? say('craving.rose', { before: person.cravingBefore?.level ?? 0, level }) : say('craving.high', { level })}</b>{' '}
      {person.counselorName === null ? say('craving.told') : say('craving.told-to', { name: person.counselorName })}
    </p>
  );
}

export function RowWarnings({ person, people, view, mends, open, level }: Props) {
  if (view.warnings.length === 0 && view.craving === null) return null;
  return (
    <div className={styles.warnings}>
      {view.craving !== null && level !== null && <Craving person={person} alert={view.craving} level={level} />}
      {view.warnings.map((warning, index) => <One key={`${warning.kind}${index}`} warning={warning} person={person} people={people} mends={mends} open={open} />)}
    </div>
  );
}
