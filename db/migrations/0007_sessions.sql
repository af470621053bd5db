-- One occurrence of a series, keyed by the local date and time first planned (W11), and the times as really held (W2).

create table sessions (
  org_id uuid not null,
  id uuid not null,
  series_id uuid,
  session_type text not null,
  name text not null,
  first_planned_on date not null,
  first_planned_at_local time(0) not null,
  site_id uuid not null,
  program_id uuid not null,
  room_id uuid,
  facilitator_id uuid,
  planned_start_at timestamptz not null,
  planned_end_at timestamptz not null,
  breaks jsonb not null default '[]',
  capacity smallint not null default 10,
  recorded_at timestamptz not null,
  recorded_by uuid,
  canceled_at timestamptz,
  canceled_by uuid,
  cancel_reason text,
  constraint sessions_pk primary key (org_id, id),
  constraint sessions_first_planned_key unique (org_id, series_id, first_planned_on, first_planned_at_local),
  constraint sessions_type_check check (session_type in ('group', 'individual', 'family', 'couple', 'medication-visit', 'peer-support')),
  constraint sessions_times_check check (planned_end_at > planned_start_at),
  constraint sessions_capacity_check check (capacity between 1 and 10),
  constraint sessions_series_fk foreign key (org_id, series_id) references series (org_id, id),
  constraint sessions_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint sessions_program_fk foreign key (org_id, program_id) references programs (org_id, id),
  constraint sessions_room_fk foreign key (org_id, room_id) references rooms (org_id, id),
  constraint sessions_facilitator_fk foreign key (org_id, facilitator_id) references staff (org_id, id)
);
create index sessions_site_start_ix on sessions (org_id, site_id, planned_start_at);

create table held_times (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  ends_at timestamptz not null,
  breaks jsonb not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint held_times_pk primary key (org_id, id),
  constraint held_times_session_fk foreign key (org_id, session_id) references sessions (org_id, id)
);
create index held_times_session_ix on held_times (org_id, session_id, recorded_at);
