-- What somebody must do about a person: a row with owners, a due time and a documented end (W17, W18, W25).

create table tasks (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  source text not null,
  concern text,
  detail text not null,
  participant_id uuid not null,
  session_id uuid,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  taken_at timestamptz,
  taken_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  ended_as text,
  done text not null default '',
  constraint tasks_pk primary key (org_id, id),
  constraint tasks_kind_check check (kind in ('danger', 'outreach', 'craving')),
  constraint tasks_source_check check (source in ('group-room', 'button', 'contact-note', 'absence', 'craving', 'tablet')),
  constraint tasks_concern_check check (concern in ('self', 'others', 'withdrawal', 'medical', 'other')),
  constraint tasks_danger_check check ((kind = 'danger') = (concern is not null)),
  constraint tasks_ended_as_check check (ended_as in ('safe-now', 'safety-plan', 'crisis-service', 'emergency', 'by-mistake', 'reached', 'not-reached', 'came', 'taken-back', 'discharged', 'talked', 'other')),
  constraint tasks_closed_check check ((closed_at is null) = (ended_as is null)),
  constraint tasks_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint tasks_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint tasks_session_fk foreign key (org_id, session_id) references sessions (org_id, id)
);
create index tasks_open_ix on tasks (org_id, site_id, due_at) where closed_at is null;
create index tasks_participant_ix on tasks (org_id, participant_id, opened_at);
-- One outreach and one craving task for a person and session, whoever records it first.
create unique index tasks_session_key on tasks (org_id, session_id, participant_id, kind) where kind in ('outreach', 'craving') and closed_at is null;

create table task_owners (
  org_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  staff_id uuid not null,
  because text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint task_owners_pk primary key (org_id, id),
  constraint task_owners_person_key unique (org_id, task_id, staff_id),
  constraint task_owners_because_check check (because in ('counselor', 'on-call', 'director', 'not-taken', 'handed-over')),
  constraint task_owners_task_fk foreign key (org_id, task_id) references tasks (org_id, id),
  constraint task_owners_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);
