-- What a note says beside its sentence, what is added to it after signing, and who signs beside the author (W13, W14, W15).

alter table notes
  add column objective_id uuid,
  add column similarity smallint,
  add column similar_to_id uuid,
  add column cosign_by uuid,
  add column danger_task_id uuid,
  add constraint notes_similarity_check check (similarity between 0 and 100),
  add constraint notes_objective_fk foreign key (org_id, objective_id) references plan_objectives (org_id, id),
  add constraint notes_cosign_fk foreign key (org_id, cosign_by) references staff (org_id, id);
create index notes_objective_ix on notes (org_id, objective_id, signed_at);
create index notes_cosign_ix on notes (org_id, cosign_by, signed_at) where cosign_by is not null;

create table note_addenda (
  org_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  kind text not null,
  text text not null,
  attendance_id uuid,
  scheduled_minutes integer,
  attended_minutes integer,
  clinical_minutes integer,
  minutes_rule text,
  author_id uuid not null,
  author_name text not null,
  author_credential text not null,
  signed_at timestamptz not null,
  constraint note_addenda_pk primary key (org_id, id),
  constraint note_addenda_kind_check check (kind in ('addendum', 'correction', 'answer')),
  constraint note_addenda_text_check check (length(btrim(text)) > 0),
  constraint note_addenda_minutes_check check ((kind = 'correction') = (clinical_minutes is not null) and 0 <= clinical_minutes and clinical_minutes <= attended_minutes),
  constraint note_addenda_note_fk foreign key (org_id, note_id) references notes (org_id, id),
  constraint note_addenda_attendance_fk foreign key (org_id, attendance_id) references attendances (org_id, id),
  constraint note_addenda_author_fk foreign key (org_id, author_id) references staff (org_id, id)
);
create index note_addenda_note_ix on note_addenda (org_id, note_id, signed_at);

create table note_reviews (
  org_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  kind text not null,
  reason text not null,
  addenda_seen smallint not null,
  by_id uuid not null,
  by_name text not null,
  by_credential text not null,
  signed_at timestamptz not null,
  constraint note_reviews_pk primary key (org_id, id),
  constraint note_reviews_kind_check check (kind in ('co-signed', 'returned')),
  constraint note_reviews_reason_check check (kind <> 'returned' or length(btrim(reason)) > 0),
  constraint note_reviews_note_fk foreign key (org_id, note_id) references notes (org_id, id),
  constraint note_reviews_by_fk foreign key (org_id, by_id) references staff (org_id, id)
);
create unique index note_reviews_co_signed_key on note_reviews (org_id, note_id) where kind = 'co-signed';
create index note_reviews_note_ix on note_reviews (org_id, note_id, signed_at);

-- Whose notes wait for whose signature, from a day to a day.
create table supervisions (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  supervisor_id uuid not null,
  starts_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint supervisions_pk primary key (org_id, id),
  constraint supervisions_other_check check (staff_id <> supervisor_id),
  constraint supervisions_dates_check check (ended_on is null or ended_on >= starts_on),
  constraint supervisions_staff_fk foreign key (org_id, staff_id) references staff (org_id, id),
  constraint supervisions_supervisor_fk foreign key (org_id, supervisor_id) references staff (org_id, id),
  constraint supervisions_overlap_excl exclude using gist (
    org_id with =, staff_id with =, daterange(starts_on, ended_on, '[]') with &&) where (withdrawn_at is null)
);

create table contact_notes (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  site_id uuid not null,
  task_id uuid,
  kind text not null,
  with_whom text not null,
  happened_at timestamptz not null,
  minutes integer not null,
  text text not null,
  risk text not null,
  danger_task_id uuid,
  author_id uuid not null,
  author_name text not null,
  author_credential text not null,
  signed_at timestamptz not null,
  constraint contact_notes_pk primary key (org_id, id),
  constraint contact_notes_kind_check check (kind in ('phone', 'did-not-come', 'collateral', 'case-management', 'crisis')),
  constraint contact_notes_risk_check check (risk in ('none', 'watch', 'danger')),
  constraint contact_notes_minutes_check check (minutes between 0 and 1440),
  constraint contact_notes_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint contact_notes_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint contact_notes_author_fk foreign key (org_id, author_id) references staff (org_id, id)
);
create index contact_notes_participant_ix on contact_notes (org_id, participant_id, happened_at);
