/** What the program answers about supporters: permissions to attend and visits. */
import { supporterCame, takeBackVisit } from '../modules/attendance/visits.contract.ts';
import { endPermission, permitSupporter } from '../modules/people/supporters.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as visitors from '../boards/day/visitors.ts';
import { readVisitors } from '../boards/day/visitors.contract.ts';
import * as supporters from '../boards/people/supporters.ts';
import { readSupporters } from '../boards/people/supporters.contract.ts';
import * as coming from '../workflows/check-in/supporter-came.ts';
import * as takingBack from '../workflows/check-in/take-back-visit.ts';
import * as ending from '../workflows/people/end-permission.ts';
import * as permitting from '../workflows/people/permit-supporter.ts';

export const SUPPORTERS_ROUTES: readonly Route[] = [
  route(readSupporters, supporters.readSupporters),
  route(permitSupporter, permitting.permitSupporter, { supporter_permissions_contact_key: 'permitted-already' }),
  route(endPermission, ending.endPermission, { supporter_permissions_contact_key: 'permitted-already' }),
  route(readVisitors, visitors.readVisitors),
  route(supporterCame, coming.supporterCame),
  route(takeBackVisit, takingBack.takeBackVisit),
];
