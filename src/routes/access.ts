/** Codes and tablets. */
import { readClaims, readTablets } from '../boards/day/tablets.contract.ts';
import * as boards from '../boards/day/tablets.ts';
import { issueCode, withdrawCode } from '../modules/people/codes.contract.ts';
import { addTablet, changeTablet, endTablet, issueTabletCode, reopenClaim, settleClaim } from '../modules/tablets/contract.ts';
import * as tablets from '../modules/tablets/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as issuing from '../workflows/staff/issue-code.ts';
import * as settling from '../workflows/check-in/settle-claim.ts';
import * as withdrawing from '../workflows/staff/withdraw-code.ts';

export const ACCESS_ROUTES: readonly Route[] = [
  route(issueCode, issuing.issueCode),
  route(withdrawCode, withdrawing.withdrawCode),
  route(readTablets, boards.readTablets),
  route(addTablet, tablets.addTablet),
  route(changeTablet, tablets.changeTablet),
  route(issueTabletCode, tablets.issueTabletCode),
  route(endTablet, tablets.endTablet),
  route(readClaims, boards.readClaims),
  route(settleClaim, settling.settleClaim, { attendances_seat_key: 'seat-given-away' }),
  route(reopenClaim, tablets.reopenClaim),
];
