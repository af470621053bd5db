/** Days and weeks tile time without gap or overlap, in every zone and over every clock change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, boundsOf, dateIn, daysBetween, instantOf, startOfDay, weekOf, weekdayOf } from './civil-date.ts';
import type { CivilDate, LocalTime, Weekday } from './civil-date.ts';

const ZONES = ['America/Chicago', 'America/New_York', 'America/Phoenix', 'America/St_Johns', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Beirut', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/Berlin', 'UTC'];
const FIRST = '2018-01-01' as CivilDate;
const zone = fc.constantFrom(...ZONES);
const date = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(FIRST, days));
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const instant = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2028, 0, 1) }).map((ms) => new Date(ms));

test('every instant lies in the day that its date names, and in no other', () => {
  fc.assert(fc.property(zone, instant, (where, when) => {
    const local = dateIn(where, when);
    assert.ok(startOfDay(where, local) <= when && when < startOfDay(where, addDays(local, 1)));
  }), { numRuns: 500 });
});

test('a session belongs to exactly one week of a rule: the one that holds its local date (W3)', () => {
  fc.assert(fc.property(zone, instant, weekday, (where, when, startsOn) => {
    const week = weekOf(dateIn(where, when), startsOn);
    const inside = [-7, 0, 7].filter((days) => {
      const { start, end } = boundsOf(where, { starts: addDays(week.starts, days), ends: addDays(week.ends, days) });
      return start <= when && when < end;
    });
    assert.deepEqual(inside, [0]);
  }), { numRuns: 300 });
});

test('weeks are seven days, begin on their day, hold their date and follow each other without a gap', () => {
  fc.assert(fc.property(zone, date, weekday, (where, day, startsOn) => {
    const week = weekOf(day, startsOn);
    assert.equal(weekdayOf(week.starts), startsOn);
    assert.equal(daysBetween(week.starts, week.ends), 6);
    assert.ok(week.starts <= day && day <= week.ends);
    assert.deepEqual(boundsOf(where, week).end, boundsOf(where, weekOf(addDays(week.ends, 1), startsOn)).start);
  }), { numRuns: 300 });
});

test('the days of a week add up to the week, whatever the clocks do', () => {
  fc.assert(fc.property(zone, date, weekday, (where, day, startsOn) => {
    const week = weekOf(day, startsOn);
    const length = (from: CivilDate): number => startOfDay(where, addDays(from, 1)).getTime() - startOfDay(where, from).getTime();
    const sum = [0, 1, 2, 3, 4, 5, 6].reduce((total, days) => total + length(addDays(week.starts, days)), 0);
    const { start, end } = boundsOf(where, week);
    assert.equal(sum, end.getTime() - start.getTime());
  }), { numRuns: 200 });
});

test('a wall time falls on its own date, and never before the day begins', () => {
  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime);
  fc.assert(fc.property(zone, date, clock, (where, day, time) => {
    const when = instantOf(where, day, time);
    assert.equal(dateIn(where, when), day);
    assert.ok(when >= startOfDay(where, day));
  }), { numRuns: 500 });
});

test('adding days and counting them are each other’s inverse', () => {
  fc.assert(fc.property(date, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
    assert.equal(daysBetween(day, addDays(day, days)), days);
    assert.equal(addDays(addDays(day, days), -days), day);
  }));
});
