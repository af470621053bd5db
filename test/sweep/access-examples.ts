/** Examples of the contracts of one area: codes and tablets. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const said = { name: 'Upstairs', roomId: null, listsNames: false };
const wrongSaid = [{ name: ' ' }, { name: 'x'.repeat(81) }, { name: 'two\nlines' }, { name: 'nul \u0000 inside' }, { roomId: 'x' }, { roomId: undefined }, { listsNames: 'yes' }];
const arrived = ({ pastSessionId, participantId }: Where) => ({ as: 'arrived', who: { sessionId: pastSessionId, participantId } });

export const ACCESS_EXAMPLES: Readonly<Record<string, Example>> = {
  'staff.issue-code': { path: ({ staffId }) => `/staff/${staffId}/code`, body: () => ({}), rows: ['staffId'], reach: 'organization', malformedBodies: [] },
  'staff.withdraw-code': { path: ({ staffId }) => `/staff/${staffId}/code/withdraw`, body: () => ({}), rows: ['staffId'], reach: 'organization', malformedBodies: [] },
  'tablets.read-list': {
    path: ({ siteId }) => `/boards/tablets?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/boards/tablets', ({ siteId }) => `/boards/tablets?siteId=${siteId}&siteId=${siteId}`],
  },
  'tablets.add': {
    path: ({ siteId }) => `/sites/${siteId}/tablets`, body: ({ roomId }) => ({ ...said, roomId }), rows: ['siteId'], within: { id: 'roomId', refusal: 'room-gone' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...wrongSaid.map((wrong) => () => ({ ...said, ...wrong }))],
  },
  'tablets.change': {
    path: ({ tabletId }) => `/tablets/${tabletId}`, body: () => ({ ...said, version: 0 }), rows: ['tabletId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => said, ...[-1, 0.5, '0', 2 ** 31].map((version) => () => ({ ...said, version })), ...wrongSaid.map((wrong) => () => ({ ...said, version: 0, ...wrong }))],
  },
  'tablets.issue-code': { path: ({ tabletId }) => `/tablets/${tabletId}/code`, body: () => ({}), rows: ['tabletId'], malformedBodies: [] },
  'tablets.end': { path: ({ tabletId }) => `/tablets/${tabletId}/end`, body: () => ({ ends: false }), rows: ['tabletId'], malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' })] },
  'tablets.read-claims': {
    path: ({ siteId }) => `/boards/claims?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/boards/claims', ({ siteId }) => `/boards/claims?siteId=${siteId}&siteId=${siteId}`],
  },
  // The past session's note is signed, so nobody is stamped in and the claim waits for the next role.
  'tablets.settle-claim': {
    path: ({ claimId }) => `/claims/${claimId}/settle`, body: arrived, rows: ['claimId'], within: { id: 'participantId', refusal: 'not-found' },
    malformedBodies: [
      ...NOT_OBJECTS, () => ({}), () => ({ as: 'gone' }), () => ({ as: 'arrived', at: 'now' }), ({ participantId }) => ({ as: 'arrived', who: { participantId } }), ({ pastSessionId }) => ({ as: 'arrived', who: { sessionId: pastSessionId, participantId: 'x' } }),
    ],
  },
  'tablets.reopen-claim': { path: ({ claimId }) => `/claims/${claimId}/reopen`, body: () => ({}), rows: ['claimId'], malformedBodies: [] },
};
