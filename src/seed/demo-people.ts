/** Who is in the demo: everybody here is invented. */
import type { NewColleague } from '../workflows/program/furnish-organization.ts';

export const SITE_NAME = 'Maple Street';

export const COLLEAGUES: readonly NewColleague[] = [
  { givenName: 'Theo', familyName: 'Okafor-Lind', credential: 'LPC', roles: ['facilitator'] },
  { givenName: 'Imogen', familyName: 'Hart', credential: 'LCSW', roles: ['director'] },
  { givenName: 'Dana', familyName: 'Whitlock', credential: 'LCADC', roles: ['counselor'] },
  { givenName: 'Ruth', familyName: 'Adeyemi', credential: '', roles: ['front-desk'] },
  { givenName: 'Marisol', familyName: 'Quintero', credential: '', roles: ['administrator'] },
];

type DemoPerson = { legalGivenName: string; legalFamilyName: string; chosenName: string | null; pronouns: string | null; birthDate: string };

export const PEOPLE: readonly DemoPerson[] = [
  { legalGivenName: 'Beatrice', legalFamilyName: 'Tamura', chosenName: 'Bea', pronouns: 'she / her', birthDate: '1988-04-11' },
  { legalGivenName: 'Kofi', legalFamilyName: 'Lartey', chosenName: null, pronouns: 'he / him', birthDate: '1979-09-30' },
  { legalGivenName: 'Orson', legalFamilyName: 'Pike', chosenName: null, pronouns: 'he / him', birthDate: '1994-01-17' },
  { legalGivenName: 'Odalys', legalFamilyName: 'Reyes', chosenName: null, pronouns: 'she / her', birthDate: '1985-12-02' },
  { legalGivenName: 'Silas', legalFamilyName: 'Monroe', chosenName: null, pronouns: 'he / him', birthDate: '2001-06-25' },
  { legalGivenName: 'Tamsin', legalFamilyName: 'Quill', chosenName: null, pronouns: 'they / them', birthDate: '1997-03-08' },
  { legalGivenName: 'Marguerite', legalFamilyName: 'Abbott', chosenName: null, pronouns: 'she / her', birthDate: '1969-10-19' },
  { legalGivenName: 'Gwendolyn', legalFamilyName: 'Hale', chosenName: 'Wren', pronouns: 'she / her', birthDate: '1990-07-14' },
  { legalGivenName: 'Desmond', legalFamilyName: 'Fry', chosenName: null, pronouns: 'he / him', birthDate: '1982-02-28' },
  { legalGivenName: 'Anselm', legalFamilyName: 'Dorr', chosenName: null, pronouns: 'he / him', birthDate: '1975-05-06' },
];

/** The people of the standing groups: with how many weeks they have been here, and which of the groups they are in. */
export const STANDING_PEOPLE: readonly (DemoPerson & { weeks: number; track: 'Morning' | 'Evening' })[] = [
  { legalGivenName: 'Agnes', legalFamilyName: 'Lindqvist', chosenName: null, pronouns: 'she / her', birthDate: '1972-08-21', weeks: 1, track: 'Morning' },
  { legalGivenName: 'Tobias', legalFamilyName: 'Ekwueme', chosenName: null, pronouns: 'he / him', birthDate: '1991-11-03', weeks: 2, track: 'Morning' },
  { legalGivenName: 'Florence', legalFamilyName: 'Iwu', chosenName: null, pronouns: 'she / her', birthDate: '1987-01-29', weeks: 3, track: 'Morning' },
  { legalGivenName: 'Dario', legalFamilyName: 'Kestrel', chosenName: null, pronouns: 'he / him', birthDate: '1999-05-12', weeks: 5, track: 'Morning' },
  { legalGivenName: 'Petronella', legalFamilyName: 'Okoro', chosenName: 'Petra', pronouns: 'she / her', birthDate: '1980-03-17', weeks: 6, track: 'Morning' },
  { legalGivenName: 'Gideon', legalFamilyName: 'Ashby', chosenName: null, pronouns: 'he / him', birthDate: '1976-12-08', weeks: 7, track: 'Morning' },
  { legalGivenName: 'Lotte', legalFamilyName: 'Wieland', chosenName: null, pronouns: 'she / her', birthDate: '1995-09-09', weeks: 1, track: 'Evening' },
  { legalGivenName: 'Rafael', legalFamilyName: 'Sandoval', chosenName: null, pronouns: 'he / him', birthDate: '1984-06-30', weeks: 2, track: 'Evening' },
  { legalGivenName: 'Cleo', legalFamilyName: 'Varga', chosenName: null, pronouns: 'they / them', birthDate: '2000-02-14', weeks: 4, track: 'Evening' },
  { legalGivenName: 'Jonah', legalFamilyName: 'Bright', chosenName: null, pronouns: 'he / him', birthDate: '1989-10-27', weeks: 5, track: 'Evening' },
  { legalGivenName: 'Sunniva', legalFamilyName: 'Rask', chosenName: null, pronouns: 'she / her', birthDate: '1993-04-04', weeks: 7, track: 'Evening' },
];

/** One sentence for each person: no two alike, and none that the stamps could belie. */
export const SENTENCES: readonly string[] = [
  'Named Sunday evening as the hour to plan for, and has asked her sister to ring at seven.',
  'Refused twice in the role play without apologizing, and laughed at how short it was.',
  'Said little at first; stayed behind to copy the map from the board.',
  'Chose the back stairs at work as the way out when the talk turns to drinking.',
  'Told the pair about the last payday, and where the choice had still been open.',
  'Held that avoiding friends is no plan, and offered to meet them for breakfast instead.',
  'Wrote two early signs on the card and will show it to her daughter on Thursday.',
  'Brought the coming work party to the group and left with three sentences to say there.',
  'Sat by the door; said that getting here had been the risky hour of the day.',
  'Listened, then helped a newer member find words for the walk past the old corner.',
  'Put a name to the restless hour before dinner, and wants to walk the dog in it.',
  'Read out the message he did not send last week; the group asked what it had cost him.',
  'Asked for the exercise to be repeated and led it the second time.',
  'Found it hard to stay in the room when money came up, and stayed.',
  'Compared two weekends side by side and marked where they had parted ways.',
  'Was sure at the start that nothing had worked, and left with a list of three things that had.',
  'Wants to tell the brother before the holiday, and practiced the first sentence.',
  'Drew the route home with one street left out.',
  'Spoke about sleep for the first time and took a diary sheet along.',
  'Offered a ride to the family evening and asked for company on the way.',
  'Changed the plan for payday: the card stays with an aunt until Monday.',
  'Did not want to take part in the pairs; wrote instead, and read two lines aloud.',
  'Named shame as the earliest sign, before any thought of using.',
  'Laughed about the old excuses and wrote the best of them on the board.',
  'Called the landlord during the break, with the sentence rehearsed here.',
  'Noticed that hunger comes first, and has put bread in the locker.',
  'Held a long silence after the question about trust, then answered it.',
  'Thinks the evening phone calls help more than the meetings, and said why.',
  'Came back to what was said on Monday and took one part of it back.',
  'Planned the wedding on Saturday hour by hour, with a way to leave at ten.',
];

const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Tokyo', 'Asia/Dubai', 'Europe/Berlin', 'America/Sao_Paulo'];
const OPENS_HOUR = 10;
const CLOSES_HOUR = 19;

/** A zone in which it is the middle of a program's day, the machine's own where that fits: a demo opened at midnight still has a group to close. */
export function waking(now: Date): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hourIn = (zone: string) => Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now));
  const fits = [own, ...ZONES].find((zone) => hourIn(zone) >= OPENS_HOUR && hourIn(zone) < CLOSES_HOUR && zone.includes('/'));
  return fits ?? 'America/New_York';
}
