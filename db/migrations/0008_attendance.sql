-- Who came to which session, and the stays from which minutes are read. The ledger is a reading, never a table (W6).

create table attendances (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  enrollment_id uuid,
  program_id uuid not null,
  level text,
  outcome text not null,
  seat_no smallint,
  absence_reason text,
  supersedes_id uuid,
  correction_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  superseded_by uuid,
  constraint attendances_pk primary key (org_id, id),
  constraint attendances_outcome_check check (outcome in ('present', 'absent')),
  constraint attendances_seat_check check (seat_no between 1 and 10),
  constraint attendances_level_check check (level in ('iop', 'php', 'outpatient')),
  constraint attendances_correction_check check ((supersedes_id is null) = (correction_reason is null)),
  constraint attendances_session_fk foreign key (org_id, session_id) references sessions (org_id, id),
  constraint attendances_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint attendances_enrollment_fk foreign key (org_id, enrollment_id) references enrollments (org_id, id),
  constraint attendances_program_fk foreign key (org_id, program_id) references programs (org_id, id),
  constraint attendances_supersedes_fk foreign key (org_id, supersedes_id) references attendances (org_id, id)
);
create unique index attendances_person_key on attendances (org_id, session_id, participant_id) where superseded_at is null;
create unique index attendances_seat_key on attendances (org_id, session_id, seat_no) where superseded_at is null and outcome = 'present' and seat_no is not null;
create index attendances_participant_ix on attendances (org_id, participant_id, session_id);

create table stays (
  org_id uuid not null,
  id uuid not null,
  attendance_id uuid not null,
  arrived_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_recorded_at timestamptz,
  ended_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint stays_pk primary key (org_id, id),
  constraint stays_times_check check (ended_at is null or ended_at >= arrived_at),
  constraint stays_attendance_fk foreign key (org_id, attendance_id) references attendances (org_id, id)
);
-- One stay can be open at a time; a double tap at two desks opens one.
create unique index stays_open_key on stays (org_id, attendance_id) where ended_at is null and withdrawn_at is null;
create index stays_attendance_ix on stays (org_id, attendance_id);
