/** The reads that are asked for all day, by the role that asks: what is held to size and what is measured. */
import type { Role } from '../../src/permissions.ts';
import type { Ask, Organization, Reply } from './house.ts';

export type Read = { name: string; role: Role; path(clinic: Organization, person: string): string; /** Of a read that asks by what somebody typed. */ body?: object };
/** Asks as the pages ask. */
export function asking(ask: Ask, { path, body }: Read, clinic: Organization, person: string): () => Promise<Reply> {
  return () => (body === undefined ? ask('GET', path(clinic, person)) : ask('POST', path(clinic, person), body));
}


export const OF_PERSON: readonly Read[] = [
  { name: 'people.read-person', role: 'counselor', path: (_, person) => `/people/${person}` },
  { name: 'people.read-health', role: 'counselor', path: (_, person) => `/people/${person}/health` },
  { name: 'hours-ledger.read', role: 'counselor', path: (_, person) => `/people/${person}/hours` },
  { name: 'plan.read', role: 'counselor', path: (_, person) => `/people/${person}/plan` },
  { name: 'notes.read-contacts', role: 'counselor', path: (_, person) => `/people/${person}/contact-notes` },
  { name: 'person-notes.read', role: 'counselor', path: (_, person) => `/people/${person}/notes` },
  { name: 'record.read-timeline', role: 'counselor', path: (_, person) => `/people/${person}/timeline` },
  { name: 'record.read-next', role: 'counselor', path: (_, person) => `/people/${person}/next` },
  { name: 'record.read-look', role: 'counselor', path: (_, person) => `/people/${person}/look` },
  { name: 'tasks.read-person', role: 'counselor', path: (_, person) => `/people/${person}/tasks` },
  { name: 'people.read-supporters', role: 'counselor', path: (_, person) => `/people/${person}/supporters` },
];
export const OF_SITE: readonly Read[] = [
  { name: 'today.read', role: 'facilitator', path: ({ siteId }) => `/boards/today?siteId=${siteId}` },
  { name: 'people.read-list', role: 'director', path: ({ siteId }) => `/people?siteId=${siteId}` },
  { name: 'tasks.read', role: 'counselor', path: ({ siteId }) => `/boards/tasks?siteId=${siteId}` },
  { name: 'tasks.read-mine', role: 'counselor', path: () => '/boards/tasks/mine' },
  { name: 'week-hours.read', role: 'director', path: ({ siteId }) => `/boards/week-hours?siteId=${siteId}` },
  { name: 'needs.read', role: 'director', path: ({ siteId }) => `/boards/needs?siteId=${siteId}` },
  { name: 'census.read', role: 'director', path: ({ siteId }) => `/boards/census?siteId=${siteId}` },
  { name: 'group-room.read', role: 'facilitator', path: ({ sessionId }) => `/sessions/${sessionId}/room` },
  { name: 'session-day.read', role: 'facilitator', path: ({ sessionId }) => `/sessions/${sessionId}/day` },
  { name: 'signatures.read', role: 'supervisor', path: ({ siteId }) => `/boards/signatures?siteId=${siteId}` },
  { name: 'papers.read-day', role: 'facilitator', path: ({ siteId }) => `/papers/day?siteId=${siteId}` },
  { name: 'papers.read-roster', role: 'facilitator', path: ({ sessionId }) => `/sessions/${sessionId}/roster` },
  { name: 'groups.read-list', role: 'director', path: ({ siteId }) => `/groups?siteId=${siteId}` },
  { name: 'groups.read', role: 'director', path: ({ seriesId }) => `/groups/${seriesId}` },
  { name: 'people.find by name', role: 'counselor', path: () => '/found-people', body: { text: 'family3', language: 'en' } },
  { name: 'people.find by number', role: 'counselor', path: () => '/found-people', body: { text: 'N-3', language: 'en' } },
];
