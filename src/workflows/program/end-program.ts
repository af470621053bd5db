/** A program ends when it has no groups and nobody is in it, or comes back. */
import { recordChange } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { countOpenEpisodes } from '../../modules/placements/index.ts';
import { lockProgram, setEnd } from '../../modules/program/index.ts';
import type { endProgram as contract } from '../../modules/program/ground.contract.ts';
import { listGroupsUsing } from '../../modules/schedules/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const endProgram: Answer<typeof contract> = async ({ tx, actor, now }, { params: { programId }, body: { ends } }) => {
  const { orgId } = actor;
  const row = await lockProgram(tx, orgId, programId);
  if (row === null) return refuse('not-found');
  if (row.isEnded === ends) return { value: { programId } };
  const groups = ends ? await listGroupsUsing(tx, orgId, 'program', programId, now) : [];
  const people = ends ? await countOpenEpisodes(tx, orgId, { programId }, now) : 0;
  if (groups.length > 0 || people > 0) return refuse('still-in-use', { groups, people });
  // A program has no clock of its own; its last day is for reading only.
  await setEnd(tx, orgId, 'programs', programId, ends ? { day: dateIn('UTC', now), at: now, by: actor.id } : null);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'programs', rowId: programId, was: { isEnded: row.isEnded }, became: { isEnded: ends } });
  return { value: { programId } };
};
