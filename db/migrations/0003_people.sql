-- Participants and staff: who they are and what they are called.

create table participants (
  org_id uuid not null,
  id uuid not null,
  participant_number text not null,
  legal_given_name text not null,
  legal_family_name text not null,
  chosen_name text,
  pronouns text,
  birth_date date,
  language text not null default 'en',
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint participants_pk primary key (org_id, id),
  constraint participants_number_key unique (org_id, participant_number),
  constraint participants_name_check check (length(btrim(legal_given_name || legal_family_name)) > 0),
  constraint participants_org_fk foreign key (org_id) references organizations (org_id)
);

create table staff (
  org_id uuid not null,
  id uuid not null,
  given_name text not null,
  family_name text not null,
  credential text not null default '',
  started_on date not null,
  recorded_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  constraint staff_pk primary key (org_id, id),
  constraint staff_org_fk foreign key (org_id) references organizations (org_id),
  constraint staff_dates_check check (ended_on is null or ended_on >= started_on)
);

create table staff_roles (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint staff_roles_pk primary key (org_id, id),
  constraint staff_roles_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
create unique index staff_roles_current_key on staff_roles (org_id, staff_id, role) where ended_at is null;

create table role_permissions (
  org_id uuid not null,
  id uuid not null,
  role text not null,
  permission text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint role_permissions_pk primary key (org_id, id),
  constraint role_permissions_org_fk foreign key (org_id) references organizations (org_id)
);
create unique index role_permissions_current_key on role_permissions (org_id, role, permission) where ended_at is null;
