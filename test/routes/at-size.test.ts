/** Years of records and thousands of people change nothing in what an answer costs: the same statements, and no more rows than it is about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { furnishMany } from '../support/many.ts';
import type { Many } from '../support/many.ts';
import { answeredWith, readingOf } from '../support/reading.ts';
import type { Reading } from '../support/reading.ts';
import { OF_PERSON, OF_SITE, asking } from '../support/reads.ts';

type After = { after(work: () => Promise<void>): void };
type Stage = { house: House; clinic: Organization };

async function stageOf(t: After, many: Many): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Maple', 10);
  await furnishMany(house, clinic, many);
  house.clock.advance(40);
  return { house, clinic };
}

test('who has five hundred sessions is read with as many statements as who has one', async (t) => {
  const { house, clinic } = await stageOf(t, {});
  const [one, many] = [clinic.people[0], clinic.people[1]];
  assert.ok(one !== undefined && many !== undefined);
  await furnishMany(house, clinic, { record: { of: [one], sessionsEach: 1, contactNotes: 1, tasks: 1 } });
  await furnishMany(house, clinic, { record: { of: [many], sessionsEach: 500 } });
  for (const read of OF_PERSON) {
    const ask = await house.as(clinic, read.role);
    const few = await answeredWith(asking(ask, read, clinic, one.id));
    const lots = await answeredWith(asking(ask, read, clinic, many.id));
    const [texts, known] = [lots, few].map((all) => all.map((sent) => sent.text)) as [string[], string[]];
    const more = texts.filter((text) => !known.includes(text)).map((text) => text.trim().slice(0, 160));
    assert.equal(texts.length, known.length, `${read.name} asks more: ${more.join(' // ')}`);
  }
});

async function readAll({ house, clinic }: Stage): Promise<Map<string, Reading>> {
  const all = new Map<string, Reading>();
  for (const read of [...OF_PERSON, ...OF_SITE]) {
    all.set(read.name, await readingOf(house, clinic.orgId, asking(await house.as(clinic, read.role), read, clinic, clinic.people[0]?.id ?? '')));
  }
  return all;
}

/** A hundred and twenty people in the rooms of today, and so many who left long ago. */
async function atSize(t: After, closed: number): Promise<Map<string, Reading>> {
  const stage = await stageOf(t, { open: 110, closed, waiting: 5, unchecked: closed > 10_000 });
  await furnishMany(stage.house, stage.clinic, { record: { of: stage.clinic.people.slice(0, 1), sessionsEach: 60 } });
  return await readAll(stage);
}

/** A fifth more, and a few dozen: the same way may begin at its other end. */
const mostOf = (before = 0): number => 1.2 * before + 50;

test('an organization that thousands have passed through reads no more rows for those who are here today', async (t) => {
  const [small, large] = [await atSize(t, 80), await atSize(t, 19_880)];
  const grown = [...large].flatMap(([name, reading]) => {
    const before = small.get(name);
    assert.equal(reading.statements, before?.statements, `${name} sends as many statements`);
    if (reading.rows <= mostOf(before?.rows)) return [];
    const at = reading.looked.flatMap((one, index) => (one.rows <= mostOf(before?.looked[index]?.rows) ? [] : [`  ${before?.looked[index]?.rows} -> ${one.rows}: ${one.scans.join('; ')}\n  ${one.text.slice(0, 200)}`]));
    return [`${name}: ${before?.rows} -> ${reading.rows}\n${at.join('\n')}`];
  });
  assert.deepEqual(grown, [], grown.join('\n'));
});

test('who was entered more than a year ago and never admitted waits no more, and is found by search', async (t) => {
  const { house, clinic } = await stageOf(t, { waiting: 3 });
  const list = async () => (await (await house.as(clinic, 'director'))('GET', `/people?siteId=${clinic.siteId}`)).body.waiting.length;
  assert.equal(await list(), 3);
  house.clock.advance(366 * 24 * 60);
  assert.equal(await list(), 0);
  const found = await (await house.as(clinic, 'director'))('POST', '/found-people', { text: 'waiting-2', language: 'en' });
  assert.deepEqual(found.body.people.map((one: { participantNumber: string; state: string }) => [one.participantNumber, one.state]), [['waiting-2', 'waiting']]);
});
