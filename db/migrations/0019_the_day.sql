-- The day as it really goes: seats booked in one session, sessions added and split, absences with a reason, the eleventh who sat in anyway.

alter table sessions
  add column split_from_id uuid,
  add constraint sessions_split_from_fk foreign key (org_id, split_from_id) references sessions (org_id, id);

-- A one-off session has no series, and a unique key takes two nulls for two values: an act's command id keeps it from being added twice.
create table session_bookings (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  seat_no smallint not null,
  moved_from_id uuid,
  is_make_up boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint session_bookings_pk primary key (org_id, id),
  constraint session_bookings_seat_check check (seat_no between 1 and 10),
  constraint session_bookings_session_fk foreign key (org_id, session_id) references sessions (org_id, id),
  constraint session_bookings_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint session_bookings_moved_from_fk foreign key (org_id, moved_from_id) references sessions (org_id, id)
);
create unique index session_bookings_seat_key on session_bookings (org_id, session_id, seat_no) where withdrawn_at is null;
create unique index session_bookings_person_key on session_bookings (org_id, session_id, participant_id) where withdrawn_at is null;
create index session_bookings_participant_ix on session_bookings (org_id, participant_id, session_id);
create index session_bookings_moved_from_ix on session_bookings (org_id, moved_from_id, participant_id) where moved_from_id is not null;

alter table session_changes
  drop constraint session_changes_kind_check,
  add constraint session_changes_kind_check check (kind in ('canceled', 'moved', 'reinstated', 'added', 'handed-over', 'split', 'end-moved'));

alter table attendances
  add column excused boolean,
  add column absence_detail text not null default '',
  add column over_cap_reason text,
  add constraint attendances_absence_check check (outcome = 'absent' or (absence_reason is null and excused is null)),
  add constraint attendances_reason_check check (absence_reason in ('ill', 'court', 'work', 'child-care', 'transport', 'appointment', 'holiday', 'other', 'unknown')),
  add constraint attendances_over_cap_check check (over_cap_reason is null or (outcome = 'present' and seat_no is null));
