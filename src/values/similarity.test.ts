/** Proves that the figure is the one PostgreSQL gives, and what is taken out first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { likenessAmong, similarity } from './similarity.ts';

/* Each figure was asked of similarity() in PostgreSQL 15 with pg_trgm, and stands here in whole percent, rounded down. Of words with accents
   its answer depends on the locale of the database; here an accented letter is always a letter. */
const ASKED: readonly (readonly [one: string, other: string, percent: number])[] = [
  ['word', 'two words', 36],
  ['Named Sunday evening as her hour.', 'Named Sunday evening as her hour.', 100],
  ['Was engaged and identified one high-risk situation for the coming week.', 'Was engaged and identified one high-risk situation for this weekend.', 78],
  ['Named Sunday evening as her hour; has asked her sister to ring at seven.', 'Held that avoiding friends is not a plan; proposed meeting them for breakfast instead.', 8],
  ['Sat by the door.', 'sat BY the door!!', 100],
  ['a', 'b', 0],
  ['7 of 10', '10 of 7', 100],
  ['one two', 'two one', 100],
];

describe('the figure is that of pg_trgm', () => {
  for (const [one, other, percent] of ASKED) {
    test(`${percent} %: ${one} / ${other}`, () => assert.deepEqual([similarity(one, other), similarity(other, one)], [percent, percent]));
  }
  test('an accented letter is a letter of its own', () => assert.equal(similarity('sí', 'si'), 20));
  test('an accent written as a sign of its own is the same letter', () => assert.equal(similarity('Dijo s\u00ed', 'Dijo si\u0301'), 100));
});

describe('what is taken out says nothing about how it was written', () => {
  const without = new Set(['silas', 'marguerite', 'quiet']);
  test('two sentences that differ by the name only are the same sentence', () => assert.equal(similarity('Silas made a plan.', 'Márguerite made a plan.', without), 100));
  test('a chip said again in words makes nobody individual', () => assert.equal(similarity('Made a plan, quiet.', 'Made a plan.', without), 100));
  test('nothing of one’s own left in both is the same; in one only, different', () => {
    assert.equal(similarity('Quiet.', 'Silas quiet', without), 100);
    assert.equal(similarity('Quiet.', 'Made a plan.', without), 0);
  });
});

describe('the most alike of several', () => {
  const others = [{ id: 'b', text: 'Made a plan for Sunday.' }, { id: 'a', text: 'Made a plan for Sunday!' }, { id: 'c', text: ' ' }, { id: 'd', text: 'Left early.' }];
  const ask = (sentence: string, today: typeof others) => likenessAmong({ today, before: new Map(), without: new Set() })('me', sentence);
  test('of two as alike the first by id, whatever their order', () => {
    for (const list of [others, others.toReversed()]) assert.deepEqual(ask('Made a plan for Sunday', list), { percent: 100, id: 'a' });
  });
  test('nothing to compare with is no figure, not zero', () => assert.equal(ask('Made a plan.', [{ id: 'c', text: ' \n' }]), null));
});

describe('a sentence is compared with those of everybody else today and with the same person’s before', () => {
  const around = {
    today: [
      { id: 'silas', text: 'Silas was engaged and named one hard hour.' },
      { id: 'marguerite', text: 'Marguerite was engaged and named one hard hour.' },
      { id: 'tamsin', text: 'Held that avoiding friends is not a plan.' },
      { id: 'wren', text: '' },
    ],
    before: new Map([['tamsin', [{ id: 'note 3', text: 'Held that avoiding friends is no plan at all.' }, { id: 'note 2', text: 'Came late.' }]]]),
    without: new Set(['silas', 'marguerite', 'tamsin', 'wren', 'quiet']),
  };
  type Case = readonly [what: string, person: string, sentence: string, expected: { percent: number; id: string } | null];
  const cases: readonly Case[] = [
    ['the same sentence about somebody else, but for the name', 'silas', 'Silas was engaged and named one hard hour.', { percent: 100, id: 'marguerite' }],
    ['the same with a chip said again in words', 'silas', 'Quiet, was engaged and named one hard hour.', { percent: 100, id: 'marguerite' }],
    ['one’s own earlier sentence', 'tamsin', 'Held that avoiding friends is no plan at all.', { percent: 100, id: 'note 3' }],
    ['nobody is compared with the own sentence of today', 'tamsin', 'Zoology.', { percent: 0, id: 'marguerite' }],
  ];
  for (const [what, person, sentence, expected] of cases) test(what, () => assert.deepEqual(likenessAmong(around)(person, sentence), expected));

  test('the only sentence of the first day has no figure', () => {
    assert.equal(likenessAmong({ today: [{ id: 'wren', text: 'Brought the example.' }], before: new Map(), without: new Set() })('wren', 'Brought the example.'), null);
  });
});
