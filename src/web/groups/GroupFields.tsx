/** What a group is, as fields: the same when it starts and when it changes. */
import { ChoiceField, ManyField, NumberField, Pair, TextField } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import type { Choices } from './use-choices.ts';
import type { Group } from './week.ts';
import styles from './forms.module.css';

export type GroupForm = {
  name: string; topic: string; trackId: string; curriculumId: string; credentialRequired: string; capacity: number | null; minimum: number | null; coFacilitatorIds: string[];
};
export const NEW_GROUP: GroupForm = { name: '', topic: '', trackId: '', curriculumId: '', credentialRequired: '', capacity: 10, minimum: 2, coFacilitatorIds: [] };

export function groupFormOf(group: Group): GroupForm {
  const { name, topic, credentialRequired, capacity, minimum } = group;
  return { name, topic, credentialRequired, capacity, minimum, trackId: group.track?.id ?? '', curriculumId: group.curriculum?.id ?? '', coFacilitatorIds: group.coFacilitators.map(({ id }) => id) };
}

/** As the act takes it: nothing chosen is null. */
export function attributesOf(form: GroupForm) {
  const chosen = (id: string): string | null => (id === '' ? null : id);
  return {
    name: form.name.trim(), topic: form.topic.trim(), trackId: chosen(form.trackId), curriculumId: chosen(form.curriculumId), credentialRequired: form.credentialRequired.trim(),
    capacity: form.capacity ?? 0, minimum: form.minimum ?? 0, coFacilitatorIds: form.coFacilitatorIds,
  };
}

type Props = { values: GroupForm; set: <Key extends keyof GroupForm>(key: Key) => (value: GroupForm[Key]) => void; choices: Choices; programId: string };

export function GroupFields({ values, set, choices, programId }: Props) {
  const { say } = useWords();
  const held = [...new Set(choices.staff.flatMap((one) => one.credentials))].sort();
  const tracks = choices.tracks.filter((track) => track.programId === programId);
  return (
    <>
      {tracks.length > 0 && <ChoiceField label={say('groups.track')} value={values.trackId} set={set('trackId')} options={[{ value: '', label: say('groups.no-track') }, ...tracks.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextField label={say('groups.topic')} max={500} value={values.topic} set={set('topic')} />
      {choices.curricula.length > 0 && <ChoiceField label={say('groups.curriculum')} value={values.curriculumId} set={set('curriculumId')} options={[{ value: '', label: say('groups.no-curriculum') }, ...choices.curricula.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextField label={say('groups.credential')} max={80} value={values.credentialRequired} set={set('credentialRequired')}
        hint={held.length === 0 ? say('groups.credential.none-held') : say('groups.credential.hint', { held: held.join(', ') })} />
      <Pair>
        <NumberField label={say('groups.capacity')} required least={1} most={10} value={values.capacity} set={set('capacity')} />
        <NumberField label={say('groups.minimum')} required least={1} most={values.capacity ?? 10} value={values.minimum} set={set('minimum')} hint={say('groups.minimum.hint')} />
      </Pair>
      <details className={styles.more}>
        <summary>{say('groups.co')}: {say('groups.co.count', { count: values.coFacilitatorIds.length })}</summary>
        <ManyField label={say('groups.co')} value={values.coFacilitatorIds} set={set('coFacilitatorIds')} options={choices.staff.map(({ id, name }) => ({ value: id, label: name }))} />
      </details>
    </>
  );
}
