/** What has ended, folded away; each can be brought back. */
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import { RowAct } from './RowAct.tsx';
import type { Ends, Kind } from './use-ends.tsx';
import frame from './ground.module.css';

type Gone = { id: string; name: string; detail?: string };

export function EndedRows({ kind, rows, ends }: { kind: Kind; rows: readonly Gone[]; /** Null for whoever may only look. */ ends: Ends | null }) {
  const { say } = useWords();
  if (rows.length === 0) return null;
  return (
    <details className={frame.gone}>
      <summary>{say('ground.ended.list', { count: rows.length })}</summary>
      <Rows>
        {rows.map(({ id, name, detail }) => (
          <Row key={id} ended title={name} detail={detail} acts={ends !== null && <RowAct label={say('ground.bring-back')} of={name} press={() => ends.bringBack({ kind, id, name })} />} />
        ))}
      </Rows>
    </details>
  );
}
