-- A group is what and for whom; its weekly times are when, where and by whom, each from a day to a day, so that a change of room or hour
-- from next Monday on rewrites nothing and nobody is ever enrolled again.

create table weekly_times (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  weekday smallint not null,
  starts_at_local time(0) not null,
  minutes smallint not null,
  breaks jsonb not null default '[]',
  room_id uuid,
  telehealth_link text not null default '',
  facilitator_id uuid,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint weekly_times_pk primary key (org_id, id),
  constraint weekly_times_weekday_check check (weekday between 1 and 7),
  constraint weekly_times_minutes_check check (minutes between 1 and 720),
  constraint weekly_times_day_check check (extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local) + minutes <= 1440),
  constraint weekly_times_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint weekly_times_series_fk foreign key (org_id, series_id) references series (org_id, id),
  constraint weekly_times_room_fk foreign key (org_id, room_id) references rooms (org_id, id),
  constraint weekly_times_facilitator_fk foreign key (org_id, facilitator_id) references staff (org_id, id)
);
create index weekly_times_series_ix on weekly_times (org_id, series_id, starts_on);

-- Only demo programs had groups so far, each for the one day on which it was furnished.
alter table series no force row level security;
alter table weekly_times no force row level security;
insert into weekly_times (org_id, id, series_id, weekday, starts_at_local, minutes, breaks, room_id, facilitator_id, starts_on, recorded_at, recorded_by, ended_on)
select org_id, id, id, weekday, starts_at_local, least(minutes, 1440 - (extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local))::integer),
       breaks, room_id, facilitator_id, starts_on, recorded_at, recorded_by, coalesce(ended_on, starts_on) from series;
update series set ended_on = starts_on where ended_on is null;

-- One room, and one person who leads, can be at one thing at a time; the loser of a race is told by the name of the constraint.
alter table weekly_times add constraint weekly_times_room_excl exclude using gist (
  org_id with =, room_id with =, weekday with =,
  int4range((extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local))::integer,
            (extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local) + minutes)::integer) with &&,
  daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null and room_id is not null);
alter table weekly_times add constraint weekly_times_facilitator_excl exclude using gist (
  org_id with =, facilitator_id with =, weekday with =,
  int4range((extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local))::integer,
            (extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local) + minutes)::integer) with &&,
  daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null and facilitator_id is not null);
-- A session is keyed by its first planned time (W11), so a group cannot begin twice at one.
alter table weekly_times add constraint weekly_times_time_excl exclude using gist (
  org_id with =, series_id with =, weekday with =,
  int4range((extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local))::integer,
            (extract(hour from starts_at_local) * 60 + extract(minute from starts_at_local) + minutes)::integer) with &&,
  daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null);

alter table series
  drop column weekday, drop column starts_at_local, drop column minutes, drop column breaks, drop column room_id, drop column facilitator_id,
  add column topic text not null default '',
  add column track_id uuid,
  add column curriculum_id uuid,
  add column credential_required text not null default '',
  add column minimum smallint not null default 2,
  add constraint series_name_check check (length(btrim(name)) between 1 and 120),
  add constraint series_minimum_check check (minimum between 1 and 10),
  add constraint series_track_fk foreign key (org_id, track_id) references tracks (org_id, id),
  add constraint series_curriculum_fk foreign key (org_id, curriculum_id) references curricula (org_id, id);

create table co_facilitators (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint co_facilitators_pk primary key (org_id, id),
  constraint co_facilitators_series_fk foreign key (org_id, series_id) references series (org_id, id),
  constraint co_facilitators_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
create unique index co_facilitators_current_key on co_facilitators (org_id, series_id, staff_id) where ended_at is null;

-- A seat given by mistake, or one that was never taken up, is withdrawn: it frees its days as if it had not been.
alter table enrollments add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table enrollments drop constraint enrollments_seat_excl, drop constraint enrollments_person_excl;
alter table enrollments add constraint enrollments_seat_excl exclude using gist (
  org_id with =, series_id with =, seat_no with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null);
alter table enrollments add constraint enrollments_person_excl exclude using gist (
  org_id with =, series_id with =, participant_id with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null);
