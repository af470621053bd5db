/** No order of arrivals, absences, make-ups and seats given away seats one person more than the room has seats. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMinutes } from '../../../values/minutes.ts';
import { decideSeat, decideWalkIn } from './seating.ts';
import type { Seated } from './seating.ts';

const START = new Date('2026-11-19T09:00:00Z');
const session = { plannedStart: START, heldEnd: addMinutes(START, 60), isCanceled: false, capacity: 10 };
const OWN_SEATS = 10;
const who = fc.integer({ min: 0, max: 15 });

type Step =
  | { act: 'arrive'; who: number; anyway: boolean } | { act: 'absent'; who: number } | { act: 'expected'; who: number } | { act: 'walk-in'; who: number; of: number | null; anyway: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('arrive' as const), who, anyway: fc.boolean() }),
  fc.record({ act: fc.constant('absent' as const), who }),
  fc.record({ act: fc.constant('expected' as const), who }),
  fc.record({ act: fc.constant('walk-in' as const), who, of: fc.option(who), anyway: fc.boolean() }),
);

const own = (person: number): number | null => (person < OWN_SEATS ? person + 1 : null);

/** One act on the roster, as the workflows carry it out: decided by the rules, refused or written. */
function carry(roster: Map<number, Seated>, one: Step, now: Date): void {
  const put = (person: number, seatNo: number | null, state: Seated['state']): void => void roster.set(person, { participantId: String(person), seatNo, state });
  const here = roster.get(one.who);
  const others = [...roster].filter(([person]) => person !== one.who).map(([, seated]) => seated);
  switch (one.act) {
    case 'arrive': {
      if (here === undefined || here.state === 'present') return;
      const decided = decideSeat(own(one.who), session.capacity, others, one.anyway ? 'Insists' : null);
      if ('value' in decided) put(one.who, decided.value.seatNo, 'present');
      return;
    }
    case 'absent': if (here?.state === 'awaited') put(one.who, own(one.who), 'absent'); return;
    case 'expected': if (here?.state === 'absent' && !others.some(({ seatNo, state }) => seatNo === own(one.who) && state !== 'absent')) put(one.who, own(one.who), 'awaited'); return;
    case 'walk-in': {
      const asked = { participantId: String(one.who), giveAwaySeatOf: one.of === null ? null : String(one.of), overCapReason: one.of === null && one.anyway ? 'Insists' : null };
      const decided = decideWalkIn({ session, graceMinutes: 20, hasOpenEpisode: true, elsewhere: null, roster: [...roster.values()] }, asked, now);
      if (!('value' in decided)) return;
      if (decided.value.absent !== null) put(Number(decided.value.absent), own(Number(decided.value.absent)), 'absent');
      put(one.who, decided.value.seatNo, 'present');
    }
  }
}

test('ATT-15 in every order of acts each seat has one person at most, and an eleventh body is in the room only with a reason', () => {
  fc.assert(fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 59 })), { maxLength: 60 }), (steps) => {
    const roster = new Map<number, Seated>(Array.from({ length: OWN_SEATS }, (_, person) => [person, { participantId: String(person), seatNo: own(person), state: 'awaited' }]));
    for (const [one, minute] of steps) {
      const seatedBefore = [...roster.values()].filter(({ state, seatNo }) => state === 'present' && seatNo !== null).length;
      const bodiesBefore = [...roster.values()].filter(({ state }) => state === 'present').length;
      carry(roster, one, addMinutes(START, minute));
      const present = [...roster.values()].filter(({ state }) => state === 'present');
      const seats = present.flatMap(({ seatNo }) => (seatNo === null ? [] : [seatNo]));
      assert.equal(new Set(seats).size, seats.length, 'two people on one seat');
      assert.ok(seats.every((seat) => seat >= 1 && seat <= session.capacity), 'a seat that the room has not');
      // A walk-in without a reason never makes the room fuller than its seats.
      if (one.act === 'walk-in' && !one.anyway && present.length > bodiesBefore && seats.length > seatedBefore) assert.ok(present.length <= session.capacity, 'an eleventh person was seated');
    }
  }), { numRuns: 400 });
});
