/** What the program answers about the page of a person: overview, timeline, what comes next. */
import { readLook as lookContract, readNext as nextContract } from '../boards/people/record.contract.ts';
import { readLook } from '../boards/people/record-look.ts';
import { readNext } from '../boards/people/record-next.ts';
import { readTimeline } from '../boards/people/timeline.ts';
import { readTimeline as timelineContract } from '../boards/people/timeline.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';

export const RECORD_ROUTES: readonly Route[] = [
  route(nextContract, readNext),
  route(lookContract, readLook),
  route(timelineContract, readTimeline),
];
