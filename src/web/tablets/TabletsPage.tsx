/** The shared tablets of a site: set up, shown in a room, taken out of use. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readTablets } from '../../boards/day/tablets.contract.ts';
import { endTablet } from '../../modules/tablets/contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { dayTimeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import type { Words } from '../kit/words.tsx';
import { RowAct } from '../program/RowAct.tsx';
import { SettingsPage } from '../program/SettingsPage.tsx';
import { LinesBlank } from '../program/SettingsRead.tsx';
import { reading } from '../queries.ts';
import { TabletCodePanel, TabletPanel } from './TabletPanel.tsx';
import type { ShownTablet, TabletBoard } from './tablets.ts';
import { STALE_TABLETS } from './tablets.ts';
import ground from '../program/ground.module.css';
import frame from '../program/program.module.css';

const route = getRouteApi('/program/tablets');

function placeSaid({ say }: Words, one: ShownTablet): string {
  if (one.roomName === null) return say('tablets.room.none');
  return say(one.listsNames ? 'tablets.in-room.lists' : 'tablets.in-room', { room: one.roomName });
}

function stateSaid({ say, language }: Words, one: ShownTablet, zone: string): string {
  if (one.codeOpenUntil !== null) return say('tablets.code-open', { time: dayTimeText(language, zone, one.codeOpenUntil) });
  if (!one.isSetUp) return say('tablets.unset');
  return one.seenAt === null ? say('tablets.never-seen') : say('tablets.seen', { time: dayTimeText(language, zone, one.seenAt) });
}

function Opening({ board, tablets }: { board: TabletBoard; tablets: readonly ShownTablet[] }) {
  const { say } = useWords();
  const waiting = tablets.filter((one) => !one.isSetUp).length;
  const said = [say('tablets.say', { tablets: tablets.length, site: board.site.name }), ...(waiting > 0 ? [say('tablets.say.waiting', { tablets: waiting })] : []), say('tablets.what')];
  return <p className={frame.say}><Rich text={said.join(' ')} /></p>;
}

type Panel = { what: 'add' } | { what: 'change' | 'code'; tabletId: string };

function Tablets({ board }: { board: TabletBoard }) {
  const words = useWords();
  const { say } = words;
  const [panel, setPanel] = useState<Panel | null>(null);
  const end = useAct(endTablet, STALE_TABLETS);
  const { toast, done } = useUndo();
  const [here, gone] = [board.tablets.filter((one) => !one.isEnded), board.tablets.filter((one) => one.isEnded)];
  const turn = async (one: ShownTablet, ends: boolean): Promise<void> => {
    if (end.busy || await end.carryOut({ params: { tabletId: one.id }, body: { ends } }) === null) return;
    done(say(ends ? 'tablets.ended' : 'tablets.back', { name: one.name }), () => { void turn(one, !ends); });
  };
  const chosen = panel === null || panel.what === 'add' ? null : board.tablets.find((one) => one.id === panel.tabletId) ?? null;
  const close = (): void => setPanel(null);
  return (
    <>
      <div className={ground.head}>
        <Opening board={board} tablets={here} />
        <div className={ground.acts}><button type="button" className={panel === null ? 'btn go' : 'btn'} onClick={() => setPanel({ what: 'add' })}>{say('tablets.add')}</button></div>
      </div>
      {end.answer !== null && <RefusalNotice answer={end.answer} />}
      {here.length === 0 ? <p className={ground.empty}>{say('tablets.none')}</p> : (
        <Rows label={say('tablets.list', { site: board.site.name })}>
          {here.map((one) => (
            <Row key={one.id} title={one.name} detail={`${placeSaid(words, one)}; ${stateSaid(words, one, board.site.timeZone)}`} acts={(
              <span>
                <RowAct label={say('tablets.code')} of={one.name} press={() => setPanel({ what: 'code', tabletId: one.id })} />
                <RowAct label={say('tablets.change')} of={one.name} press={() => setPanel({ what: 'change', tabletId: one.id })} />
                <RowAct label={say('tablets.end')} of={one.name} press={() => { void turn(one, true); }} />
              </span>
            )} />
          ))}
        </Rows>
      )}
      {gone.length > 0 && (
        <details className={ground.gone}>
          <summary>{say('tablets.ended.list', { tablets: gone.length })}</summary>
          <Rows>{gone.map((one) => <Row key={one.id} ended title={one.name} detail={placeSaid(words, one)} acts={<RowAct label={say('tablets.bring-back')} of={one.name} press={() => { void turn(one, false); }} />} />)}</Rows>
        </details>
      )}
      {panel?.what === 'add' && <TabletPanel board={board} tablet={null} close={close} />}
      {panel?.what === 'change' && chosen !== null && <TabletPanel key={`${chosen.id} ${chosen.version}`} board={board} tablet={chosen} close={close} />}
      {panel?.what === 'code' && chosen !== null && <TabletCodePanel key={chosen.id} board={board} tablet={chosen} close={close} />}
      {toast}
    </>
  );
}

function TabletsOf({ siteId }: { siteId: string }) {
  const tablets = useQuery(useMemo(() => reading(readTablets, { query: { siteId: siteId as SiteId } }), [siteId]));
  if (tablets.data !== undefined) return <Tablets board={tablets.data} />;
  return tablets.error === null ? <LinesBlank /> : <UnreadNotice error={tablets.error} again={() => { void tablets.refetch(); }} />;
}

function TabletsBody() {
  const { say } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  if (chosen === undefined) return <Notice tone="amber" sentence={say('today.no-site')} />;
  return (
    <>
      {me.sites.length > 1 && (
        <NativeSelect label={say('today.site')} value={chosen.id} mb={18} w="fit-content" data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => { void navigate({ search: { site: event.currentTarget.value } }); }} />
      )}
      <TabletsOf key={chosen.id} siteId={chosen.id} />
    </>
  );
}

export function TabletsPage() {
  return <SettingsPage page="program.tablets"><TabletsBody /></SettingsPage>;
}
