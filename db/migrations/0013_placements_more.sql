-- Where a person is on the path: track, primary counselor, path version and phase, each from a day on.

alter table episodes add column track_id uuid;
alter table episodes add constraint episodes_track_fk foreign key (org_id, track_id) references tracks (org_id, id);

create table episode_counselors (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint episode_counselors_pk primary key (org_id, id),
  constraint episode_counselors_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint episode_counselors_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint episode_counselors_staff_fk foreign key (org_id, staff_id) references staff (org_id, id),
  constraint episode_counselors_overlap_excl exclude using gist (
    org_id with =, episode_id with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null)
);

create table phase_segments (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  path_version_id uuid not null,
  phase_no smallint not null,
  starts_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint phase_segments_pk primary key (org_id, id),
  constraint phase_segments_phase_check check (phase_no between 1 and 12),
  constraint phase_segments_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint phase_segments_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint phase_segments_path_fk foreign key (org_id, path_version_id) references path_versions (org_id, id),
  constraint phase_segments_overlap_excl exclude using gist (
    org_id with =, episode_id with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null)
);

-- A change of level that was entered for a wrong day is withdrawn, and frees its days.
alter table level_segments add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table level_segments drop constraint level_segments_overlap_excl;
alter table level_segments add constraint level_segments_overlap_excl exclude using gist (
  org_id with =, episode_id with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null);
