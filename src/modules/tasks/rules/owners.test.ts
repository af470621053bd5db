/** Whose a task is, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideDangerOwners, decideEscalation, decideFollowUpOwners, decideFollowing } from './owners.ts';
import type { Candidates } from './owners.ts';

const everybody: Candidates = { counselorId: 'dana', onCallId: 'omar', directorsHere: ['ruth'], directors: ['ruth', 'sol'], administrators: ['ada'] };
const said = (owners: readonly { staffId: string; because: string }[]): string => owners.map((owner) => `${owner.staffId} ${owner.because}`).join(', ');

const DANGER: readonly [what: string, candidates: Partial<Candidates>, owners: string][] = [
  ['a counselor and somebody on call', {}, 'dana counselor, omar on-call'],
  ['the counselor is on call', { onCallId: 'dana' }, 'dana counselor'],
  ['nobody on call', { onCallId: null }, 'dana counselor, ruth director'],
  ['no counselor', { counselorId: null }, 'omar on-call, ruth director'],
  ['no counselor, and the director is on call', { counselorId: null, onCallId: 'ruth' }, 'ruth on-call'],
  ['neither', { counselorId: null, onCallId: null }, 'ruth director'],
  ['neither, and no director here', { counselorId: null, onCallId: null, directorsHere: [] }, 'ruth director, sol director'],
  ['neither, and no director anywhere', { counselorId: null, onCallId: null, directorsHere: [], directors: [] }, 'ada director'],
  ['nobody on call and no director: the administrators learn nothing while a clinician knows', { onCallId: null, directorsHere: [], directors: [] }, 'dana counselor'],
];
for (const [what, candidates, owners] of DANGER) {
  test(`TSK-1 a danger task reaches the counselor and whoever is on call, and somebody always: ${what}`, () => {
    assert.equal(said(decideDangerOwners({ ...everybody, ...candidates })), owners);
  });
}

test('TSK-6 outreach and craving are the counselor\'s, else the on-call clinician\'s, else the directors\'', () => {
  assert.equal(said(decideFollowUpOwners(everybody)), 'dana counselor');
  assert.equal(said(decideFollowUpOwners({ ...everybody, counselorId: null })), 'omar on-call');
  assert.equal(said(decideFollowUpOwners({ ...everybody, counselorId: null, onCallId: null })), 'ruth director');
  assert.equal(said(decideFollowUpOwners({ ...everybody, counselorId: null, onCallId: null, directorsHere: [], directors: [] })), '');
});

test('TSK-5 danger that nobody takes goes to directors who do not have it yet, those of the site first', () => {
  assert.deepEqual(decideEscalation(everybody, ['dana', 'omar']), ['ruth']);
  assert.deepEqual(decideEscalation(everybody, ['dana', 'ruth']), ['sol']);
  assert.deepEqual(decideEscalation({ ...everybody, directorsHere: [] }, ['dana']), ['ruth', 'sol']);
  assert.deepEqual(decideEscalation(everybody, ['ruth', 'sol']), []);
});

test('TSK-12 where somebody goes, those have their danger who would have one that is marked there; the directors there too where it went to directors before', () => {
  assert.equal(said(decideFollowing(everybody, { owners: ['noor'], isPassedOn: false })), 'dana counselor, omar on-call');
  assert.equal(said(decideFollowing(everybody, { owners: ['dana'], isPassedOn: false })), 'omar on-call');
  assert.equal(said(decideFollowing(everybody, { owners: ['noor'], isPassedOn: true })), 'dana counselor, omar on-call, ruth not-taken');
  assert.equal(said(decideFollowing({ ...everybody, counselorId: null, onCallId: null }, { owners: ['noor'], isPassedOn: true })), 'ruth director');
  assert.equal(said(decideFollowing(everybody, { owners: ['dana', 'omar', 'ruth'], isPassedOn: true })), '');
});
