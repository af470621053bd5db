/** What is said once for everybody; it goes into every note, so it names nobody. */
import { TextInput, Textarea } from '@mantine/core';
import type { SharedPart as Shared } from '../../modules/notes/words.ts';
import { INTERVENTIONS } from '../../modules/notes/words.ts';
import { useWords } from '../kit/words.tsx';
import { sharedWords } from './kinds.ts';
import type { GroupRoom } from './readiness.ts';
import { Toggles } from './Toggles.tsx';
import { Warn } from './Warnings.tsx';
import type { SharedField, SharedName } from './warnings.ts';
import styles from './room.module.css';

type Props = {
  part: Shared; change: (part: Shared) => void; readOnly: boolean; notes: number; session: GroupRoom['session'];
  names: readonly SharedName[]; rename: (name: SharedName) => void; confirm: (name: string, at: string) => void; children?: React.ReactNode; below?: React.ReactNode;
};

/** The session of the curriculum that was taught: as planned, until another is chosen. */
function ModuleChoice({ part, change, readOnly, session }: Pick<Props, 'part' | 'change' | 'readOnly' | 'session'>) {
  const { say } = useWords();
  const shown = session.modules.filter((one) => !one.isEnded || one.id === part.moduleId);
  if (shown.length === 0) return null;
  const title = shown.find((one) => one.id === part.moduleId);
  return (
    <div>
      <label className="label" htmlFor="shared-module">{say('shared.module')}</label>
      {readOnly
        ? <p id="shared-module">{title === undefined ? say('shared.module.none') : `${title.position}. ${title.title}`}</p>
        : (
          <select id="shared-module" className="field" value={part.moduleId ?? ''} onChange={(event) => change({ ...part, moduleId: event.currentTarget.value === '' ? null : event.currentTarget.value })}>
            <option value="">{say('shared.module.none')}</option>
            {shown.map((one) => <option key={one.id} value={one.id}>{one.position}. {one.title}</option>)}
          </select>
        )}
      {session.curriculumName !== null && <p className="sm dim">{session.curriculumName}</p>}
    </div>
  );
}

function SharedNames({ field, names, notes, rename, confirm }: Pick<Props, 'names' | 'notes' | 'rename' | 'confirm'> & { field: SharedField }) {
  const { say } = useWords();
  return names.filter((name) => name.field === field).map((name) => (
    <Warn key={name.text} mend={(
      <>
        <button type="button" className="btn small" onClick={() => rename(name)}>{say('warn.change')}</button>
        <button type="button" className="btn quiet small" onClick={() => confirm(name.text, `shared-${field}`)}>{say('warn.nobody')}</button>
      </>
    )}>
      <b>{say('warn.shared', { name: name.text })}</b> {say('warn.shared.why', { notes: Math.max(0, notes - 1) })}
    </Warn>
  ));
}

export function SharedPart({ part, change, readOnly, notes, session, names, rename, confirm, children, below }: Props) {
  const { say } = useWords();
  const toggle = (name: Shared['interventions'][number]): void => {
    const on = part.interventions.includes(name);
    change({ ...part, interventions: on ? part.interventions.filter((one) => one !== name) : [...part.interventions, name] });
  };
  const words = sharedWords(session.type, notes);
  const warned = { names: readOnly ? [] : names, notes, rename, confirm };
  return (
    <section className={`card ${styles.shared}`} aria-labelledby="shared-title">
      <div><h2 id="shared-title">{say(words.title)}</h2><p className="sm dim">{say(words.say, { notes })}</p></div>
      {children}
      <ModuleChoice part={part} change={change} readOnly={readOnly} session={session} />
      <TextInput id="shared-topic" label={say(words.topic)} value={part.topic} maxLength={200} readOnly={readOnly} onChange={(event) => change({ ...part, topic: event.currentTarget.value })} />
      <SharedNames field="topic" {...warned} />
      <Toggles label={say('shared.did')} names={INTERVENTIONS} on={part.interventions} say={(name) => say(`intervention.${name}`)} press={toggle} readOnly={readOnly} />
      <Textarea id="shared-happened" label={say('shared.happened')} description={say(words.names)} className={styles.growing} minRows={4} value={part.happened} maxLength={4000} readOnly={readOnly} onChange={(event) => change({ ...part, happened: event.currentTarget.value })} />
      <SharedNames field="happened" {...warned} />
      <Textarea id="shared-practice" label={say('shared.practice')} className={styles.growing} minRows={2} value={part.practice} maxLength={1000} readOnly={readOnly} onChange={(event) => change({ ...part, practice: event.currentTarget.value })} />
      <SharedNames field="practice" {...warned} />
      {below}
    </section>
  );
}
