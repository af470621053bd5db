/** Every word that the staff app says in English, as ICU messages; the ids are the type that all other languages answer to. */
import { boardWords } from './en-boards.ts';
import { groundWords } from './en-ground.ts';
import { hoursWords } from './en-hours.ts';
import { staffWords } from './en-staff.ts';
import { peopleWords } from './en-people.ts';
import { groupsWords } from './en-groups.ts';
import { stampsWords } from './en-stamps.ts';
import { sessionDayWords } from './en-session-day.ts';
import { roomWords } from './en-room.ts';
import { signaturesWords } from './en-signatures.ts';
import { tasksWords } from './en-tasks.ts';
import { weekWords } from './en-week.ts';
import { endsWords } from './en-ends.ts';
import { accessWords } from './en-access.ts';
import { searchWords } from './en-search.ts';
import { plansWords } from './en-plans.ts';
import { supportersWords } from './en-supporters.ts';
import { recordWords } from './en-record.ts';
import { personNotesWords } from './en-person-notes.ts';
import { papersWords } from './en-papers.ts';
import { errandsWords } from './en-errands.ts';
import { refusalWords } from './en-refusals.ts';
import type { RefusalWords } from './refusal-names.ts';

const frameWords = {
  'again': 'Try again',
  'choose': 'Choose',
  'kept.say': 'This is what you typed before; it is not saved.',
  'kept.afresh': 'Start afresh',
  'close': 'Close',
  'open': 'Open',
  'undo': 'Undo',
  'waiting': 'Loading',
  'language': 'Language',
  'minutes': '{minutes} min',
  'minutes.clinical': '{minutes} clinical minutes',
  'notice.reference': 'Reference: {reference}',
  'offline.sentence': 'There is no network just now.',
  'offline.way': 'Nothing was sent. Try again when it is back.',
  'live.as-of': 'As of {time}',
  'live.live': 'Live, as of {time}',
  'live.stale': 'As of {time}, connecting',
  'live.old': 'You are looking at {time}. Check the network.',
  'top.skip': 'Skip to content',
  'top.brand': '{organization}, today',
  'top.rooms': 'Rooms',
  'top.bottom': 'Rooms, below',
  'top.demo.label': 'About this program',
  'top.demo': '{organization} is a fictional program. Nobody here is real.',
  'room.today': 'Today',
  'room.groups': 'Groups',
  'room.people': 'People',
  'room.hours': 'Hours',
  'room.program': 'Program',
  'saving': 'Saving',
  'program.window': '{page} · Stepdown',
  'program.pages': 'Pages of the program',
  'program.ground': 'Sites and rooms',
  'program.programs': 'Programs and tracks',
  'program.paths': 'Paths',
  'program.hours': 'Hours rules',
  'program.curricula': 'Curricula',
  'program.holidays': 'Holidays',
  'program.staff': 'Staff',
  'program.on-call': 'On call',
  'program.day-rules': 'Figures of the day',
  'program.tablets': 'Tablets',
  'me.open': 'Language and sign-out',
  'me.leave': 'Sign out',
  'unread.title': 'This could not be read',
  'not-yours.title': 'This page is not yours to read',
  'not-yours.ask-director': 'Ask a director, or somebody whose role it is.',
  'not-yours.back': 'Go back',
  'nowhere.title': 'Nothing is here',
  'nowhere.say': 'This address leads to no page. It may have been typed with a mistake, or the page has moved.',
  'nowhere.way': 'Go to today',
  'error.title': 'This page could not be shown',
  'error.sentence': 'Something on this page broke.',
  'error.way': 'What you typed is kept. Load the page again; if it happens twice, tell your administrator the reference.',
  'error.reload': 'Load again',
  'keys.title': 'Keys on this screen',
  'keys.single': 'Single letters work outside fields',
  'key.help': 'this list',
  'key.undo': 'take the last act back',
  'key.today': 'today',
  'key.check-in': 'check somebody in',
  'key.day-before': 'day before',
  'key.day-after': 'day after',
  'key.week-before': 'week before',
  'key.week-after': 'week after',
  'key.up': 'person above',
  'key.down': 'person below',
  'key.chips': 'participation chips',
  'key.chips-writing': 'participation chips while you write',
  'key.write': 'write the sentence',
  'key.write-next': 'in a sentence: on to the next person’s',
  'key.row': 'back to the row',
  'key.craving': 'craving',
  'key.practice': 'own practice',
  'key.hold-out': 'hold this person out, or take in again',
  'key.next': 'next to finish',
  'key.sign': 'sign what is ready',
  'door.window': 'Sign in',
  'door.title': 'Sign in',
  'door.kept': 'Then you are back on the same page. What you typed is kept.',
  'door.email': 'Email address',
  'door.password': 'Password',
  'door.enter': 'Sign in',
  'door.demo.title': 'Who would you like to be?',
  'door.demo.say': 'This is a demo. The program, its staff and its participants are made up.',
  'door.first.title': 'Set up this server',
  'door.first.say': 'You become its first administrator. Everybody else is invited later.',
  'door.first.code': 'Code from the terminal',
  'door.first.code.hint': 'The terminal that started the server shows it under the address.',
  'door.first.organization': 'Name of your organization',
  'door.first.site': 'First site',
  'door.first.zone': 'Time zone of this site',
  'door.first.given': 'Given name',
  'door.first.family': 'Family name',
  'door.first.password.hint': 'At least 12 characters. A few words in a row are good.',
  'door.first.create': 'Create the organization',
  'role.director': 'Program director',
  'role.supervisor': 'Clinical supervisor',
  'role.facilitator': 'Group facilitator',
  'role.counselor': 'Primary counselor',
  'role.admissions': 'Admissions',
  'role.front-desk': 'Front desk',
  'role.biller': 'Biller',
  'role.administrator': 'Administrator',
  'role.privacy-officer': 'Privacy officer',
} as const;

export const en = {
  ...frameWords, ...boardWords, ...refusalWords, ...groundWords, ...hoursWords, ...staffWords, ...peopleWords, ...groupsWords, ...stampsWords, ...sessionDayWords, ...roomWords, ...signaturesWords, ...tasksWords, ...weekWords, ...endsWords, ...accessWords, ...errandsWords, ...papersWords, ...personNotesWords, ...recordWords, ...supportersWords, ...plansWords, ...searchWords,
} as const satisfies Record<string, string> & RefusalWords;
export type WordId = keyof typeof en;
