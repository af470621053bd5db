/** A credential holds from its first to its last day, both included, however it is spelled. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stateOfCredential, holdsCredential } from './credentials.ts';

const held = (kind: string, validFrom = '2026-01-01', expiresOn: string | null = null) => ({ kind, validFrom, expiresOn });

describe('PEO-7 a credential is held from its first to its last day, both included, whatever its dots, spaces and case', () => {
  type Case = readonly [what: string, credentials: Parameters<typeof holdsCredential>[0], required: string, date: string, holds: boolean];
  const cases: readonly Case[] = [
    ['nothing is required of nobody', [], '', '2026-11-19', true],
    ['blanks require nothing', [], '  ', '2026-11-19', true],
    ['somebody without any', [], 'LPC', '2026-11-19', false],
    ['the very one, without an end', [held('LPC')], 'LPC', '2026-11-19', true],
    ['another one', [held('LCSW')], 'LPC', '2026-11-19', false],
    ['a longer one that begins alike', [held('LPCC')], 'LPC', '2026-11-19', false],
    ['one of several', [held('RN'), held('LPC')], 'LPC', '2026-11-19', true],
    ['small letters', [held('lpc')], 'LPC', '2026-11-19', true],
    ['dots', [held('L.P.C.')], 'LPC', '2026-11-19', true],
    ['dots in what is required', [held('LPC')], 'l. p. c.', '2026-11-19', true],
    ['spaces around and inside', [held(' LC ADC ')], 'LCADC', '2026-11-19', true],
    ['a hyphen', [held('CADC-II')], 'CADC II', '2026-11-19', true],
    ['full-width letters', [held('ＬＰＣ')], 'LPC', '2026-11-19', true],
    ['letters of another alphabet are not dropped', [held('Психолог')], 'LPC', '2026-11-19', false],
    ['on its first day', [held('LPC', '2026-11-19')], 'LPC', '2026-11-19', true],
    ['the day before its first', [held('LPC', '2026-11-20')], 'LPC', '2026-11-19', false],
    ['on its last day', [held('LPC', '2026-01-01', '2026-11-19')], 'LPC', '2026-11-19', true],
    ['the day after its last', [held('LPC', '2026-01-01', '2026-11-18')], 'LPC', '2026-11-19', false],
    ['expired, and renewed', [held('LPC', '2024-01-01', '2025-12-31'), held('LPC', '2026-01-01', '2027-12-31')], 'LPC', '2026-11-19', true],
    ['expired, and renewed too late', [held('LPC', '2024-01-01', '2026-10-31'), held('LPC', '2026-12-01')], 'LPC', '2026-11-19', false],
    ['valid, and an expired one of the kind required', [held('LCSW'), held('LPC', '2020-01-01', '2021-12-31')], 'LPC', '2026-11-19', false],
  ];
  for (const [what, credentials, required, date, holds] of cases) test(`${what}: ${holds ? 'held' : 'not held'}`, () => assert.equal(holdsCredential(credentials, required, date), holds));
});

describe('PEO-8 sixty days ahead of its last day a credential says that it ends', () => {
  type Case = readonly [validFrom: string, expiresOn: string | null, date: string, state: ReturnType<typeof stateOfCredential>];
  const cases: readonly Case[] = [
    ['2026-01-01', null, '2026-11-19', 'valid'],
    ['2026-11-19', null, '2026-11-19', 'valid'],
    ['2026-11-20', null, '2026-11-19', 'not-yet'],
    ['2026-11-20', '2026-11-25', '2026-11-19', 'not-yet'],
    ['2026-01-01', '2027-01-19', '2026-11-19', 'valid'],
    ['2026-01-01', '2027-01-18', '2026-11-19', 'expires-soon'],
    ['2026-01-01', '2026-11-19', '2026-11-19', 'expires-soon'],
    ['2026-01-01', '2026-11-18', '2026-11-19', 'expired'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'expires-soon'],
  ];
  for (const [validFrom, expiresOn, date, state] of cases) {
    test(`from ${validFrom} to ${expiresOn ?? 'no end'}, on ${date}: ${state}`, () => assert.equal(stateOfCredential({ validFrom, expiresOn }, date), state));
  }
});
