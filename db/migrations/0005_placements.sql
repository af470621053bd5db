-- Episodes of care and the level-of-care segments inside them.
create extension if not exists btree_gist;

create table episodes (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  admitted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint episodes_pk primary key (org_id, id),
  constraint episodes_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint episodes_program_fk foreign key (org_id, program_id) references programs (org_id, id),
  constraint episodes_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint episodes_dates_check check (ended_on is null or ended_on >= admitted_on),
  constraint episodes_overlap_excl exclude using gist (
    org_id with =, participant_id with =, program_id with =, daterange(admitted_on, ended_on, '[]') with &&)
);
create index episodes_participant_ix on episodes (org_id, participant_id, admitted_on);

create table level_segments (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  level text not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint level_segments_pk primary key (org_id, id),
  constraint level_segments_level_check check (level in ('iop', 'php', 'outpatient')),
  constraint level_segments_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint level_segments_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint level_segments_overlap_excl exclude using gist (
    org_id with =, episode_id with =, daterange(starts_on, ended_on, '[]') with &&)
);
