-- The program as data: sites in their time zones, rooms, programs, and the dated rules by which hours are judged.

create table sites (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  grace_minutes smallint not null default 20,
  recorded_at timestamptz not null,
  constraint sites_pk primary key (org_id, id),
  constraint sites_name_key unique (org_id, name),
  constraint sites_grace_check check (grace_minutes between 0 and 240),
  constraint sites_org_fk foreign key (org_id) references organizations (org_id)
);

create table site_staff (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint site_staff_pk primary key (org_id, id),
  constraint site_staff_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint site_staff_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
create unique index site_staff_current_key on site_staff (org_id, staff_id, site_id) where ended_at is null;

create table rooms (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  recorded_at timestamptz not null,
  constraint rooms_pk primary key (org_id, id),
  constraint rooms_name_key unique (org_id, site_id, name),
  constraint rooms_site_fk foreign key (org_id, site_id) references sites (org_id, id)
);

create table programs (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  population text not null,
  specialty text not null,
  recorded_at timestamptz not null,
  constraint programs_pk primary key (org_id, id),
  constraint programs_name_key unique (org_id, name),
  constraint programs_population_check check (population in ('adults', 'adolescents')),
  constraint programs_specialty_check check (specialty in ('substance-use', 'ocd-anxiety', 'eating-disorder', 'dual-diagnosis', 'other')),
  constraint programs_org_fk foreign key (org_id) references organizations (org_id)
);

create table hours_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  level text not null,
  population text not null,
  unit text not null,
  basis text not null,
  session_types text[] not null,
  participant_present boolean not null,
  floor_minutes_week integer,
  floor_minutes_day integer,
  days_week smallint,
  ceiling_minutes_week integer,
  week_starts_on smallint not null default 1,
  valid_from date not null,
  valid_to date,
  source text not null,
  is_verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint hours_rules_pk primary key (org_id, id),
  constraint hours_rules_level_check check (level in ('iop', 'php', 'outpatient')),
  constraint hours_rules_population_check check (population in ('adults', 'adolescents')),
  constraint hours_rules_unit_check check (unit in ('minutes', 'services')),
  constraint hours_rules_basis_check check (basis in ('planned', 'scheduled', 'attended', 'clinical')),
  constraint hours_rules_week_check check (week_starts_on between 1 and 7),
  constraint hours_rules_dates_check check (valid_to is null or valid_to >= valid_from),
  constraint hours_rules_org_fk foreign key (org_id) references organizations (org_id)
);
create index hours_rules_level_ix on hours_rules (org_id, level, population, valid_from);
