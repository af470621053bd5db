/** Ending a site, room, program, track or curriculum, and bringing it back: the undo, and what stands in the way beside the row that was pressed. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { endCurriculum } from '../../modules/program/curricula.contract.ts';
import { endProgram, endRoom, endSite, endTrack } from '../../modules/program/ground.contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import type { Offline, Refused } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { useSettingAct } from './use-setting-act.ts';

export type Kind = 'site' | 'room' | 'program' | 'track' | 'curriculum';
export type Thing = { kind: Kind; id: string; name: string };
export type Ends = { end: (thing: Thing) => void; bringBack: (thing: Thing) => void; /** Why one of these could not end or come back. */ whyNot: (ids: readonly string[]) => ReactNode; toast: ReactNode };

/** Which groups and how many people still need it; the server tells them as facts of the refusal. */
function WhyNot({ answer }: { answer: Refused | Offline }) {
  const { say } = useWords();
  const facts = 'refused' in answer ? answer.facts : undefined;
  const groups = Array.isArray(facts?.['groups']) ? facts['groups'].filter((one) => typeof one === 'string') : [];
  const people = typeof facts?.['people'] === 'number' ? facts['people'] : 0;
  const said = [...(groups.length > 0 ? [say('ground.in-use.groups', { groups: groups.join(', ') })] : []), ...(people > 0 ? [say('ground.in-use.people', { people })] : [])];
  return <RefusalNotice answer={answer}>{said.length > 0 && <p>{said.join(' ')}</p>}</RefusalNotice>;
}

export function useEnds(): Ends {
  const { say } = useWords();
  const { toast, done } = useUndo();
  const [at, setAt] = useState<Thing | null>(null);
  const acts = { site: useSettingAct(endSite), room: useSettingAct(endRoom), program: useSettingAct(endProgram), track: useSettingAct(endTrack), curriculum: useSettingAct(endCurriculum) };
  const turn = ({ kind, id }: Thing, ends: boolean): Promise<unknown> => {
    const body = { ends };
    switch (kind) {
      case 'site': return acts.site.carryOut({ params: { siteId: id as SiteId }, body });
      case 'room': return acts.room.carryOut({ params: { roomId: id }, body });
      case 'program': return acts.program.carryOut({ params: { programId: id }, body });
      case 'track': return acts.track.carryOut({ params: { trackId: id }, body });
      case 'curriculum': return acts.curriculum.carryOut({ params: { curriculumId: id }, body });
    }
  };
  const carry = async (thing: Thing, ends: boolean): Promise<void> => {
    if (acts[thing.kind].busy) return;
    setAt(thing);
    if (await turn(thing, ends) === null) return;
    setAt(null);
    done(say(ends ? 'ground.ended' : 'ground.back', { name: thing.name }), () => { void carry(thing, !ends); });
  };
  const answer = at === null ? null : acts[at.kind].answer;
  return {
    toast, end: (thing) => { void carry(thing, true); }, bringBack: (thing) => { void carry(thing, false); },
    whyNot: (ids) => (answer !== null && at !== null && ids.includes(at.id) ? <WhyNot answer={answer} /> : null),
  };
}
