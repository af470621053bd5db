/** What the door needs to know of the program, handed in by it: platform itself knows no organization's tables. */
import type { CivilDate } from '../../values/civil-date.ts';
import type { Statement } from './store.ts';

export type RoleCard = { accountId: string; name: string; role: string; credential: string };
export type Doors = { allDemo: boolean; anyOrganization: boolean; organizationName: string | null; roleCards: RoleCard[] };
export type FirstAdministrator = { organizationName: string; siteName: string; timeZone: string; givenName: string; familyName: string; email: string };
/** An organization, and the row there as which an account acts. */
export type Seated = { orgId: string; actorId: string };

/** Whether somebody works there now, will from a day on, or does no more (also: may have no account of one's own, as in a demo). */
export type Standing = { readonly state: 'working'; readonly name: string } | { readonly state: 'ahead'; readonly name: string; readonly startsOn: CivilDate } | { readonly state: 'gone' };

export type Program = {
  doors(): Promise<Doors>;
  /** Without it everybody counts as working. */
  standing?(seated: Seated): Promise<Standing>;
  /**
   * Makes a real organization, its first site and its first administrator, in one transaction. Running the statement that `seat` gives
   * inside that transaction joins the account in the same moment, so that a crash cannot leave an organization which nobody may enter.
   */
  furnish(first: FirstAdministrator, seat: (seated: Seated) => Statement): Promise<Seated>;
};
