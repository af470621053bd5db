/** Examples of the contracts of one area: the search by name, birth date and number. */
import { NOT_OBJECTS } from './example.ts';
import type { Example } from './example.ts';

export const SEARCH_EXAMPLES: Readonly<Record<string, Example>> = {
  'people.find': {
    path: () => '/found-people', rows: [], body: () => ({ text: 'e', language: 'en' }),
    malformedBodies: [
      ...NOT_OBJECTS, () => ({}), () => ({ text: 7, language: 'en' }), () => ({ text: 'a', language: 'fr' }), () => ({ text: 'x'.repeat(121), language: 'en' }), () => ({ text: 'nul \u0000 inside', language: 'en' }),
      () => ({ text: 'half \ud800', language: 'en' }), () => ({ text: 'two\nlines', language: 'es' }),
    ],
  },
};
