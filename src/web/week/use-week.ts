/** The boards of the week as pages read them: again each minute, and after a seat was booked. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readNeeds } from '../../boards/week/needs.contract.ts';
import { readWeekHours } from '../../boards/week/week-hours.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { reading } from '../queries.ts';

const EACH_MINUTE = 60_000;

/** Without a day, the week of today. */
export function useWeekHours(siteId: string, day: string | undefined, enabled = true) {
  const asked = useMemo(() => reading(readWeekHours, { query: { siteId, day: day as CivilDate | undefined } }), [siteId, day]);
  return useQuery({ ...asked, enabled, refetchInterval: EACH_MINUTE });
}

export function useNeeds(siteId: string) {
  return useQuery({ ...useMemo(() => reading(readNeeds, { query: { siteId } }), [siteId]), refetchInterval: EACH_MINUTE });
}
