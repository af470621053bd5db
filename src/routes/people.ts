/** Participants and their placements. */
import { addContact, addHealthItem, changePerson, endContact, endHealthItem, registerPerson } from '../modules/people/participants.contract.ts';
import * as people from '../modules/people/index.ts';
import { admitPerson, changeLevel, changePhase, setCounselor, setTrack } from '../modules/placements/contract.ts';
import * as placements from '../modules/placements/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as list from '../boards/people/people.ts';
import { readHealth, readPeople, readPerson, readPlacementChoices } from '../boards/people/people.contract.ts';
import * as person from '../boards/people/person.ts';
import * as addingContact from '../workflows/people/add-contact.ts';
import * as addingHealthItem from '../workflows/people/add-health-item.ts';
import * as changing from '../workflows/people/change-person.ts';
import * as endingContact from '../workflows/people/end-contact.ts';
import * as endingHealthItem from '../workflows/people/end-health-item.ts';

export const PEOPLE_ROUTES: readonly Route[] = [
  route(readPeople, list.readPeople),
  route(readPlacementChoices, list.readPlacementChoices),
  route(readPerson, person.readPerson),
  route(readHealth, person.readHealth),
  route(registerPerson, people.registerPerson, { participants_number_key: 'number-taken' }),
  route(changePerson, changing.changePerson, { participants_number_key: 'number-taken' }),
  route(addContact, addingContact.addContact),
  route(endContact, endingContact.endContact),
  route(addHealthItem, addingHealthItem.addHealthItem),
  route(endHealthItem, endingHealthItem.endHealthItem),
  route(admitPerson, placements.admitPerson, { episodes_overlap_excl: 'already-admitted' }),
  route(setCounselor, placements.setCounselor),
  route(setTrack, placements.setTrack),
  route(changePhase, placements.changePhase),
  route(changeLevel, placements.changeLevel),
];
