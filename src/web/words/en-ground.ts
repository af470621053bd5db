/** English words for the ground of a program: settings, curricula, days without sessions; refusals of these contracts too. */
export const groundWords = {
  'refusal.name-taken.sentence': 'There is one with this name already.',
  'refusal.name-taken.way': 'Choose another name; one that has ended can be brought back under its own.',
  'refusal.day-taken.sentence': 'This day is a holiday there already.',
  'refusal.day-taken.way': 'Look at the list; nothing more is needed.',
  'refusal.still-in-use.sentence': 'It is still in use.',
  'refusal.still-in-use.way': 'Change or end what uses it first.',
  'refusal.last-site.sentence': 'This is the only site.',
  'refusal.last-site.way': 'Add another site first.',
  'refusal.zone-fixed.sentence': 'Sessions have been planned by the clock of this site, so its time zone stays.',
  'refusal.zone-fixed.way': 'Add a new site with the other zone, and end this one.',
  'refusal.kind-fixed.sentence': 'People have been admitted to this program, so its population, specialty and level stay.',
  'refusal.kind-fixed.way': 'Add a new program beside it.',
} as const;
