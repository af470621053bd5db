-- Why an episode ended, what ended with it, and that it was taken back the same day.

create table discharges (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  last_day date not null,
  reason text not null,
  detail text not null,
  next_episode_id uuid,
  ended jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint discharges_pk primary key (org_id, id),
  constraint discharges_reason_check check (reason in ('completed', 'stepped-down', 'transferred', 'left', 'lost-contact', 'ended-by-program', 'higher-level', 'incarcerated', 'died', 'other')),
  constraint discharges_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint discharges_participant_fk foreign key (org_id, participant_id) references participants (org_id, id)
);
create unique index discharges_episode_key on discharges (org_id, episode_id) where undone_at is null;
