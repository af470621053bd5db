/** Notes that wait for a signature or a co-signature, by author and age. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { readSignatures } from '../../boards/notes/signatures.contract.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { PlansToCoSign } from '../plan/PlansToCoSign.tsx';
import { reading } from '../queries.ts';
import { ToCoSign } from './ToCoSign.tsx';
import { UnsignedRows, WaitingRows } from './WaitingRows.tsx';
import { openingOf, sectionsOf, whenText } from './waiting.ts';
import type { SignaturesBoard } from './waiting.ts';
import styles from './signatures.module.css';

const route = getRouteApi('/signatures');

function Part({ id, title, rows, children }: { id: string; title: string; rows: readonly unknown[]; children: ReactNode }) {
  if (rows.length === 0) return null;
  return <section aria-labelledby={id}><div className="section"><h2 id={id}>{title}</h2></div>{children}</section>;
}

function Lists({ board }: { board: SignaturesBoard }) {
  const { say } = useWords();
  const { may } = useMe();
  const parts = sectionsOf(board);
  const isCoSigning = may('note.cosign') && board.awaiting.some((row) => row.isMine);
  const titles = { mine: say('signatures.mine'), answers: say('signatures.answers'), others: say('signatures.others'), nobody: say('signatures.unled'), awaiting: say('signatures.awaiting'), returned: say('signatures.returned') };
  return (
    <div className={styles.lists}>
      <Part id="mine" title={titles.mine} rows={parts.mine}><UnsignedRows rows={parts.mine} board={board} label={titles.mine} act={say('signatures.write')} /></Part>
      <Part id="answers" title={titles.answers} rows={parts.answers}><WaitingRows rows={parts.answers} board={board} label={titles.answers} act={say('signatures.answer')} kind="returned" /></Part>
      {isCoSigning && <ToCoSign siteId={board.site.id} />}
      {may('note.cosign') && <PlansToCoSign siteId={board.site.id} />}
      <Part id="others" title={titles.others} rows={parts.others}><UnsignedRows rows={parts.others} board={board} label={titles.others} act={say('open')} /></Part>
      <Part id="nobody" title={titles.nobody} rows={parts.nobody}><UnsignedRows rows={parts.nobody} board={board} label={titles.nobody} act={say('open')} /></Part>
      <Part id="awaiting" title={titles.awaiting} rows={parts.awaiting}><WaitingRows rows={parts.awaiting} board={board} label={titles.awaiting} act={say('open')} kind="awaiting" /></Part>
      <Part id="returned" title={titles.returned} rows={parts.returned}><WaitingRows rows={parts.returned} board={board} label={titles.returned} act={say('open')} kind="returned" /></Part>
    </div>
  );
}

export function SignaturesPage() {
  const { say, language } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const allowed = me.may('signatures.read');
  const board = useQuery({ ...useMemo(() => reading(readSignatures, { query: { siteId: chosen?.id ?? '' } }), [chosen?.id]), enabled: allowed && chosen !== undefined, refetchInterval: 60_000 });
  const shown = board.data;
  useEffect(() => { document.title = say('signatures.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  if (!allowed) return <Work><NotYours /></Work>;
  if (chosen === undefined) return <Work><h1>{say('signatures.title')}</h1><Notice tone="amber" sentence={say('refusal.not-your-role.sentence')} way={say('today.no-site')} /></Work>;
  return (
    <Work>
      <div className="head">
        {(shown !== undefined || board.error === null) && <h1>{say('signatures.title')}</h1>}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { void navigate({ search: { site: event.currentTarget.value } }); }} />
        )}
        <span className="grow" />
        {shown && <LiveStamp asOf={shown.asOf} receivedAt={board.dataUpdatedAt} timeZone={shown.site.timeZone} live={false} />}
      </div>
      {shown === undefined && (board.error === null
        ? <Waiting said={say('waiting')}><p className={styles.say}><Blank width={420} height={20} /></p>{[0, 1, 2, 3].map((row) => <p key={row} className={styles.blank}><Blank width={160} /><Blank width={240} /><Blank width={120} /></p>)}</Waiting>
        : <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />)}
      {shown && <p className={styles.say}><Sentences said={openingOf(shown, (instant) => whenText(say, language, shown.site.timeZone, instant, shown.asOf))} /></p>}
      {shown && <Lists board={shown} />}
    </Work>
  );
}
