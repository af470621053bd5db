/** Arrived, left, did not come: with a time typed and a reason, and corrections afterwards. */
import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { readTimes } from '../../boards/day/today.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { spanText, timeText } from '../kit/times.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import type { Times } from './times.ts';
import type { TimesAbout } from './times-about.ts';
import { TimesForm } from './TimesForm.tsx';
import styles from './today.module.css';

export type { TimesAbout } from './times-about.ts';

/** What is recorded now, in words: it stays true while the fields below are changed. */
function AsRecorded({ times, timeZone }: { times: Times; timeZone: string }) {
  const { say, language } = useWords();
  if (times.absence !== null) return <p className={styles.recorded}>{say('times.now.absent', { reason: say(`absence.${times.absence.reason}`), excused: times.absence.excused ? 'yes' : 'no' })}</p>;
  if (times.stays.length === 0) return <p className={styles.recorded}>{say('times.now.nothing')}</p>;
  const stays = times.stays.map((stay) => (stay.leftAt === null ? say('times.since', { time: timeText(language, timeZone, stay.arrivedAt) }) : spanText(language, timeZone, stay.arrivedAt, stay.leftAt)));
  return <p className={styles.recorded}>{say('times.now.stays', { stays: stays.join(', ') })}{times.overCapReason !== null && <> {say('times.now.beyond', { reason: times.overCapReason })}</>}</p>;
}

export function TimesPanel(about: TimesAbout) {
  const { say } = useWords();
  const params = { sessionId: about.sessionId as SessionId, participantId: about.participantId as ParticipantId };
  const read = useQuery({ ...reading(readTimes, { params }), staleTime: 0, refetchOnWindowFocus: false });
  const times = read.data;
  // Out of the roster: a column that contains its layout would hold a fixed panel too.
  return createPortal(
    <SidePanel title={say('times.title', { name: about.displayName })} close={about.close}>
      {times === undefined && read.error !== null && <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />}
      {times === undefined && read.error === null && <Waiting said={say('waiting')}><p><Blank width={240} /></p></Waiting>}
      {times !== undefined && <><AsRecorded times={times} timeZone={about.timeZone} /><TimesForm about={about} times={times} /></>}
    </SidePanel>, document.body);
}
