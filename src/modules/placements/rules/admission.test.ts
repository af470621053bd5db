/** Admissions and changes that can and cannot be: tables of cases. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { decideAdmission, decideDay, findPhase } from './admission.ts';
import type { AdmissionAsked, AdmissionFacts } from './admission.ts';

const day = (text: string) => text as CivilDate;
const TODAY = day('2026-11-19');
const phase = (level: string) => ({ name: level, weeks: 4, level });
const path = { pathVersionId: 'v2', programId: 'p', hasEnded: false, phases: [phase('php'), phase('iop')] };
const FACTS: AdmissionFacts = { program: { level: 'iop', hasEnded: false }, site: { hasEnded: false }, track: { programId: 'p', siteId: 's', hasEnded: false }, path, worksHere: true };
const ASKED: AdmissionAsked = { programId: 'p', siteId: 's', trackId: 't', pathId: 'w', counselorId: 'c', level: null, admittedOn: TODAY };
const BARE: AdmissionAsked = { ...ASKED, trackId: null, pathId: null, counselorId: null };
const bare: AdmissionFacts = { ...FACTS, track: null, path: null, worksHere: false };

describe('PLA-6 an admission names a program, site, track, path and counselor that go together', () => {
  type Case = readonly [what: string, facts: AdmissionFacts, asked: AdmissionAsked, said: string];
  const cases: readonly Case[] = [
    ['everything given: the level of the first phase', FACTS, ASKED, 'php v2'],
    ['a level given', FACTS, { ...ASKED, level: 'outpatient' }, 'outpatient v2'],
    ['nothing but a program: its own level', bare, BARE, 'iop none'],
    ['sixty days ahead', bare, { ...BARE, admittedOn: day('2027-01-18') }, 'iop none'],
    ['sixty-one days ahead', bare, { ...BARE, admittedOn: day('2027-01-19') }, 'day-too-far'],
    ['years ago', bare, { ...BARE, admittedOn: day('2020-01-01') }, 'iop none'],
    ['a program that has ended', { ...FACTS, program: { level: 'iop', hasEnded: true } }, ASKED, 'no-longer-run'],
    ['a site that has ended', { ...FACTS, site: { hasEnded: true } }, ASKED, 'no-longer-run'],
    ['no such track', { ...FACTS, track: null }, ASKED, 'track-elsewhere'],
    ['a track of another program', { ...FACTS, track: { programId: 'q', siteId: 's', hasEnded: false } }, ASKED, 'track-elsewhere'],
    ['a track of another site', { ...FACTS, track: { programId: 'p', siteId: 'z', hasEnded: false } }, ASKED, 'track-elsewhere'],
    ['a track that has ended', { ...FACTS, track: { programId: 'p', siteId: 's', hasEnded: true } }, ASKED, 'track-elsewhere'],
    ['no such path', { ...FACTS, path: null }, ASKED, 'path-not-here'],
    ['a path that has ended', { ...FACTS, path: { ...path, hasEnded: true } }, ASKED, 'path-not-here'],
    ['a path of another program', { ...FACTS, path: { ...path, programId: 'q' } }, ASKED, 'path-not-here'],
    ['a path without phases', { ...FACTS, path: { ...path, phases: [] } }, ASKED, 'path-not-here'],
    ['a colleague of another site', { ...FACTS, worksHere: false }, ASKED, 'counselor-not-here'],
  ];
  for (const [what, facts, asked, said] of cases) {
    test(`${what}: ${said}`, () => {
      const decided = decideAdmission(facts, asked, TODAY, 60);
      assert.equal('refused' in decided ? decided.refused : `${decided.value.level} ${decided.value.pathVersionId ?? 'none'}`, said);
    });
  }
});

describe('a change begins on a day of the episode, at most sixty days ahead', () => {
  const cases = [
    ['2026-10-12', null, '2026-10-12', null], ['2026-10-12', null, '2026-10-11', 'day-outside-episode'], ['2026-10-12', '2026-11-30', '2026-11-30', null],
    ['2026-10-12', '2026-11-30', '2026-12-01', 'day-outside-episode'], ['2026-10-12', null, '2027-01-18', null], ['2026-10-12', null, '2027-01-19', 'day-too-far'],
  ] as const;
  for (const [admitted, ended, from, said] of cases) {
    test(`${admitted} to ${ended ?? 'open'}, from ${from}: ${said ?? 'yes'}`, () =>
      assert.equal(decideDay({ admittedOn: day(admitted), endedOn: ended === null ? null : day(ended) }, day(from), TODAY, 60), said));
  }
});

describe('a phase is one of a path of the program; a path that has ended goes on for those on it', () => {
  const ended = { ...path, hasEnded: true };
  const cases = [
    [path, 2, 'p', false, 'iop'], [path, 3, 'p', false, null], [path, 1, 'q', false, null], [null, 1, 'p', false, null], [ended, 2, 'p', false, null], [ended, 2, 'p', true, 'iop'],
  ] as const;
  for (const [asked, no, programId, isOnPath, level] of cases) {
    test(`phase ${no} of ${asked === null ? 'no path' : asked.hasEnded ? 'an ended path' : 'a path'}, program ${programId}, ${isOnPath ? 'on it' : 'not on it'}: ${level ?? 'none'}`, () =>
      assert.equal(findPhase(asked, no, { programId, isOnPath })?.level ?? null, level));
  }
});
