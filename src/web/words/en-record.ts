/** Words of one area in English: the page of a person: overview, timeline, what comes next. */
export const recordWords = {
  'record.tabs': 'Pages of this person',
  'record.tab.overview': 'Overview',
  'record.tab.hours': 'Hours',
  'record.tab.notes': 'Notes',
  'record.tab.plan': 'Plan',
  'record.tab.contacts': 'Contacts and tasks',
  'record.tab.details': 'Details',
};
