/** The ground of a program: organization, sites, rooms, programs, tracks, days without sessions, curricula. */
import {
  addHoliday, addProgram, addRoom, addSite, addTrack, changeOrganization, changeProgram, changeRoom, changeSite, changeTrack, endHoliday, endProgram, endRoom, endSite, endTrack,
} from '../modules/program/ground.contract.ts';
import { addCurriculum, addFirstCurricula, changeCurriculum, endCurriculum } from '../modules/program/curricula.contract.ts';
import * as program from '../modules/program/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as settings from '../boards/program/settings.ts';
import { readCurricula, readSettings } from '../boards/program/settings.contract.ts';
import * as addingSite from '../workflows/program/add-site.ts';
import * as changingCurriculum from '../workflows/program/change-curriculum.ts';
import * as changingHolidays from '../workflows/program/change-holidays.ts';
import * as changingOrganization from '../workflows/program/change-organization.ts';
import * as changingProgram from '../workflows/program/change-program.ts';
import * as changingSite from '../workflows/program/change-site.ts';
import * as endingCurriculum from '../workflows/program/end-curriculum.ts';
import * as endingProgram from '../workflows/program/end-program.ts';
import * as endingRoom from '../workflows/program/end-room.ts';
import * as endingSite from '../workflows/program/end-site.ts';
import * as endingTrack from '../workflows/program/end-track.ts';

const SITE_NAME = { sites_name_key: 'name-taken' } as const;
const ROOM_NAME = { rooms_name_key: 'name-taken' } as const;
const PROGRAM_NAME = { programs_name_key: 'name-taken' } as const;
const TRACK_NAME = { tracks_name_key: 'name-taken' } as const;
const CURRICULUM_NAME = { curricula_name_key: 'name-taken' } as const;
const HOLIDAY = { holidays_day_key: 'day-taken' } as const;

export const SETTINGS_ROUTES: readonly Route[] = [
  route(readSettings, settings.readSettings),
  route(changeOrganization, changingOrganization.changeOrganization),
  route(addSite, addingSite.addSite, SITE_NAME),
  route(changeSite, changingSite.changeSite, SITE_NAME),
  route(endSite, endingSite.endSite),
  route(addRoom, program.addRoom, ROOM_NAME),
  route(changeRoom, program.changeRoom, ROOM_NAME),
  route(endRoom, endingRoom.endRoom),
  route(addProgram, program.addProgram, PROGRAM_NAME),
  route(changeProgram, changingProgram.changeProgram, PROGRAM_NAME),
  route(endProgram, endingProgram.endProgram),
  route(addTrack, program.addTrack, TRACK_NAME),
  route(changeTrack, program.changeTrack, TRACK_NAME),
  route(endTrack, endingTrack.endTrack, TRACK_NAME),
  route(addHoliday, changingHolidays.addHoliday, HOLIDAY),
  route(endHoliday, changingHolidays.endHoliday, HOLIDAY),
  route(readCurricula, settings.readCurricula),
  route(addCurriculum, program.addCurriculum, CURRICULUM_NAME),
  route(changeCurriculum, changingCurriculum.changeCurriculum, CURRICULUM_NAME),
  route(endCurriculum, endingCurriculum.endCurriculum, CURRICULUM_NAME),
  route(addFirstCurricula, program.addFirstCurricula),
];
