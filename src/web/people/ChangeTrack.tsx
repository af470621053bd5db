/** The panel that says at which time of day a person comes. */
import type { setTrack } from '../../modules/placements/contract.ts';
import { ActForm, ChoiceField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { ChoicesUnread } from './ChoicesUnread.tsx';
import type { PanelProps } from './panel-props.ts';
import { useChoices } from './use-choices.ts';

export function ChangeTrack({ act, episode, close, done }: PanelProps & { act: Act<typeof setTrack> }) {
  const { say } = useWords();
  const tracks = useChoices(episode.site.id)?.programs.find((program) => program.programId === episode.programId)?.tracks ?? [];
  const { values, set } = useFields({ trackId: String(episode.trackId ?? '') });
  const params = { episodeId: episode.episodeId };
  const submit = async (): Promise<void> => {
    const changed = await act.carryOut({ params, body: { version: episode.version, trackId: values.trackId === '' ? null : values.trackId } });
    if (changed === null) return;
    close();
    done(say('place.track-changed'), () => { void act.carryOut({ params, body: { version: changed.version, trackId: episode.trackId } }); });
  };
  return (
    <SidePanel title={say('place.change-track')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('move.track.act')}>
        <ChoicesUnread siteId={episode.site.id} />
        <ChoiceField label={say('move.track')} value={values.trackId} set={set('trackId')} options={[{ value: '', label: say('move.track.none') }, ...tracks.map((track) => ({ value: String(track.trackId), label: track.name }))]} />
      </ActForm>
    </SidePanel>
  );
}
