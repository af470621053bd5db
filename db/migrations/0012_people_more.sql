-- What a program must know of a person before the first day, as simple lists; and what staff may do by their credentials.

alter table participants add column telephone text not null default '';
alter table participants add column email text not null default '';
alter table participants add column contact_by text not null default 'phone';
alter table participants add column may_leave_message boolean not null default false;
alter table participants add column contact_note text not null default '';
alter table participants add constraint participants_contact_check check (contact_by in ('phone', 'text', 'mail', 'none'));

create table participant_contacts (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null,
  name text not null,
  relation text not null default '',
  telephone text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint participant_contacts_pk primary key (org_id, id),
  constraint participant_contacts_kind_check check (kind in ('guardian', 'emergency')),
  constraint participant_contacts_name_check check (length(btrim(name)) between 1 and 120),
  constraint participant_contacts_participant_fk foreign key (org_id, participant_id) references participants (org_id, id)
);
create index participant_contacts_participant_ix on participant_contacts (org_id, participant_id);

create table health_items (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null,
  label text not null,
  detail text not null default '',
  last_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint health_items_pk primary key (org_id, id),
  constraint health_items_kind_check check (kind in ('allergy', 'medication', 'substance')),
  constraint health_items_label_check check (length(btrim(label)) between 1 and 200),
  constraint health_items_participant_fk foreign key (org_id, participant_id) references participants (org_id, id)
);
create index health_items_participant_ix on health_items (org_id, participant_id);

create table staff_credentials (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  number text not null default '',
  issued_by text not null default '',
  valid_from date not null,
  expires_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint staff_credentials_pk primary key (org_id, id),
  constraint staff_credentials_kind_check check (length(btrim(kind)) between 1 and 80),
  constraint staff_credentials_dates_check check (expires_on is null or expires_on >= valid_from),
  constraint staff_credentials_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
create index staff_credentials_staff_ix on staff_credentials (org_id, staff_id);

-- The clinician on call of a site and day; never empty while sessions are planned (W18).
create table on_call_days (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  date date not null,
  staff_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  constraint on_call_days_pk primary key (org_id, id),
  constraint on_call_days_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint on_call_days_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
create unique index on_call_days_current_key on on_call_days (org_id, site_id, date) where ended_at is null;
