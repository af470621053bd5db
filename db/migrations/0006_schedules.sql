-- Groups as series with a weekly time, and who holds which of the ten seats from when to when.

create table series (
  org_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  room_id uuid,
  name text not null,
  session_type text not null,
  weekday smallint not null,
  starts_at_local time(0) not null,
  minutes smallint not null,
  breaks jsonb not null default '[]',
  facilitator_id uuid,
  capacity smallint not null default 10,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint series_pk primary key (org_id, id),
  constraint series_type_check check (session_type in ('group', 'individual', 'family', 'couple', 'medication-visit', 'peer-support')),
  constraint series_weekday_check check (weekday between 1 and 7),
  constraint series_minutes_check check (minutes between 1 and 720),
  constraint series_capacity_check check (capacity between 1 and 10),
  constraint series_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint series_program_fk foreign key (org_id, program_id) references programs (org_id, id),
  constraint series_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint series_room_fk foreign key (org_id, room_id) references rooms (org_id, id),
  constraint series_facilitator_fk foreign key (org_id, facilitator_id) references staff (org_id, id)
);

-- The cap of ten holds here, not by counting: a seat number belongs to one person at a time (W9).
create table enrollments (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  seat_no smallint not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint enrollments_pk primary key (org_id, id),
  constraint enrollments_seat_check check (seat_no between 1 and 10),
  constraint enrollments_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint enrollments_series_fk foreign key (org_id, series_id) references series (org_id, id),
  constraint enrollments_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint enrollments_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint enrollments_seat_excl exclude using gist (
    org_id with =, series_id with =, seat_no with =, daterange(starts_on, ended_on, '[]') with &&),
  constraint enrollments_person_excl exclude using gist (
    org_id with =, series_id with =, participant_id with =, daterange(starts_on, ended_on, '[]') with &&)
);
create index enrollments_series_ix on enrollments (org_id, series_id, starts_on);
create index enrollments_participant_ix on enrollments (org_id, participant_id, starts_on);
