/** Acts on curricula and their modules. */
import { z } from 'zod';
import { act } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { nameTaken, stillInUse } from './ground.contract.ts';

const may = 'settings.change' satisfies Permission;
/** A module that keeps its id keeps its row; a new or changed one is a new row, and the old one ends. */
const modules = z.array(z.object({ id: uuid.nullable(), title: plainLine(200, 1), isEntryPoint: z.boolean() })).max(200);
const curriculum = { name: plainLine(120, 1), source: plainText(500), modules };
const nobody = (): string[] => [];

export const addCurriculum = act({
  name: 'curricula.add', path: '/settings/curricula', summary: 'Adds a curriculum with its modules in order.', may,
  body: z.object(curriculum), output: z.object({ curriculumId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const changeCurriculum = act({
  name: 'curricula.change', path: '/settings/curricula/:curriculumId', summary: 'Saves a curriculum whole; sessions ahead that nobody touched follow its modules.', may,
  params: z.object({ curriculumId: uuid }), body: z.object({ version: z.number().int().nonnegative(), ...curriculum }), output: z.object({ curriculumId: uuid }), refusals: [nameTaken], discloses: nobody,
});

export const endCurriculum = act({
  name: 'curricula.end', path: '/settings/curricula/:curriculumId/end', summary: 'Ends a curriculum that no group works through, or brings it back.', may,
  params: z.object({ curriculumId: uuid }), body: z.object({ ends: z.boolean() }), output: z.object({ curriculumId: uuid }), refusals: [stillInUse, nameTaken], discloses: nobody,
});

export const addFirstCurricula = act({
  name: 'curricula.add-first', path: '/settings/first-curricula', summary: 'Adds the curricula that come with the program, those that are not there yet.', may,
  output: z.object({ added: z.number().int() }), discloses: nobody,
});
