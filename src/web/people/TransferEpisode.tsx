/** The panel that transfers a person to another program or site: the last day here, and where care goes on from the next. */
import type { transfer } from '../../modules/placements/ends.contract.ts';
import { LEVELS } from '../../modules/program/words.ts';
import type { Level } from '../../modules/program/words.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import type { Act } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { ChoicesUnread } from './ChoicesUnread.tsx';
import { WhatWillHappen } from './EndEpisode.tsx';
import type { PanelProps } from './panel-props.ts';
import { dayText } from './texts.ts';
import { useChoices } from './use-choices.ts';

const orNull = (value: string): string | null => (value === '' ? null : value);
const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day);

export function TransferEpisode({ act, name, episode, today, close, done }: PanelProps & { act: Act<typeof transfer>; name: string }) {
  const { say, language } = useWords();
  const { sites } = useMe();
  const { values, set, setValues } = useFields({ siteId: String((sites.find((site) => site.id !== episode.site.id) ?? sites[0])?.id ?? ''), programId: '', pathId: '', trackId: '', level: '', counselorId: '', lastDay: today, detail: '' });
  const choices = useChoices(values.siteId);
  const programs = (choices?.programs ?? []).filter((one) => values.siteId !== episode.site.id || one.programId !== episode.programId);
  const program = programs.find((one) => one.programId === values.programId) ?? programs.find((one) => one.population === episode.population) ?? programs[0];
  const isNowhere = sites.length < 2 && choices !== undefined && program === undefined;
  const firstDay = isDay(values.lastDay) ? addDays(values.lastDay as CivilDate, 1) : null;
  const submit = async (): Promise<void> => {
    if (program === undefined) return;
    const moved = await act.carryOut({
      params: { episodeId: episode.episodeId },
      body: {
        version: episode.version, lastDay: values.lastDay as CivilDate, detail: values.detail,
        to: { siteId: values.siteId, programId: program.programId, pathId: orNull(values.pathId), trackId: orNull(values.trackId), level: orNull(values.level) as Level | null, counselorId: orNull(values.counselorId) },
      },
    });
    if (moved === null) return;
    close();
    done(say('transfer.done', { day: dayText(language, addDays(moved.lastDay, 1), today) }), null);
  };
  const options = <Row,>(none: string, rows: readonly Row[], of: (row: Row) => { value: string; label: string }) => [{ value: '', label: none }, ...rows.map(of)];
  return (
    <SidePanel title={say('transfer.title', { name })} close={close}>
      {isNowhere ? <Notice tone="amber" sentence={say('transfer.nowhere')} way={say('transfer.nowhere.way')} /> : (
        <ActForm act={act} submit={() => { void submit(); }} label={say('transfer.act')}>
          <ChoicesUnread siteId={values.siteId} />
          <TextField label={say('transfer.last-day')} type="date" value={values.lastDay} set={(lastDay) => { act.forget(); set('lastDay')(lastDay); }} earliest={episode.admittedOn} required />
          <h3>{say('transfer.to', { day: firstDay === null ? '' : dayText(language, firstDay, today) })}</h3>
          {sites.length > 1 && <ChoiceField label={say('admit.site')} value={values.siteId} set={(siteId) => setValues((now) => ({ ...now, siteId, programId: '', pathId: '', trackId: '', counselorId: '' }))} options={sites.map((site) => ({ value: String(site.id), label: site.name }))} />}
          <ChoiceField label={say('admit.program')} value={program?.programId ?? ''} set={(programId) => setValues((now) => ({ ...now, programId, pathId: '', trackId: '' }))} options={programs.map((one) => ({ value: String(one.programId), label: one.name }))} />
          <ChoiceField label={say('move.path')} value={values.pathId} set={set('pathId')} options={options(say('move.path.none'), program?.paths ?? [], (path) => ({ value: String(path.pathId), label: path.name }))} />
          <ChoiceField label={say('move.level')} value={values.level} set={set('level')} options={options(say('admit.level.own'), LEVELS, (level) => ({ value: level, label: say(`care.${level}`) }))} />
          <ChoiceField label={say('move.track')} value={values.trackId} set={set('trackId')} options={options(say('move.track.none'), program?.tracks ?? [], (track) => ({ value: String(track.trackId), label: track.name }))} />
          <ChoiceField label={say('move.counselor')} value={values.counselorId} set={set('counselorId')} options={options(say('move.counselor.none'), choices?.counselors ?? [], (one) => ({ value: String(one.staffId), label: one.name }))} />
          <TextField label={say('ends.detail')} hint={say('ends.detail.hint')} value={values.detail} set={set('detail')} lines={3} max={1000} />
          <WhatWillHappen episodeId={episode.episodeId} lastDay={values.lastDay} today={today} />
          <Notice tone="amber" sentence={say('transfer.stays')} way={say('transfer.stays.way')} />
        </ActForm>
      )}
    </SidePanel>
  );
}
