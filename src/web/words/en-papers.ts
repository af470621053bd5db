/** Words of one area in English: papers of the day: slips, rosters, day sheet. */
export const papersWords = {
  'papers.window': 'Paper',
  'papers.print': 'Print',
  'papers.as-of': 'As of {time}, printed by {name}',
  'key.print': 'Print this page',
};
