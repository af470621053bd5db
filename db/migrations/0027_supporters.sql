-- Relatives and others close to a person: who they are, which sessions they may attend by the person's recorded permission, and that they came.

alter table participant_contacts
  drop constraint participant_contacts_kind_check,
  add constraint participant_contacts_kind_check check (kind in ('guardian', 'emergency', 'supporter'));

create table supporter_permissions (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  contact_id uuid not null,
  session_types text[] not null,
  given_on date not null,
  given_how text not null,
  detail text not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint supporter_permissions_pk primary key (org_id, id),
  constraint supporter_permissions_types_check check (cardinality(session_types) > 0 and session_types <@ array['group', 'individual', 'family', 'couple']),
  constraint supporter_permissions_how_check check (given_how in ('on-paper', 'aloud')),
  constraint supporter_permissions_days_check check (last_day is null or last_day >= given_on),
  constraint supporter_permissions_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint supporter_permissions_contact_fk foreign key (org_id, contact_id) references participant_contacts (org_id, id)
);
create index supporter_permissions_participant_ix on supporter_permissions (org_id, participant_id);
create unique index supporter_permissions_contact_key on supporter_permissions (org_id, contact_id) where ended_at is null;

-- One row for each visit; a second row after leaving and coming back is not kept: relatives have no minutes.
create table supporter_visits (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  contact_id uuid not null,
  permission_id uuid not null,
  name text not null,
  relation text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint supporter_visits_pk primary key (org_id, id),
  constraint supporter_visits_session_fk foreign key (org_id, session_id) references sessions (org_id, id),
  constraint supporter_visits_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint supporter_visits_contact_fk foreign key (org_id, contact_id) references participant_contacts (org_id, id),
  constraint supporter_visits_permission_fk foreign key (org_id, permission_id) references supporter_permissions (org_id, id)
);
create unique index supporter_visits_person_key on supporter_visits (org_id, session_id, contact_id) where withdrawn_at is null;
create index supporter_visits_participant_ix on supporter_visits (org_id, participant_id, session_id);

-- Who sat in, as it stood when the note was signed: name and relation of each.
alter table notes add column supporters jsonb not null default '[]';
