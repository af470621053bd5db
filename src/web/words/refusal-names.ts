/** Every name by which any contract refuses; both languages must have words for each, or they do not compile. */
import type { CommonRefusalName } from '../../platform/contract.ts';
import type * as attendance from '../../modules/attendance/contract.ts';
import type * as notes from '../../modules/notes/contract.ts';
import type * as me from '../../modules/people/contract.ts';
import type * as participants from '../../modules/people/participants.contract.ts';
import type * as staff from '../../modules/people/staff.contract.ts';
import type * as placements from '../../modules/placements/contract.ts';
import type * as curricula from '../../modules/program/curricula.contract.ts';
import type * as ground from '../../modules/program/ground.contract.ts';
import type * as hoursRules from '../../modules/program/hours-rules.contract.ts';
import type * as onCall from '../../modules/program/on-call.contract.ts';
import type * as paths from '../../modules/program/paths.contract.ts';
import type * as schedules from '../../modules/schedules/contract.ts';
import type * as sessions from '../../modules/sessions/contract.ts';
import type * as sessionWords from '../../modules/sessions/words.ts';
import type * as door from '../../platform/sign-in/contract.ts';
import type * as groupRoom from '../../boards/day/group-room.contract.ts';
import type * as groups from '../../boards/groups/groups.contract.ts';
import type * as hoursLedger from '../../boards/week/hours-ledger.contract.ts';
import type * as hoursSettings from '../../boards/program/hours-settings.contract.ts';
import type * as people from '../../boards/people/people.contract.ts';
import type * as settings from '../../boards/program/settings.contract.ts';
import type * as staffBoard from '../../boards/staff/staff.contract.ts';
import type * as today from '../../boards/day/today.contract.ts';
import type * as sessionsDay from '../../modules/sessions/day.contract.ts';
import type * as notesAfter from '../../modules/notes/after.contract.ts';
import type * as contactNotes from '../../modules/notes/contacts.contract.ts';
import type * as plans from '../../modules/plans/contract.ts';
import type * as tasks from '../../modules/tasks/contract.ts';
import type * as dayRules from '../../modules/program/day-rules.contract.ts';
import type * as placementEnds from '../../modules/placements/ends.contract.ts';
import type * as tablets from '../../modules/tablets/contract.ts';
import type * as peopleCodes from '../../modules/people/codes.contract.ts';
import type * as codes from '../../platform/sign-in/codes.contract.ts';
import type * as tasksBoard from '../../boards/tasks/tasks.contract.ts';
import type * as weekHours from '../../boards/week/week-hours.contract.ts';
import type * as needs from '../../boards/week/needs.contract.ts';
import type * as census from '../../boards/week/census.contract.ts';
import type * as signatures from '../../boards/notes/signatures.contract.ts';
import type * as planBoard from '../../boards/people/plan.contract.ts';
import type * as tabletsBoard from '../../boards/day/tablets.contract.ts';
import type * as supporters from '../../modules/people/supporters.contract.ts';
import type * as visits from '../../modules/attendance/visits.contract.ts';
import type * as contactsBoard from '../../boards/notes/contacts.contract.ts';

type Modules = [
  typeof attendance, typeof notes, typeof me, typeof participants, typeof staff, typeof placements, typeof curricula, typeof ground, typeof hoursRules, typeof onCall,
  typeof paths, typeof schedules, typeof sessions, typeof sessionWords, typeof door, typeof groupRoom, typeof groups, typeof hoursLedger, typeof hoursSettings, typeof people,
  typeof settings, typeof staffBoard, typeof today,
  typeof sessionsDay, typeof notesAfter, typeof contactNotes, typeof plans, typeof tasks, typeof dayRules, typeof placementEnds, typeof tablets, typeof codes, typeof peopleCodes, typeof tasksBoard, typeof weekHours, typeof needs, typeof census, typeof signatures, typeof planBoard, typeof tabletsBoard, typeof contactsBoard, typeof supporters, typeof visits,
];
/** Refusals are told by their shape, so that a new export of a contract file is covered without being listed here. */
type NameIn<Export> = Export extends { readonly name: infer Name extends string; readonly status: number; readonly sentence: string; readonly way: string } ? Name : never;
type NamesIn<Module> = { [Key in keyof Module]: NameIn<Module[Key]> }[keyof Module];

export type RefusalName = CommonRefusalName | { [Index in keyof Modules]: NamesIn<Modules[Index]> }[number];
export type RefusalWords = Record<`refusal.${RefusalName}.${'sentence' | 'way'}`, string>;
