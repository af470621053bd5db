/** What a program is called; for whom, what is treated and at which level only until somebody was admitted to it. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { wasAdmittedTo } from '../../modules/placements/index.ts';
import { lockProgram, updateProgram } from '../../modules/program/index.ts';
import type { changeProgram as contract } from '../../modules/program/ground.contract.ts';

export const changeProgram: Answer<typeof contract> = async ({ tx, actor, now }, { params: { programId }, body: { version, ...became } }) => {
  const { orgId } = actor;
  const program = await lockProgram(tx, orgId, programId);
  if (program === null) return refuse('not-found');
  if (await versionOf(tx, orgId, programId) !== version) return refuse('changed-meanwhile');
  const { id: _, isEnded: __, ...was } = program;
  const isOtherKind = was.population !== became.population || was.specialty !== became.specialty || was.level !== became.level;
  if (isOtherKind && await wasAdmittedTo(tx, orgId, programId)) return refuse('kind-fixed');
  await updateProgram(tx, orgId, programId, became);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'programs', rowId: programId, was, became });
  return { value: { programId } };
};
