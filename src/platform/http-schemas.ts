/** A contract as Fastify's schemas: what comes in, what goes out, and every refusal by status. */
import { z } from 'zod';
import { COMMON_REFUSALS } from './contract.ts';
import type { Contract, Refusal } from './contract.ts';

/** Refusal names belong to the reply's schema: a name that is not listed would be a broken reply, and a test says so. */
function refusalSchema(refusals: readonly Refusal[]): z.ZodType {
  const names = [...new Set(refusals.map((refusal) => refusal.name))];
  return z.object({
    refusal: z.enum(names as [string, ...string[]]),
    sentence: z.string(),
    way: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
    reference: z.string().optional(),
  });
}

function isEmpty(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;
}

export function answerSchemas(contract: Contract): Record<string, unknown> {
  const byStatus = new Map<number, Refusal[]>();
  for (const refusal of [...COMMON_REFUSALS, ...contract.refusals]) {
    byStatus.set(refusal.status, [...(byStatus.get(refusal.status) ?? []), refusal]);
  }
  const refusals = Object.fromEntries([...byStatus].map(([status, list]) => [status, refusalSchema(list)]));
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.name.split('.')[0] ?? ''],
    params: contract.params,
    ...(isEmpty(contract.query) ? {} : { querystring: contract.query }),
    ...(contract.method === 'GET' || isEmpty(contract.body) ? {} : { body: contract.body }),
    response: { 200: contract.output, ...refusals },
  };
}
