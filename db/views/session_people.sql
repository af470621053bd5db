-- Everybody who belongs to a session: by a seat of the group held on that day, by a seat booked in this session only, or by having come
-- without one. Facts only; the verdicts (late, missing, how many minutes) are computed from them by the attendance rules.
-- The days of a seat are asked twice: the comparisons find it by an index (enrollments_series_until_ix; under row-level security a range or
-- coalesce would not), and the range tells the planner that few seats hold on a day, where two comparisons alone let it expect one in nine of all there were.
create view session_people with (security_invoker = true) as
select s.org_id, s.id as session_id, e.participant_id, e.id as enrollment_id, e.episode_id,
       case when a.outcome = 'present' then a.seat_no else e.seat_no end as seat_no, a.id as attendance_id, a.outcome, a.absence_reason,
       s.site_id, s.series_id, s.name, s.session_type, s.first_planned_on, s.planned_start_at, s.planned_end_at, s.breaks, s.canceled_at,
       null::uuid as booking_id, null::boolean as is_make_up, a.over_cap_reason, a.excused, a.absence_detail
  from sessions s
  join enrollments e on e.org_id = s.org_id and e.series_id = s.series_id
       and e.starts_on <= s.first_planned_on and case when e.ended_on is null then 'infinity' else e.ended_on end >= s.first_planned_on
        and daterange(e.starts_on, e.ended_on, '[]') @> s.first_planned_on and e.withdrawn_at is null
  left join attendances a on a.org_id = s.org_id and a.session_id = s.id and a.participant_id = e.participant_id and a.superseded_at is null
 where s.withdrawn_at is null
   -- whoever was moved when the group was split belongs to the other room
   and not exists (
     select 1 from session_bookings b
      where b.org_id = s.org_id and b.moved_from_id = s.id and b.participant_id = e.participant_id and b.withdrawn_at is null)
union all
select s.org_id, s.id, b.participant_id, a.enrollment_id, null::uuid,
       case when a.outcome = 'present' then a.seat_no else b.seat_no end, a.id, a.outcome, a.absence_reason,
       s.site_id, s.series_id, s.name, s.session_type, s.first_planned_on, s.planned_start_at, s.planned_end_at, s.breaks, s.canceled_at,
       b.id, b.is_make_up, a.over_cap_reason, a.excused, a.absence_detail
  from session_bookings b
  join sessions s on s.org_id = b.org_id and s.id = b.session_id
  left join attendances a on a.org_id = s.org_id and a.session_id = s.id and a.participant_id = b.participant_id and a.superseded_at is null
 where b.withdrawn_at is null and s.withdrawn_at is null
   -- who has a seat of the group as well belongs once
   and not exists (
     select 1 from enrollments e
      where e.org_id = s.org_id and e.series_id = s.series_id and e.participant_id = b.participant_id
        and e.starts_on <= s.first_planned_on and case when e.ended_on is null then 'infinity' else e.ended_on end >= s.first_planned_on
        and daterange(e.starts_on, e.ended_on, '[]') @> s.first_planned_on and e.withdrawn_at is null
        and not exists (
          select 1 from session_bookings m
           where m.org_id = s.org_id and m.moved_from_id = s.id and m.participant_id = e.participant_id and m.withdrawn_at is null))
union all
select s.org_id, s.id, a.participant_id, a.enrollment_id, null::uuid,
       a.seat_no, a.id, a.outcome, a.absence_reason,
       s.site_id, s.series_id, s.name, s.session_type, s.first_planned_on, s.planned_start_at, s.planned_end_at, s.breaks, s.canceled_at,
       null::uuid, null::boolean, a.over_cap_reason, a.excused, a.absence_detail
  from attendances a
  join sessions s on s.org_id = a.org_id and s.id = a.session_id
 where a.superseded_at is null and s.withdrawn_at is null
   and not exists (
     select 1 from session_bookings b
      where b.org_id = s.org_id and b.session_id = s.id and b.participant_id = a.participant_id and b.withdrawn_at is null)
   and not exists (
     select 1 from enrollments e
      where e.org_id = s.org_id and e.series_id = s.series_id and e.participant_id = a.participant_id
        and e.starts_on <= s.first_planned_on and case when e.ended_on is null then 'infinity' else e.ended_on end >= s.first_planned_on
        and daterange(e.starts_on, e.ended_on, '[]') @> s.first_planned_on and e.withdrawn_at is null
        and not exists (
          select 1 from session_bookings m
           where m.org_id = s.org_id and m.moved_from_id = s.id and m.participant_id = e.participant_id and m.withdrawn_at is null));
