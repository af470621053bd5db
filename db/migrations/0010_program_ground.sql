-- The ground of a program: what was changed and by whom; its level, tracks by time of day, days without sessions, curricula, paths through the weeks.

alter table organizations add column plan_weeks smallint not null default 12;
alter table organizations add constraint organizations_plan_check check (plan_weeks between 1 and 52);
alter table sites add column telephone text not null default '';
alter table sites add column address text not null default '';
alter table sites add column ended_on date, add column ended_by uuid, add column ended_at timestamptz;
alter table programs add column level text not null default 'iop';
alter table programs add constraint programs_level_check check (level in ('iop', 'php', 'outpatient'));
alter table programs add column ended_on date, add column ended_by uuid, add column ended_at timestamptz;
alter table rooms add column ended_on date, add column ended_by uuid, add column ended_at timestamptz;

create table tracks (
  org_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  name text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint tracks_pk primary key (org_id, id),
  constraint tracks_name_check check (length(btrim(name)) between 1 and 80),
  constraint tracks_program_fk foreign key (org_id, program_id) references programs (org_id, id),
  constraint tracks_site_fk foreign key (org_id, site_id) references sites (org_id, id)
);
create unique index tracks_name_key on tracks (org_id, program_id, site_id, name) where ended_at is null;

-- A holiday lowers what can be planned, not the floor (W5). Without a site it is a holiday of all sites.
create table holidays (
  org_id uuid not null,
  id uuid not null,
  site_id uuid,
  date date not null,
  name text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint holidays_pk primary key (org_id, id),
  constraint holidays_name_check check (length(btrim(name)) between 1 and 80),
  constraint holidays_org_fk foreign key (org_id) references organizations (org_id),
  constraint holidays_site_fk foreign key (org_id, site_id) references sites (org_id, id)
);
create unique index holidays_day_key on holidays (org_id, date, coalesce(site_id, org_id)) where ended_at is null;

create table curricula (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  source text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint curricula_pk primary key (org_id, id),
  constraint curricula_name_check check (length(btrim(name)) between 1 and 120),
  constraint curricula_org_fk foreign key (org_id) references organizations (org_id)
);
create unique index curricula_name_key on curricula (org_id, name) where ended_at is null;

create table curriculum_modules (
  org_id uuid not null,
  id uuid not null,
  curriculum_id uuid not null,
  position smallint not null,
  title text not null,
  is_entry_point boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint curriculum_modules_pk primary key (org_id, id),
  constraint curriculum_modules_title_check check (length(btrim(title)) between 1 and 200),
  constraint curriculum_modules_position_check check (position between 1 and 200),
  constraint curriculum_modules_curriculum_fk foreign key (org_id, curriculum_id) references curricula (org_id, id)
);
create unique index curriculum_modules_position_key on curriculum_modules (org_id, curriculum_id, position) where ended_at is null;

-- A path is a plan of weeks in phases. Each save is a new version; people on an older version keep theirs.
create table path_versions (
  org_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  version integer not null,
  program_id uuid not null,
  name text not null,
  weeks smallint not null,
  phases jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint path_versions_pk primary key (org_id, id),
  constraint path_versions_version_key unique (org_id, path_id, version),
  constraint path_versions_name_check check (length(btrim(name)) between 1 and 120),
  constraint path_versions_weeks_check check (weeks between 1 and 52),
  constraint path_versions_program_fk foreign key (org_id, program_id) references programs (org_id, id)
);

-- What a row said before it was changed and after: the history of whatever has no dated rows of its own.
create table changes (
  org_id uuid not null,
  id uuid not null,
  about text not null,
  row_id uuid not null,
  was jsonb not null,
  became jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint changes_pk primary key (org_id, id)
);
create index changes_row_ix on changes (org_id, row_id, recorded_at);
