/** Writing a contact note: signed at once; it may close the task it answers, and danger in it tells people at once (W17). */
import { useState } from 'react';
import { writeContactNote } from '../../modules/tasks/contract.ts';
import { CONTACT_NOTE_KINDS, CONTACT_RISKS } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { ENDS } from '../../modules/tasks/words.ts';
import type { ValueOf } from '../call.ts';
import { ActForm, ChoiceField, NumberField, Pair, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { KeptNote, useKept } from '../kit/use-kept.tsx';
import type { Kept } from '../kit/use-kept.tsx';
import { useWords } from '../kit/words.tsx';
import { Concerns } from '../tasks/Concerns.tsx';
import { DangerOffline } from '../tasks/DangerOffline.tsx';
import { DangerTold } from '../tasks/DangerTold.tsx';
import { whenOf } from '../tasks/task-said.ts';
import { STALE } from '../tasks/use-tasks.ts';
import { answering, bodyOf, startOf } from './contact-draft.ts';
import type { Begun, Draft, OpenTask } from './contact-draft.ts';

type Props = {
  participantId: string; displayName: string; timeZone: string; asOf: string; /** Open tasks of this person. */ tasks: readonly OpenTask[]; /** The one that the note is about from the start. */ taskId?: string; /** What is known of it already. */ begun?: Begun;
  close: () => void; done: () => void;
};
type Fields = { values: Draft; set: Kept<Draft>['set'] };

function Contact({ values, set }: Fields) {
  const { say } = useWords();
  return (
    <>
      <ChoiceField label={say('contacts.kind')} value={values.kind} set={set('kind')} options={CONTACT_NOTE_KINDS.map((kind) => ({ value: kind, label: say(`contacts.kind.${kind}`) }))} />
      <TextField label={say('contacts.with')} value={values.withWhom} set={set('withWhom')} max={120} required />
      <Pair>
        <TextField label={say('contacts.day')} type="date" value={values.day} set={set('day')} required />
        <TextField label={say('contacts.time')} type="time" value={values.time} set={set('time')} required />
        <NumberField label={say('contacts.minutes')} value={values.minutes} set={set('minutes')} least={0} most={1440} required />
      </Pair>
      <TextField label={say('contacts.text')} value={values.text} set={set('text')} lines={5} max={4000} required />
      <p className="sm dim">{say('contacts.unwatched')}</p>
      <ChoiceField<Draft['risk']> label={say('contacts.risk')} required value={values.risk} set={set('risk')} options={[{ value: '', label: say('choose') }, ...CONTACT_RISKS.map((risk) => ({ value: risk, label: say(`contacts.risk.${risk}`) }))]} />
      {values.risk === 'danger' && <Concerns value={values.concern} set={set('concern')} />}
    </>
  );
}

/** Which task it answers, and whether that closes. */
function Answers({ values, set, tasks, timeZone, asOf }: Fields & Pick<Props, 'tasks' | 'timeZone' | 'asOf'>) {
  const { say, language } = useWords();
  if (tasks.length === 0) return null;
  const chosen = tasks.find((task) => task.id === values.taskId);
  const choose = (id: string): void => {
    set('taskId')(id);
    set('closes')('open');
  };
  return (
    <>
      <ChoiceField label={say('contacts.answers')} value={values.taskId} set={choose} options={[{ value: '', label: say('contacts.answers.none') },
        ...tasks.map((task) => ({ value: task.id as string, label: say(`contacts.task.${task.kind}`, { when: whenOf({ language, zone: timeZone, asOf }, task.openedAt) }) }))]} />
      {chosen !== undefined && (
        <ChoiceField<Draft['closes']> label={say('contacts.closes')} value={values.closes} set={set('closes')}
          options={[{ value: 'open', label: say('contacts.closes.open') }, ...ENDS[chosen.kind].map((end) => ({ value: end, label: say('contacts.closes.as', { end: say(`ended.${end}`) }) }))]} />
      )}
    </>
  );
}

export function ContactPanel({ participantId, displayName, timeZone, asOf, tasks, taskId, begun, close, done }: Props) {
  const { say } = useWords();
  const act = useAct(writeContactNote, STALE);
  const kept = useKept<Draft>(`contact.${participantId}.${taskId ?? ''}`, startOf(timeZone, asOf, tasks.find((task) => task.id === taskId), begun));
  const { set } = kept;
  const values = answering(kept.values, tasks);
  const [told, setTold] = useState<ValueOf<typeof writeContactNote> | null>(null);
  const submit = async (): Promise<void> => {
    const body = bodyOf(timeZone, values);
    if (body === null) return;
    const got = await act.carryOut({ params: { participantId: participantId as ParticipantId }, body });
    if (got === null) return;
    kept.forget();
    if (got.dangerTaskId === null) done();
    else setTold(got);
  };
  const isDangerUnsent = act.answer !== null && 'offline' in act.answer && values.risk === 'danger';
  return (
    <>
      <SidePanel title={say('contacts.panel', { name: displayName })} close={told === null ? close : done}>
        {told !== null ? <DangerTold about={told.dangerTaskId === null ? null : { participantId, sessionId: null, taskId: told.dangerTaskId }} told={told.told} at={told.signedAt} zone={timeZone} opened site={null} /> : (
          <ActForm act={act} submit={() => { void submit(); }} label={say('contacts.sign')}>
            <KeptNote kept={kept} />
            <Contact values={values} set={set} />
            <Answers values={values} set={set} tasks={tasks} timeZone={timeZone} asOf={asOf} />
            <p className="sm dim">{say('contacts.frozen')}</p>
          </ActForm>
        )}
      </SidePanel>
      {isDangerUnsent && <DangerOffline site={null} again={() => { void submit(); }} close={act.forget} busy={act.busy} />}
    </>
  );
}
