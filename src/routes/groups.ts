/** Groups, seats, sessions. */
import { changeGroup, changeSeatEnd, changeWeeklyTimes, endGroup, enroll, startGroup } from '../modules/schedules/contract.ts';
import { cancelSession, moveSession, planAheadAct, reinstateSession } from '../modules/sessions/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as group from '../boards/groups/group.ts';
import * as groups from '../boards/groups/groups.ts';
import { readCandidates, readGroup, readGroupChoices, readGroups, readSessionPlan } from '../boards/groups/groups.contract.ts';
import * as sessionPlan from '../boards/groups/session-plan.ts';
import * as canceling from '../workflows/sessions/cancel-session.ts';
import * as changing from '../workflows/groups/change-group.ts';
import * as changingSeat from '../workflows/groups/change-seat-end.ts';
import * as changingTimes from '../workflows/groups/change-weekly-times.ts';
import * as ending from '../workflows/groups/end-group.ts';
import * as enrolling from '../workflows/groups/enroll.ts';
import * as moving from '../workflows/sessions/move-session.ts';
import * as planning from '../workflows/sessions/plan-site-ahead.ts';
import * as reinstating from '../workflows/sessions/reinstate-session.ts';
import * as starting from '../workflows/groups/start-group.ts';

/** Room and leader at one time: whoever asks second is told which of the two is taken. */
const TAKEN = { weekly_times_room_excl: 'room-taken', weekly_times_facilitator_excl: 'leader-taken', weekly_times_time_excl: 'times-collide' } as const;

export const GROUPS_ROUTES: readonly Route[] = [
  route(readGroups, groups.readGroups),
  route(readGroupChoices, groups.readGroupChoices),
  route(readGroup, group.readGroup),
  route(readCandidates, group.readCandidates),
  route(startGroup, starting.startGroup, TAKEN),
  route(changeGroup, changing.changeGroup),
  route(changeWeeklyTimes, changingTimes.changeWeeklyTimes, TAKEN),
  route(endGroup, ending.endGroup, { weekly_times_room_excl: 'room-taken', weekly_times_facilitator_excl: 'leader-taken' }),
  route(enroll, enrolling.enroll, { enrollments_seat_excl: 'group-full', enrollments_person_excl: 'already-enrolled' }),
  route(changeSeatEnd, changingSeat.changeSeatEnd, { enrollments_seat_excl: 'seat-taken', enrollments_person_excl: 'already-enrolled' }),
  route(readSessionPlan, sessionPlan.readSessionPlan),
  route(planAheadAct, planning.planSiteAhead),
  route(cancelSession, canceling.cancelSession),
  route(moveSession, moving.moveSession),
  route(reinstateSession, reinstating.reinstateSession),
];
