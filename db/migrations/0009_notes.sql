-- Drafts as typed, and signed notes: frozen rows, one for each person and session, with their minutes and the rule as they stood (W6, W12).

create table session_drafts (
  org_id uuid not null,
  session_id uuid not null,
  part jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint session_drafts_pk primary key (org_id, session_id),
  constraint session_drafts_session_fk foreign key (org_id, session_id) references sessions (org_id, id)
);

create table note_drafts (
  org_id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  part jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint note_drafts_pk primary key (org_id, session_id, participant_id),
  constraint note_drafts_session_fk foreign key (org_id, session_id) references sessions (org_id, id),
  constraint note_drafts_participant_fk foreign key (org_id, participant_id) references participants (org_id, id)
);

create table notes (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  attendance_id uuid not null,
  shared_part jsonb not null,
  chips text[] not null,
  own_sentence text not null,
  craving smallint,
  practice text not null,
  scheduled_minutes integer not null,
  attended_minutes integer not null,
  clinical_minutes integer not null,
  minutes_rule text not null,
  author_id uuid not null,
  author_name text not null,
  author_credential text not null,
  signed_at timestamptz not null,
  constraint notes_pk primary key (org_id, id),
  constraint notes_person_key unique (org_id, session_id, participant_id),
  constraint notes_sentence_check check (length(btrim(own_sentence)) > 0),
  constraint notes_craving_check check (craving between 0 and 10),
  constraint notes_minutes_check check (0 <= clinical_minutes and clinical_minutes <= attended_minutes),
  constraint notes_session_fk foreign key (org_id, session_id) references sessions (org_id, id),
  constraint notes_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint notes_attendance_fk foreign key (org_id, attendance_id) references attendances (org_id, id),
  constraint notes_author_fk foreign key (org_id, author_id) references staff (org_id, id)
);
create index notes_participant_ix on notes (org_id, participant_id, signed_at);
