/** A track is added to a program at a site, or renamed. */
import { addTrack, changeTrack } from '../../modules/program/ground.contract.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { standing } from './ground.ts';
import type { ProgramRow, SiteRow, TrackRow } from './ground.ts';
import { NamePanel } from './NamePanel.tsx';
import { useSettingAct } from './use-setting-act.ts';

export function NewTrackPanel({ program, sites, close }: { program: ProgramRow; sites: readonly SiteRow[]; close: () => void }) {
  const { say } = useWords();
  const open = standing(sites);
  const { values, set } = useFields<{ name: string; siteId: string }>({ name: '', siteId: open[0]?.id ?? '' });
  const act = useSettingAct(addTrack);
  const submit = async (): Promise<void> => {
    const site = open.find((one) => one.id === values.siteId);
    if (site !== undefined && await act.carryOut({ body: { programId: program.id, siteId: site.id, name: values.name } }) !== null) close();
  };
  return (
    <SidePanel title={say('track.add.title', { program: program.name })} close={close}>
      <ActForm act={act} label={say('track.add.act')} submit={() => { void submit(); }}>
        <TextField label={say('ground.name')} hint={say('track.name.hint')} required value={values.name} set={set('name')} max={80} />
        <ChoiceField label={say('track.site')} value={values.siteId} set={set('siteId')} options={open.map((site) => ({ value: site.id, label: site.name }))} />
      </ActForm>
    </SidePanel>
  );
}

export function RenameTrackPanel({ track, close }: { track: TrackRow; close: () => void }) {
  const { say } = useWords();
  const act = useSettingAct(changeTrack);
  const save = async (name: string): Promise<void> => {
    if (await act.carryOut({ params: { trackId: track.id }, body: { version: track.version, name } }) !== null) close();
  };
  return <NamePanel title={say('track.rename', { name: track.name })} label={say('track.keep')} hint={say('track.name.hint')} name={track.name} act={act} save={(name) => { void save(name); }} close={close} />;
}
