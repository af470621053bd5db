/** Holidays added and taken back, each with its undo; the toast says what became of the sessions of that day. */
import type { ReactNode } from 'react';
import { addHoliday, endHoliday } from '../../modules/program/ground.contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { Offline, Refused } from '../call.ts';
import { dateText } from '../kit/times.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { useSettingAct } from './use-setting-act.ts';

export type NewHoliday = { date: CivilDate; name: string; siteId: SiteId | null };
type Known = Pick<NewHoliday, 'date' | 'name'> & { id: string };
export type HolidayActs = {
  add: (holiday: NewHoliday) => Promise<boolean>; end: (holiday: Known) => void; busy: boolean;
  adding: Refused | Offline | null; ending: Refused | Offline | null; forget: () => void; toast: ReactNode;
};

export function useHolidays(): HolidayActs {
  const { say, language } = useWords();
  const { toast, done } = useUndo();
  const [adding, ending] = [useSettingAct(addHoliday), useSettingAct(endHoliday)];
  const nowIs = (holiday: Known, isHoliday: boolean, planned: { added: number; changed: number; withdrawn: number }): void => {
    const said = { name: holiday.name, day: dateText(language, holiday.date) };
    const text = isHoliday
      ? `${say('holiday.added', said)} ${say('holiday.withdrawn', { sessions: planned.withdrawn })}`
      : `${say('holiday.taken-back', said)} ${say('holiday.planned-again', { sessions: planned.added + planned.changed })}`;
    done(text, () => { void turn(holiday, !isHoliday); });
  };
  const turn = async (holiday: Known, isHoliday: boolean): Promise<void> => {
    if (ending.busy) return;
    const planned = await ending.carryOut({ params: { holidayId: holiday.id }, body: { ends: !isHoliday } });
    if (planned !== null) nowIs(holiday, isHoliday, planned);
  };
  const add = async (holiday: NewHoliday): Promise<boolean> => {
    if (adding.busy) return false;
    const planned = await adding.carryOut({ body: holiday });
    if (planned !== null) nowIs({ ...holiday, id: planned.holidayId }, true, planned);
    return planned !== null;
  };
  return { add, end: (holiday) => { void turn(holiday, false); }, busy: adding.busy || ending.busy, adding: adding.answer, ending: ending.answer, forget: adding.forget, toast };
}
