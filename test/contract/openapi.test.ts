/** /openapi.json is a valid OpenAPI 3.1 document and holds every contract: its address, its body, its answer and each refusal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { COMMON_REFUSALS } from '../../src/platform/contract.ts';
import type { Contract } from '../../src/platform/contract.ts';
import { allContracts } from '../../scripts/schema/reference.ts';
import { openHouse } from '../support/house.ts';

type Schema = { enum?: string[]; properties?: Record<string, Schema>; required?: string[]; $ref?: string };
type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = { operationId?: string; summary?: string; requestBody?: Content; parameters?: { name: string; in: string }[]; responses: Record<string, Content> };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

async function readDocument(t: { after(work: () => Promise<void>): void }): Promise<Document> {
  const house = await openHouse(t);
  const reply = await house.stranger('GET', '/openapi.json');
  assert.equal(reply.status, 200);
  return reply.body as Document;
}

const schemaIn = (content: Content | undefined): Schema => content?.content?.['application/json']?.schema ?? {};
const fieldsOf = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
const operationOf = (document: Document, contract: Contract): Operation | undefined =>
  document.paths[`/api${contract.path.replace(/:(\w+)/g, '{$1}')}`]?.[contract.method.toLowerCase()];

test('the document is valid OpenAPI 3.1', async (t) => {
  const document = await readDocument(t);
  assert.match(document.openapi, /^3\.1\./);
  const { valid, errors } = await new Validator().validate(document);
  assert.ok(valid, JSON.stringify(errors, null, 1));
});

test('the document holds every contract and nothing else', async (t) => {
  const document = await readDocument(t);
  const found = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
  assert.deepEqual(found.sort(), allContracts().map((contract) => contract.name).sort());
});

test('each operation names its parameters, its body, its answer and each of its refusals under their status', async (t) => {
  const document = await readDocument(t);
  for (const contract of allContracts()) {
    const operation = operationOf(document, contract);
    assert.ok(operation, contract.name);
    assert.equal(operation.summary, contract.summary);
    const wanted = [...fieldsOf(contract.params).map((name) => `path ${name}`), ...fieldsOf(contract.query).map((name) => `query ${name}`)];
    assert.deepEqual((operation.parameters ?? []).map((one) => `${one.in} ${one.name}`).sort(), wanted.sort(), contract.name);
    const body = contract.method === 'GET' ? [] : fieldsOf(contract.body);
    assert.deepEqual(Object.keys(schemaIn(operation.requestBody).properties ?? {}).sort(), body.sort(), `${contract.name}, body`);
    assert.deepEqual(Object.keys(schemaIn(operation.responses['200']).properties ?? {}).sort(), fieldsOf(contract.output).sort(), `${contract.name}, answer`);
    for (const refusal of [...COMMON_REFUSALS, ...contract.refusals]) {
      const listed = schemaIn(operation.responses[String(refusal.status)]).properties?.['refusal']?.enum ?? [];
      assert.ok(listed.includes(refusal.name), `${contract.name}: ${refusal.name} under ${refusal.status}`);
    }
  }
});

test('a refusal has a name of small letters, two whole sentences and one status, wherever it is declared', () => {
  const all = [...COMMON_REFUSALS, ...allContracts().flatMap((contract) => contract.refusals)];
  for (const refusal of all) {
    assert.match(refusal.name, /^[a-z]+(-[a-z]+)*$/);
    for (const sentence of [refusal.sentence, refusal.way]) assert.match(sentence, /^[A-Z].*([.?]|npm start -- --demo)$/, refusal.name);
    assert.deepEqual([...new Set(all.filter((other) => other.name === refusal.name).map((other) => other.status))], [refusal.status], refusal.name);
  }
});
