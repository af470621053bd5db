/** Plans of the demo's people: invented, each goal in the person's own words, with what staff do toward it. */
type DemoObjective = { readonly text: string; /** Days from the day on which it is written; null where none is said. */ readonly inDays: number | null };
type DemoIntervention = { readonly text: string; readonly frequency: string; /** Who answers; null for the whole team. */ readonly by: 'Dana' | 'Theo' | null };
export type DemoGoal = { readonly problem: string; readonly ownWords: string; readonly objectives: readonly [DemoObjective, DemoObjective]; readonly interventions: readonly DemoIntervention[] };

const GOALS: readonly DemoGoal[] = [
  {
    problem: 'Drinks in the evenings at home, most of all on Sundays.', ownWords: 'I want my evenings back, and my girls to stop checking on me.',
    objectives: [{ text: 'Knows three early signs and writes down when one comes', inDays: 10 }, { text: 'Has somebody to call on Sunday evening, four weeks in a row', inDays: 28 }],
    interventions: [{ text: 'Relapse prevention group: early signs, refusal practice', frequency: 'three times a week', by: 'Theo' }, { text: 'Individual hour: a written plan for Sunday evening', frequency: 'once a week, 50 minutes', by: 'Dana' }],
  },
  {
    problem: 'Uses after work with the same two colleagues.', ownWords: 'I want to say no in one sentence and still have friends there.',
    objectives: [{ text: 'Says no in one sentence in two role plays', inDays: 7 }, { text: 'Goes straight home on three paydays', inDays: 42 }],
    interventions: [{ text: 'Role play of one refusal in the group', frequency: 'once a week', by: 'Theo' }, { text: 'A call on payday afternoon', frequency: 'every second Friday', by: 'Dana' }],
  },
  {
    problem: 'Sleeps four hours and uses to get through the day.', ownWords: 'I want to wake up and not owe the day anything.',
    objectives: [{ text: 'Keeps the same bedtime on five nights of a week', inDays: 21 }, { text: 'Tells the group before a night goes wrong, not after', inDays: null }],
    interventions: [{ text: 'Sleep diary, read together', frequency: 'once a week', by: 'Dana' }, { text: 'Asks about the night at the opening of each group', frequency: 'each session', by: null }],
  },
  {
    problem: 'Has lost touch with a son since last winter.', ownWords: 'I want him to pick up when I call.',
    objectives: [{ text: 'Writes one letter a week, sent or not', inDays: 14 }, { text: 'Brings one person who matters to a family evening', inDays: 35 }],
    interventions: [{ text: 'Family session with whoever is invited', frequency: 'every second week', by: 'Dana' }],
  },
  {
    problem: 'Panics on buses and in queues, and drinks before them.', ownWords: 'I want to get here without a drink in me.',
    objectives: [{ text: 'Rides two stops further each week', inDays: 28 }, { text: 'Uses the breathing practice before the door, not after', inDays: 14 }],
    interventions: [{ text: 'Breathing practice at the start of the group', frequency: 'each session, 5 minutes', by: 'Theo' }, { text: 'One ride together, from the stop to the door', frequency: 'once a week for three weeks', by: 'Dana' }],
  },
];

/** Whoever comes after the first five wants the like, in words of their own. */
const OTHER_WORDS: readonly Pick<DemoGoal, 'problem' | 'ownWords'>[] = [
  { problem: 'Drinks after the late shift, alone in the kitchen.', ownWords: 'I want to come home and just be tired.' },
  { problem: 'Is offered something on every building site.', ownWords: 'I want them to stop asking because they know the answer.' },
  { problem: 'Lies awake until four and takes what helps at once.', ownWords: 'I want to trust a night again.' },
  { problem: 'A daughter has not visited since spring.', ownWords: 'I want to be somebody she brings her friends to.' },
  { problem: 'Avoids crowded rooms, or drinks to bear them.', ownWords: 'I want to stand in a line like everybody else.' },
  { problem: 'Opens a bottle when the house goes quiet.', ownWords: 'I want to hear a quiet house and like it.' },
  { problem: 'Uses with an old friend each time they meet.', ownWords: 'I want to keep him and lose the rest.' },
  { problem: 'Turned day and night around last year.', ownWords: 'I want to see mornings with a clear head.' },
  { problem: 'Speaks with a brother only through their mother.', ownWords: 'I want to say sorry and be believed.' },
  { problem: 'Has not taken a train without a drink in two years.', ownWords: 'I want to visit my aunt by myself.' },
  { problem: 'Sundays after the children leave are the hardest.', ownWords: 'I want Sunday to be a day and not a test.' },
  { problem: 'Payday ends at the same counter.', ownWords: 'I want to see my money on Tuesday.' },
  { problem: 'Wakes at three with a racing heart.', ownWords: 'I want to sleep next to somebody without a plan.' },
  { problem: 'Missed a grandson’s first year.', ownWords: 'I want to be in the next photograph.' },
];

/** The goal of the nth person: no two in the same words. */
export function goalOf(index: number): DemoGoal | undefined {
  const goal = GOALS[index % GOALS.length];
  return goal === undefined ? undefined : { ...goal, ...OTHER_WORDS[index - GOALS.length] };
}
