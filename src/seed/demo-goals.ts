/** Goals of the demo's people: invented, each in the person's own words. */
export const GOALS: readonly { readonly problem: string; readonly ownWords: string; readonly objectives: readonly [string, string] }[] = [
  { problem: 'Drinks in the evenings at home, most of all on Sundays.', ownWords: 'I want my evenings back, and my girls to stop checking on me.', objectives: ['Knows three early signs and writes down when one comes', 'Has somebody to call on Sunday evening, four weeks in a row'] },
  { problem: 'Uses after work with the same two colleagues.', ownWords: 'I want to say no in one sentence and still have friends there.', objectives: ['Says no in one sentence in two role plays', 'Goes straight home on three paydays'] },
  { problem: 'Sleeps four hours and uses to get through the day.', ownWords: 'I want to wake up and not owe the day anything.', objectives: ['Keeps the same bedtime on five nights of a week', 'Tells the group before a night goes wrong, not after'] },
  { problem: 'Has lost touch with a son since last winter.', ownWords: 'I want him to pick up when I call.', objectives: ['Writes one letter a week, sent or not', 'Brings one person who matters to a family evening'] },
  { problem: 'Panics on buses and in queues, and drinks before them.', ownWords: 'I want to get here without a drink in me.', objectives: ['Rides two stops further each week', 'Uses the breathing practice before the door, not after'] },
];
