-- What was changed about a session, by whom, why, and who was affected; and sessions that the weekly times no longer give.

alter table sessions
  add column telehealth_link text not null default '',
  add column curriculum_module_id uuid,
  add column withdrawn_at timestamptz,
  add constraint sessions_module_fk foreign key (org_id, curriculum_module_id) references curriculum_modules (org_id, id);
create index sessions_series_start_ix on sessions (org_id, series_id, planned_start_at);

create table session_changes (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  reason text not null,
  was jsonb not null,
  became jsonb not null,
  participant_ids uuid[] not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint session_changes_pk primary key (org_id, id),
  constraint session_changes_kind_check check (kind in ('canceled', 'moved', 'reinstated')),
  constraint session_changes_reason_check check (length(reason) <= 500),
  constraint session_changes_session_fk foreign key (org_id, session_id) references sessions (org_id, id)
);
create index session_changes_session_ix on session_changes (org_id, session_id, recorded_at);
