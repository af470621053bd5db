/** The panel that moves a session to another day, hour, room or leader, from where it stands now. */
import type { z } from 'zod';
import { moveSession } from '../../modules/sessions/contract.ts';
import type { CivilDate, LocalTime } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, NumberField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { SessionPlan } from './plan-said.ts';
import { STALE } from './stale.ts';
import { BY_LINK, NOT_SETTLED } from './time-form.ts';
import { useLeaderOptions, useRoomOptions } from './TimesEditor.tsx';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';

export type Moved = z.output<typeof moveSession['output']>;
type Props = { plan: SessionPlan; close: () => void; done: (moved: Moved) => void };

function MoveForm({ plan: { session }, choices, done }: Omit<Props, 'close'> & { choices: Choices }) {
  const { say } = useWords();
  const act = useAct(moveSession, STALE);
  const { values, set } = useFields({
    date: session.date as string, startsAtLocal: session.startsAtLocal as string, minutes: session.minutes as number | null, reason: '', link: session.telehealthLink,
    place: session.room?.id ?? (session.telehealthLink === '' ? NOT_SETTLED : BY_LINK), facilitatorId: session.facilitator?.id ?? '',
  });
  const isRoom = values.place !== NOT_SETTLED && values.place !== BY_LINK;
  const takesLink = values.place === BY_LINK || (isRoom && session.telehealthLink !== '');
  const submit = async (): Promise<void> => {
    const body = {
      date: values.date as CivilDate, startsAtLocal: values.startsAtLocal as LocalTime, minutes: values.minutes ?? 0, roomId: isRoom ? values.place : null,
      telehealthLink: takesLink ? values.link.trim() : '', facilitatorId: values.facilitatorId === '' ? null : values.facilitatorId, reason: values.reason.trim(),
    };
    const value = await act.carryOut({ params: { sessionId: session.id }, body });
    if (value !== null) done(value);
  };
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('plan.move.act')}>
      <TextField label={say('plan.date')} type="date" required value={values.date} set={set('date')} />
      <Pair>
        <TextField label={say('times.start')} type="time" required value={values.startsAtLocal} set={set('startsAtLocal')} />
        <NumberField label={say('times.minutes')} required least={1} most={720} value={values.minutes} set={set('minutes')} />
      </Pair>
      <Pair>
        <ChoiceField label={say('times.room')} value={values.place} set={set('place')} options={useRoomOptions(choices)} />
        <ChoiceField label={say('times.leader')} value={values.facilitatorId} set={set('facilitatorId')} options={useLeaderOptions(choices, '')} />
      </Pair>
      {takesLink && <TextField label={say('times.link')} type="url" max={500} required={values.place === BY_LINK} value={values.link} set={set('link')} />}
      <TextField label={say('plan.reason')} required lines={3} max={500} value={values.reason} set={set('reason')} hint={say('plan.reason.hint')} />
    </ActForm>
  );
}

export function MovePanel({ plan, close, done }: Props) {
  const { say } = useWords();
  const choices = useChoices(plan.site.id);
  if (choices === null) return null;
  return (
    <SidePanel title={say('plan.move')} close={close}>
      {'error' in choices ? <UnreadNotice error={choices.error} again={choices.again} /> : <MoveForm plan={plan} choices={choices} done={done} />}
    </SidePanel>
  );
}
