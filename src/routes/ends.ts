/** Discharge, transfer, readmission. */
import * as former from '../boards/people/former.ts';
import { readEnding, readFormer } from '../boards/people/people.contract.ts';
import { discharge, transfer, undoDischarge } from '../modules/placements/ends.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as discharging from '../workflows/people/discharge.ts';
import * as transferring from '../workflows/people/transfer.ts';
import * as undoing from '../workflows/people/undo-discharge.ts';

export const ENDS_ROUTES: readonly Route[] = [
  route(readEnding, former.readEnding),
  route(readFormer, former.readFormer),
  route(discharge, discharging.discharge, { discharges_episode_key: 'already-discharged' }),
  route(undoDischarge, undoing.undoDischarge, {
    episodes_overlap_excl: 'admitted-again', enrollments_seat_excl: 'seat-taken-meanwhile', enrollments_person_excl: 'seat-taken-meanwhile', session_bookings_seat_key: 'seat-taken-meanwhile',
    session_bookings_person_key: 'seat-taken-meanwhile',
  }),
  route(transfer, transferring.transfer, { discharges_episode_key: 'already-discharged', episodes_overlap_excl: 'already-admitted' }),
];
