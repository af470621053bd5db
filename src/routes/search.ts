/** What the program answers about the search by name, birth date and number. */
import { findPeople as contract } from '../boards/people/find-people.contract.ts';
import { findPeople } from '../boards/people/find-people.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';

export const SEARCH_ROUTES: readonly Route[] = [
  route(contract, findPeople),
];
