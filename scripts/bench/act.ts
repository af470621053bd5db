/** The act that is measured, as plain statements: recorded from the program once, then said again for any other session with its own ids. */
import { randomUUID } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Sent } from '../../test/support/statements.ts';

export type Target = { sessionId: string; facilitator: number; people: { participantId: string; attendanceId: string }[] };
export type Statement = { text: string; name: string | null; overlaps: boolean };
/** All parameters of one signing, a list for each statement, and what the act answers. */
export type Plan = { sessionId: string; commandId: string; values: unknown[][]; reply: unknown };
export type Recorded = { statements: Statement[]; values: unknown[][]; reply: unknown; target: Target; commandId: string; fixed: ReadonlySet<string> };

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** `fixed` are ids that stay: organization, site, program. Every other id that is not the target's own becomes a new one. */
export function recordedAct(sent: readonly Sent[], reply: unknown, target: Target, commandId: string, fixed: ReadonlySet<string>): Recorded {
  const statements = sent.map(({ text, name, overlaps }) => ({ text, name, overlaps }));
  // Through JSON, so that an instant is text as it is on the wire and every kind of bare client sends the same bytes.
  const values = JSON.parse(JSON.stringify(sent.map((one) => one.values))) as unknown[][];
  return { statements, values, reply, target, commandId, fixed };
}

/** The same act for another session, with everything that can be worked out beforehand worked out. */
export function planFor(recorded: Recorded, target: Target, actors: readonly string[]): Plan {
  const commandId = randomUUID();
  const ids = new Map<string, string>([[recorded.target.sessionId, target.sessionId], [recorded.commandId, commandId]]);
  ids.set(actors[recorded.target.facilitator] ?? '', actors[target.facilitator] ?? '');
  for (const [index, person] of recorded.target.people.entries()) {
    ids.set(person.participantId, target.people[index]?.participantId ?? '');
    ids.set(person.attendanceId, target.people[index]?.attendanceId ?? '');
  }
  const said = JSON.stringify({ values: recorded.values, reply: recorded.reply }).replace(UUID, (id) => {
    if (recorded.fixed.has(id)) return id;
    const known = ids.get(id) ?? newId(new Date());
    ids.set(id, known);
    return known;
  });
  return { sessionId: target.sessionId, commandId, ...(JSON.parse(said) as { values: unknown[][]; reply: unknown }) };
}

/** Nothing but the statements, as a careful person would write them by hand: prepared and sent together where the program does so. */
export async function runPlan(client: Client | PoolClient, statements: readonly Statement[], plan: Plan): Promise<void> {
  let asked: Promise<unknown>[] = [];
  for (const [index, { text, name, overlaps }] of statements.entries()) {
    if (!overlaps) await Promise.all(asked);
    if (!overlaps) asked = [];
    const values = plan.values[index] ?? [];
    asked.push(values.length === 0 ? client.query(text) : client.query(name === null ? { text, values } : { text, values, name }));
  }
  await Promise.all(asked);
}
