/** Organization, sites and rooms. */
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { Notice } from '../kit/Notice.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { EndedRows } from './EndedRows.tsx';
import { gone, groundSaid, standing } from './ground.ts';
import type { Settings } from './ground.ts';
import { OrganizationPanel } from './OrganizationPanel.tsx';
import { RoomPanel } from './RoomPanel.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { SettingsRead } from './SettingsRead.tsx';
import { SitePanel } from './SitePanel.tsx';
import { SiteSection } from './SiteSection.tsx';
import { useEnds } from './use-ends.tsx';
import frame from './program.module.css';
import styles from './ground.module.css';

/** The one panel that is open; ids, so that it shows what stands there now. */
type Open = { what: 'organization' } | { what: 'site'; siteId: string | null } | { what: 'room'; siteId: string; roomId: string | null };

function Panel({ open, settings, kept, close }: { open: Open; settings: Settings; kept: (said: string) => void; close: () => void }) {
  const { say } = useWords();
  if (open.what === 'organization') {
    return (
      <OrganizationPanel organization={settings.organization} close={close}
        kept={({ added, withdrawn }) => kept([say('ground.organization.kept'), say('ground.planned', { added }), say('ground.unplanned', { withdrawn })].filter((one) => one !== '').join(' '))} />
    );
  }
  const site = settings.sites.find((one) => one.id === open.siteId) ?? null;
  if (open.what === 'site') return <SitePanel key={open.siteId} site={site} zone={settings.sites[0]?.timeZone ?? 'America/New_York'} close={close} />;
  return site === null ? null : <RoomPanel key={`${open.siteId} ${open.roomId ?? ''}`} site={site} room={site.rooms.find((room) => room.id === open.roomId) ?? null} close={close} />;
}

function Ground({ settings }: { settings: Settings }) {
  const { say } = useWords();
  const mayChange = useMe().may('settings.change');
  const ends = useEnds();
  const [open, setOpen] = useState<Open | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const turnTo = (next: Open | null): void => { setKept(null); setOpen(next); };
  return (
    <>
      <div className={styles.head}>
        <p className={frame.say}><Sentences said={groundSaid(settings)} /></p>
        {mayChange && (
          <div className={styles.acts}>
            <button type="button" className="btn" onClick={() => turnTo({ what: 'organization' })}>{say('ground.organization')}</button>
            <button type="button" className={open === null ? 'btn go' : 'btn'} onClick={() => turnTo({ what: 'site', siteId: null })}>{say('site.add')}</button>
          </div>
        )}
      </div>
      {kept !== null && <Notice tone="moss" sentence={kept} />}
      <div className={frame.columns}>
        {standing(settings.sites).map((site) => (
          <SiteSection key={site.id} site={site} acts={mayChange ? {
            ends, change: () => turnTo({ what: 'site', siteId: site.id }), addRoom: () => turnTo({ what: 'room', siteId: site.id, roomId: null }),
            rename: (room) => turnTo({ what: 'room', siteId: site.id, roomId: room.id }),
          } : null} />
        ))}
      </div>
      {mayChange && ends.whyNot(gone(settings.sites).map((site) => site.id))}
      <EndedRows kind="site" rows={gone(settings.sites).map((site) => ({ id: site.id, name: site.name, detail: site.address }))} ends={mayChange ? ends : null} />
      {open !== null && <Panel open={open} settings={settings} close={() => setOpen(null)} kept={setKept} />}
      {ends.toast}
    </>
  );
}

export function GroundPage() {
  return <SettingsPage page="program.ground"><SettingsRead>{(settings) => <Ground settings={settings} />}</SettingsRead></SettingsPage>;
}
