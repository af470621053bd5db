/** The day: who is signed in, today, the group room, the hours ledger, stamps, drafts, signing. */
import { stampArrival, stampLeaving, takeBackStamp } from '../modules/attendance/contract.ts';
import { savePersonDraft, saveSharedDraft, signGroup } from '../modules/notes/contract.ts';
import { readMe } from '../modules/people/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as groupRoom from '../boards/group-room.ts';
import { readGroupRoom } from '../boards/group-room.contract.ts';
import * as hoursLedger from '../boards/hours-ledger.ts';
import { readHoursLedger } from '../boards/hours-ledger.contract.ts';
import * as me from '../boards/me.ts';
import * as today from '../boards/today.ts';
import { readToday } from '../boards/today.contract.ts';
import * as drafts from '../workflows/save-draft.ts';
import * as signing from '../workflows/sign-group-note.ts';
import * as arrival from '../workflows/stamp-arrival.ts';
import * as leaving from '../workflows/stamp-leaving.ts';
import * as takingBack from '../workflows/take-back-stamp.ts';

export const DAY_ROUTES: readonly Route[] = [
  route(readMe, me.readMe),
  route(readToday, today.readToday),
  route(readGroupRoom, groupRoom.readGroupRoom),
  route(readHoursLedger, hoursLedger.readHoursLedger),
  route(stampArrival, arrival.stampArrival, { attendances_seat_key: 'session-full' }),
  route(stampLeaving, leaving.stampLeaving),
  route(takeBackStamp, takingBack.takeBackStamp),
  route(saveSharedDraft, drafts.saveSharedDraft),
  route(savePersonDraft, drafts.savePersonDraft),
  route(signGroup, signing.signGroupNote, { notes_person_key: 'signed-before' }),
];
