/** The last steps of every change from a day on: was it seen as it stands, what becomes of the segments, and the history of both. */
import { recordChange } from '../../../platform/changes.ts';
import type { Exchange } from '../../../platform/http.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { changesNothing, decideSegments, valueOn } from '../rules/segments.ts';
import type { LockedEpisode } from '../store.ts';
import { clearSegments, insertEpisodeCounselor, insertLevelSegments, insertPhaseSegment, listSegments, tableOf, versionsOfEpisodes } from '../store/segments.ts';
import type { SegmentKind, Written } from '../store/segments.ts';

export type Move = { kind: SegmentKind; value: string; from: CivilDate; reason: string };
type New = { id: string; episodeId: string; value: string; startsOn: CivilDate; endedOn: CivilDate | null };

export async function versionOfEpisode({ tx, actor }: Exchange, episodeId: string): Promise<number> {
  return (await versionsOfEpisodes(tx, actor.orgId, [episodeId])).get(episodeId) ?? 0;
}

export function todayOf({ now }: Exchange, episode: { timeZone: string }): CivilDate {
  return dateIn(episode.timeZone, now);
}

/** A colleague is asked for as of today at the earliest: people already in care are entered when the program begins to use this. */
export function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

async function insert({ tx, actor }: Exchange, kind: SegmentKind, row: New, reason: string, written: Written): Promise<void> {
  if (kind === 'level') await insertLevelSegments(tx, actor.orgId, [{ ...row, level: row.value }], written);
  if (kind === 'counselor') await insertEpisodeCounselor(tx, actor.orgId, { ...row, staffId: row.value }, written);
  if (kind === 'phase') {
    const [pathVersionId = '', phaseNo] = row.value.split('/');
    await insertPhaseSegment(tx, actor.orgId, { ...row, pathVersionId, phaseNo: Number(phaseNo), reason }, written);
  }
}

/** Writes nothing when it is so already. Ask with the episode locked. */
export async function moveSegments(exchange: Exchange, episode: LockedEpisode, { kind, value, from, reason }: Move): Promise<void> {
  const { tx, actor, now } = exchange;
  const written = { at: now, by: actor.id };
  const existing = await listSegments(tx, actor.orgId, kind, episode.id);
  const decision = decideSegments(existing, { value, from, lastDay: episode.endedOn });
  if (changesNothing(decision)) return;
  await clearSegments(tx, actor.orgId, kind, decision, written);
  const id = exchange.newId();
  if (decision.insert !== null) await insert(exchange, kind, { id, episodeId: episode.id, ...decision.insert }, reason, written);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, {
    about: tableOf(kind), rowId: decision.insert === null ? (decision.end?.id ?? episode.id) : id,
    was: { [kind]: valueOn(existing, from), withdrawn: [] }, became: { [kind]: value, withdrawn: decision.withdraw, from, reason },
  });
}
