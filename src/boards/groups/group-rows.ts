/** What the boards of groups share: groups with times, names, seats and troubles, in a fixed number of statements. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import { holdsCredential, listCredentialsOf } from '../../modules/people/index.ts';
import type { StaffCredential } from '../../modules/people/index.ts';
import { decideSeat } from '../../modules/schedules/index.ts';
import { addDays, weekdayOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { GROUP_TROUBLES, readGroups } from './groups.contract.ts';

export type GroupShown = OutputOf<typeof readGroups>['groups'][number];
type Trouble = (typeof GROUP_TROUBLES)[number];
type TimeRowShown = GroupShown['times'][number];
type TimeRow = TimeRowShown & { seriesId: string };
export type SeatRow = { seriesId: string; enrollmentId: string; participantId: string; seatNo: number; startsOn: CivilDate; endedOn: CivilDate | null };
type Row = Omit<GroupShown, 'times' | 'coFacilitators' | 'seatsTaken' | 'nextFree' | 'countedOn' | 'troubles' | 'version'>;

/** A credential that runs out within this time is said before it does. */
const ENDS_SOON_DAYS = 60;

/** Groups that fit a condition on `g` and have not ended before `since`, in order of their name; their seats and troubles as of `today`. */
export async function listGroups(tx: Tx, orgId: string, where: RawBuilder<unknown>, today: CivilDate, since: CivilDate = today): Promise<{ groups: GroupShown[]; seats: SeatRow[] }> {
  const { rows } = await sql<Row>`
    select g.id, g.name, g.topic, g.session_type as type, json_build_object('id', p.id, 'name', p.name) as program,
           case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as track, case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as curriculum,
           g.credential_required as "credentialRequired", g.capacity, g.minimum, g.starts_on as "startsOn", g.ended_on as "endedOn"
      from series g
      join programs p on p.org_id = g.org_id and p.id = g.program_id
      left join tracks t on t.org_id = g.org_id and t.id = g.track_id
      left join curricula c on c.org_id = g.org_id and c.id = g.curriculum_id
     where g.org_id = ${orgId} and ${where} and (g.ended_on is null or g.ended_on >= ${since})
     order by g.name, g.id
  `.execute(tx);
  const ids = rows.map((row) => row.id);
  const [times, coFacilitators, seats, versions] = await Promise.all([listTimeRows(tx, orgId, ids, today), listCoRows(tx, orgId, ids), listSeatRows(tx, orgId, ids, today), versionsOf(tx, orgId, ids)]);
  const leaders = [...new Set(times.map((time) => time.facilitator?.id).filter((id) => id !== undefined))];
  const credentials = await listCredentialsOf(tx, orgId, leaders);
  return { seats, groups: rows.map((row) => {
    const own = times.filter((time) => time.seriesId === row.id).map(({ seriesId: _, ...time }) => time);
    const held = seats.filter((seat) => seat.seriesId === row.id);
    const startsOn = nextMeeting(own, row.startsOn > today ? row.startsOn : today);
    const free = decideSeat(row.capacity, held, { startsOn, endedOn: null });
    const seatsTaken = held.filter((seat) => seat.startsOn <= startsOn && (seat.endedOn === null || seat.endedOn >= startsOn)).length;
    const shown = { ...row, times: own, coFacilitators: coFacilitators.filter((one) => one.seriesId === row.id).map(({ id, name }) => ({ id, name })), seatsTaken };
    return { ...shown, nextFree: 'seatNo' in free ? startsOn : free.firstFree, countedOn: startsOn, troubles: troublesOf(shown, credentials, today), version: versions.get(row.id) ?? 0 };
  }) };
}

/** The day of the next session that the weekly times give: seats are counted there, so that a group set up on Saturday for Monday is not empty. */
function nextMeeting(times: readonly TimeRowShown[], from: CivilDate): CivilDate {
  for (let date = from, days = 0; days < 14; date = addDays(date, 1), days += 1) {
    if (times.some((time) => time.weekday === weekdayOf(date) && time.startsOn <= date && (time.endedOn === null || time.endedOn >= date))) return date;
  }
  return from;
}

async function listTimeRows(tx: Tx, orgId: string, ids: readonly string[], today: CivilDate): Promise<TimeRow[]> {
  const { rows } = await sql<TimeRow>`
    select w.id, w.series_id as "seriesId", w.weekday, to_char(w.starts_at_local, 'HH24:MI') as "startsAtLocal", w.minutes, w.breaks,
           case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as room, w.telehealth_link as "telehealthLink",
           case when f.id is not null then json_build_object('id', f.id, 'name', f.given_name || ' ' || f.family_name) end as facilitator, w.starts_on as "startsOn", w.ended_on as "endedOn"
      from weekly_times w
      left join rooms r on r.org_id = w.org_id and r.id = w.room_id
      left join staff f on f.org_id = w.org_id and f.id = w.facilitator_id
     where w.org_id = ${orgId} and w.series_id = any(${ids}::uuid[]) and w.withdrawn_at is null and (w.ended_on is null or w.ended_on >= ${today})
     order by w.weekday, w.starts_at_local, w.starts_on
  `.execute(tx);
  return rows;
}

async function listCoRows(tx: Tx, orgId: string, ids: readonly string[]): Promise<{ seriesId: string; id: string; name: string }[]> {
  const { rows } = await sql<{ seriesId: string; id: string; name: string }>`
    select c.series_id as "seriesId", f.id, f.given_name || ' ' || f.family_name as name
      from co_facilitators c join staff f on f.org_id = c.org_id and f.id = c.staff_id
     where c.org_id = ${orgId} and c.series_id = any(${ids}::uuid[]) and c.ended_at is null order by f.family_name, f.id
  `.execute(tx);
  return rows;
}

async function listSeatRows(tx: Tx, orgId: string, ids: readonly string[], today: CivilDate): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select series_id as "seriesId", id as "enrollmentId", participant_id as "participantId", seat_no as "seatNo", starts_on as "startsOn", ended_on as "endedOn"
      from enrollments
     where org_id = ${orgId} and series_id = any(${ids}::uuid[]) and withdrawn_at is null and (ended_on is null or ended_on >= ${today})
     order by seat_no, starts_on
  `.execute(tx);
  return rows;
}

function troublesOf(group: Pick<GroupShown, 'times' | 'credentialRequired' | 'minimum' | 'seatsTaken' | 'type' | 'startsOn'>, credentials: readonly StaffCredential[], today: CivilDate): Trouble[] {
  const troubles: Trouble[] = [];
  if (group.times.some((time) => time.facilitator === null)) troubles.push('no-leader');
  if (group.times.some((time) => time.room === null && time.telehealthLink === '')) troubles.push('no-place');
  if (group.credentialRequired !== '') {
    const lacks = (day: CivilDate): boolean => group.times.some(({ facilitator }) => facilitator !== null
      && !holdsCredential(credentials.filter((one) => one.staffId === facilitator.id), group.credentialRequired, day));
    if (lacks(today)) troubles.push('credential-missing');
    else if (lacks(addDays(today, ENDS_SOON_DAYS))) troubles.push('credential-ends');
  }
  if (group.type === 'group' && group.startsOn <= today && group.seatsTaken < group.minimum) troubles.push('below-minimum');
  return troubles;
}
