/** Everything else that happened with a person, each kind an arm of one statement with its own place and limit. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Permission } from '../../permissions.ts';
import { SEEN_AFTER_END_DAYS } from '../../modules/placements/index.ts';
import type { TimelineEntry, TimelineKind } from './timeline.contract.ts';
import { RANK, boundOf } from './timeline-merge.ts';
import type { AskedPage } from './timeline-sessions.ts';

type Raw = RawBuilder<unknown>;
type Is = TimelineEntry['is'];
/** `at`, `id`, `zone`: columns. `from`: with the condition, to which the place is added. */
type Arm = { is: Is; at: Raw; id: Raw; zone: Raw; isDay?: boolean; voice?: Raw; by?: Raw; facts: Raw; from: Raw };
type Part = { of: Exclude<TimelineKind, 'everything'>; may: Permission | null; arms: (asked: AskedPage) => Arm[] };

const NOTHING = sql`null`;
/** A day begins where the site's zone says. */
const day = (column: string): Raw => sql`(${sql.ref(column)}::timestamp at time zone e.time_zone)`;
const staff = (alias: string): Raw => sql`nullif(concat_ws(', ', ${sql.ref(`${alias}.given_name`)} || ' ' || ${sql.ref(`${alias}.family_name`)}, nullif(${sql.ref(`${alias}.credential`)}, '')), '')`;
const author = (alias: string): Raw => sql`concat_ws(', ', ${sql.ref(`${alias}.author_name`)}, nullif(${sql.ref(`${alias}.author_credential`)}, ''))`;
const wire = (column: string): Raw => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const own = (column: string): Raw => sql`nullif(${sql.ref(column)}, '')`;
const ZONE = sql`e.time_zone`;

/** Added to a signed note, and corrections of times that no note had frozen yet. */
const sessionArms = ({ orgId, participantId, siteIds }: AskedPage): Arm[] => [
  {
    is: 'note-added', at: sql`a.signed_at`, id: sql`a.id`, zone: sql`t.time_zone`, voice: sql`a.text`, by: author('a'),
    facts: sql`jsonb_build_object('kind', a.kind, 'sessionId', s.id, 'name', s.name, 'noteId', n.id, 'startsAt', ${wire('s.planned_start_at')}, 'attendedMinutes', a.attended_minutes)`,
    from: sql`notes n join note_addenda a on a.org_id = n.org_id and a.note_id = n.id join sessions s on s.org_id = n.org_id and s.id = n.session_id join sites t on t.org_id = s.org_id and t.id = s.site_id
      where n.org_id = ${orgId} and n.participant_id = ${participantId} and s.site_id = any(${siteIds}::uuid[])`,
  },
  {
    is: 'note-added', at: sql`a.recorded_at`, id: sql`a.id`, zone: sql`t.time_zone`, voice: sql`a.correction_reason`, by: staff('f'),
    facts: sql`jsonb_build_object('kind', 'correction', 'sessionId', s.id, 'name', s.name, 'noteId', null, 'startsAt', ${wire('s.planned_start_at')}, 'attendedMinutes', null)`,
    from: sql`attendances a join sessions s on s.org_id = a.org_id and s.id = a.session_id join sites t on t.org_id = s.org_id and t.id = s.site_id left join staff f on f.org_id = a.org_id and f.id = a.recorded_by
      where a.org_id = ${orgId} and a.participant_id = ${participantId} and a.supersedes_id is not null and s.site_id = any(${siteIds}::uuid[]) and s.withdrawn_at is null
        and not exists (select 1 from notes n join note_addenda d on d.org_id = n.org_id and d.note_id = n.id where n.org_id = a.org_id and n.session_id = a.session_id and n.participant_id = a.participant_id and d.attendance_id = a.id)`,
  },
];

/** About the person wherever they were written, as under Contacts. */
const contactArms = ({ orgId, participantId }: AskedPage): Arm[] => [{
  is: 'contact', at: sql`c.happened_at`, id: sql`c.id`, zone: sql`t.time_zone`, voice: sql`c.text`, by: author('c'),
  facts: sql`jsonb_build_object('kind', c.kind, 'withWhom', c.with_whom, 'minutes', c.minutes, 'risk', c.risk)`,
  from: sql`contact_notes c join sites t on t.org_id = c.org_id and t.id = c.site_id where c.org_id = ${orgId} and c.participant_id = ${participantId}`,
}];

/** Who took or closed it without being somebody, the program itself did. Danger stands with the person, wherever it was marked (W18). */
const taskArms = ({ orgId, participantId, siteIds }: AskedPage): Arm[] => (['opened', 'taken', 'closed'] as const).map((did): Arm => {
  const facts = did === 'closed' ? sql`, 'endedAs', k.ended_as` : sql``;
  return {
    is: `task-${did}`, at: sql.ref(`k.${did}_at`), id: sql`k.id`, zone: sql`t.time_zone`, voice: did === 'opened' ? own('k.detail') : did === 'closed' ? own('k.done') : NOTHING, by: staff('f'),
    facts: sql`jsonb_build_object('taskId', k.id, 'kind', k.kind, 'concern', k.concern${facts})`,
    from: sql`tasks k join sites t on t.org_id = k.org_id and t.id = k.site_id left join staff f on f.org_id = k.org_id and f.id = ${sql.ref(`k.${did}_by`)}
      where k.org_id = ${orgId} and k.participant_id = ${participantId} and (k.kind = 'danger' or k.site_id = any(${siteIds}::uuid[])) and ${sql.ref(`k.${did}_at`)} is not null`,
  };
});

const BY = sql`left join staff f on f.org_id = x.org_id and f.id = x.recorded_by`;
const inEpisode = (table: string, join: Raw = sql``): Raw => sql`${sql.ref(table)} x join mine e on e.id = x.episode_id and x.org_id = e.org_id ${join} ${BY} where true`;
const placed = { id: sql`x.id`, zone: ZONE, isDay: true, by: staff('f') };

const placementArms = ({ participantId }: AskedPage): Arm[] => [
  {
    ...placed, is: 'admitted', at: day('x.admitted_on'), facts: sql`jsonb_build_object('programName', g.name, 'siteName', e.site_name)`,
    from: sql`episodes x join mine e on e.id = x.id and x.org_id = e.org_id join programs g on g.org_id = x.org_id and g.id = x.program_id ${BY} where true`,
  },
  // On the first day the level is that of the admission, and a phase brings its own.
  {
    ...placed, is: 'level', at: day('x.starts_on'), facts: sql`jsonb_build_object('level', x.level)`,
    from: sql`${inEpisode('level_segments')} and x.withdrawn_at is null and x.starts_on > e.admitted_on
      and not exists (select 1 from phase_segments h where h.org_id = x.org_id and h.episode_id = x.episode_id and h.starts_on = x.starts_on and h.withdrawn_at is null)`,
  },
  {
    ...placed, is: 'track', at: sql`x.recorded_at`, isDay: false, facts: sql`jsonb_build_object('trackName', k.name)`,
    from: sql`changes x join mine e on e.id = x.row_id and x.org_id = e.org_id left join tracks k on k.org_id = x.org_id and k.id = (x.became ->> 'trackId')::uuid ${BY} where x.about = 'episodes' and jsonb_exists(x.became, 'trackId')`,
  },
  {
    ...placed, is: 'counselor', at: day('x.starts_on'), facts: sql`jsonb_build_object('name', ${staff('c')})`,
    from: sql`${inEpisode('episode_counselors', sql`join staff c on c.org_id = x.org_id and c.id = x.staff_id`)} and x.withdrawn_at is null`,
  },
  ...(['seat-given', 'seat-ended'] as const).map((is): Arm => ({
    ...placed, is, at: day(is === 'seat-given' ? 'x.starts_on' : 'x.ended_on'), by: is === 'seat-given' ? staff('f') : NOTHING, facts: sql`jsonb_build_object('seriesId', x.series_id, 'name', r.name, 'seatNo', x.seat_no)`,
    from: sql`${inEpisode('enrollments', sql`join series r on r.org_id = x.org_id and r.id = x.series_id`)} and x.participant_id = ${participantId} and x.withdrawn_at is null ${is === 'seat-ended' ? sql`and x.ended_on is not null` : sql``}`,
  })),
];

/** Reasons stand in words of clinical staff (W20). */
const reasonArms = (readsReasons: boolean): Arm[] => [
  {
    ...placed, is: 'phase', at: day('x.starts_on'), voice: readsReasons ? own('x.reason') : NOTHING,
    facts: sql`jsonb_build_object('phaseNo', x.phase_no, 'pathName', v.name, 'phaseName', v.phases -> (x.phase_no - 1) ->> 'name')`,
    from: sql`${inEpisode('phase_segments', sql`join path_versions v on v.org_id = x.org_id and v.id = x.path_version_id`)} and x.withdrawn_at is null`,
  },
  {
    ...placed, is: 'discharged', at: sql`x.recorded_at`, isDay: false, voice: readsReasons ? own('x.detail') : NOTHING,
    facts: sql`jsonb_build_object('lastDay', x.last_day, 'reason', ${readsReasons ? sql`x.reason` : NOTHING})`, from: inEpisode('discharges'),
  },
  {
    ...placed, is: 'discharge-undone', at: sql`x.undone_at`, isDay: false, by: staff('u'), facts: sql`jsonb_build_object('lastDay', x.last_day)`,
    from: sql`${inEpisode('discharges', sql`left join staff u on u.org_id = x.org_id and u.id = x.undone_by`)} and x.undone_at is not null`,
  },
];

const written = { zone: ZONE, id: sql`x.id` };
/** The words as they stood before the first change of them. */
const firstWords = (key: string, column: Raw): Raw => sql`coalesce(
  (select w.was ->> ${key}::text from changes w where w.org_id = x.org_id and w.row_id = x.id and jsonb_exists(w.was, ${key}::text) order by w.recorded_at, w.id limit 1), ${column})`;
/** Each change of the words, at its time and by whoever made it. */
const rewordings: Arm[] = [
  {
    is: 'goal-reworded', zone: ZONE, at: sql`w.recorded_at`, id: sql`w.id`, by: staff('f'), voice: sql`w.became ->> 'ownWords'`, facts: sql`jsonb_build_object('number', x.position::text)`,
    from: sql`plan_goals x join mine e on e.id = x.episode_id and x.org_id = e.org_id join changes w on w.org_id = x.org_id and w.row_id = x.id
      left join staff f on f.org_id = w.org_id and f.id = w.recorded_by where jsonb_exists(w.became, 'ownWords')`,
  },
  {
    is: 'objective-reworded', zone: ZONE, at: sql`w.recorded_at`, id: sql`w.id`, by: staff('f'), facts: sql`jsonb_build_object('number', g.position || '.' || x.position, 'text', w.became ->> 'text')`,
    from: sql`plan_goals g join mine e on e.id = g.episode_id and g.org_id = e.org_id join plan_objectives x on x.org_id = g.org_id and x.goal_id = g.id
      join changes w on w.org_id = x.org_id and w.row_id = x.id left join staff f on f.org_id = w.org_id and f.id = w.recorded_by where jsonb_exists(w.became, 'text')`,
  },
];

const planArms = (): Arm[] => [
  ...rewordings,
  ...(['added', 'ended'] as const).flatMap((did): Arm[] => {
    const at = did === 'added' ? sql`x.recorded_at` : sql`x.ended_at`;
    const by = did === 'added' ? BY : sql`left join staff f on f.org_id = x.org_id and f.id = x.ended_by`;
    const where = did === 'added' ? sql`where true` : sql`where x.ended_at is not null`;
    return [
      {
        ...written, is: `goal-${did}`, at, by: staff('f'), voice: did === 'added' ? firstWords('ownWords', sql`x.own_words`) : sql`x.own_words`, facts: sql`jsonb_build_object('number', x.position::text)`,
        from: sql`plan_goals x join mine e on e.id = x.episode_id and x.org_id = e.org_id ${by} ${where}`,
      },
      {
        ...written, is: `objective-${did}`, at, by: staff('f'), facts: sql`jsonb_build_object('number', g.position || '.' || x.position, 'text', ${did === 'added' ? firstWords('text', sql`x.text`) : sql`x.text`})`,
        from: sql`plan_goals g join mine e on e.id = g.episode_id and g.org_id = e.org_id join plan_objectives x on x.org_id = g.org_id and x.goal_id = g.id ${by} ${where}`,
      },
    ];
  }),
  { ...written, is: 'reviewed', at: sql`x.recorded_at`, by: staff('f'), facts: sql`jsonb_build_object('nextOn', x.next_on)`, from: inEpisode('plan_reviews') },
  {
    ...written, is: 'plan-signed', at: sql`x.signed_at`, by: author('x'), voice: own('x.agreement_words'), facts: sql`jsonb_build_object('no', x.no, 'agreement', x.agreement)`,
    from: sql`signed_plans x join mine e on e.id = x.episode_id and x.org_id = e.org_id where true`,
  },
  {
    ...written, is: 'plan-co-signed', at: sql`x.signed_at`, by: sql`concat_ws(', ', x.by_name, nullif(x.by_credential, ''))`, facts: sql`jsonb_build_object('no', p.no)`,
    from: sql`signed_plans p join mine e on e.id = p.episode_id and p.org_id = e.org_id join plan_cosignatures x on x.org_id = p.org_id and x.signed_plan_id = p.id where true`,
  },
];

const PARTS: readonly Part[] = [
  { of: 'sessions', may: 'note.read', arms: sessionArms },
  { of: 'contacts', may: 'contact.read', arms: contactArms },
  { of: 'contacts', may: 'task.read', arms: taskArms },
  { of: 'placement', may: null, arms: placementArms },
  { of: 'plan', may: 'plan.read', arms: planArms },
];

function toSql({ is, at, id, zone, isDay = false, voice = NOTHING, by = NOTHING, facts, from }: Arm, { place, most }: AskedPage): Raw {
  const bound = boundOf(place, RANK[is]);
  return sql`(
    select ${is}::text as "is", ${RANK[is]}::integer as rank, ${at} as at, ${id} as id, ${zone} as "timeZone", ${isDay}::boolean as "isDay", ${voice}::text as voice, ${by}::text as by, ${facts} as facts
      from ${from} and ${at} <= ${bound.at}::timestamptz and (${at}, ${id}) < (${bound.at}::timestamptz, ${bound.id}::uuid)
     order by at desc, id desc limit ${most})`;
}

type Row = { is: Is; at: Date; id: string; timeZone: string; isDay: boolean; voice: string | null; by: string | null; facts: object };

/** What the asker may read of a kind, below a place, in one statement. Placements and plans are those of episodes that the asker sees (W20). */
export async function listOtherEntries(tx: Tx, asked: AskedPage, kind: TimelineKind, permissions: ReadonlySet<string>): Promise<TimelineEntry[]> {
  const parts = PARTS.filter((part) => (kind === 'everything' || part.of === kind) && (part.may === null || permissions.has(part.may)));
  const arms = parts.flatMap((part) => [...part.arms(asked), ...(part.of === 'placement' ? reasonArms(permissions.has('health.read')) : [])]);
  if (arms.length === 0) return [];
  const { rows } = await sql<Row>`
    with mine as materialized (
      select e.org_id, e.id, e.admitted_on, s.time_zone, s.name as site_name from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
       where e.org_id = ${asked.orgId} and e.participant_id = ${asked.participantId} and e.site_id = any(${asked.siteIds}::uuid[])
         and (e.ended_on is null or e.ended_on >= (${asked.now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer))
    select "is", at, id, "timeZone", "isDay", voice, by, facts from (${sql.join(arms.map((arm) => toSql(arm, asked)), sql` union all `)}) x
     order by at desc, rank desc, id desc limit ${asked.most}
  `.execute(tx);
  return rows.map(({ facts, at, ...row }) => ({ ...row, at: at.toISOString(), ...facts }) as TimelineEntry);
}
