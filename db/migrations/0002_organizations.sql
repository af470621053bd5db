-- Organizations, and the three tables the platform itself keeps for each: commands, accesses, outbox.
-- Every table of an organization begins each key with org_id and forces row-level security (scale.md).

create table organizations (
  org_id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamptz not null,
  constraint organizations_pk primary key (org_id),
  constraint organizations_name_check check (length(btrim(name)) between 1 and 200),
  constraint organizations_kind_check check (kind in ('real', 'demo'))
);

create table commands (
  org_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  contract text not null,
  request_hash text not null,
  reply jsonb,
  accepted_at timestamptz not null,
  constraint commands_pk primary key (org_id, id)
);
create index commands_accepted_ix on commands (org_id, accepted_at);

create table accesses (
  org_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid not null,
  sign_in_id text not null,
  contract text not null,
  participant_ids uuid[] not null,
  from_address text,
  constraint accesses_pk primary key (org_id, id)
);
create index accesses_at_ix on accesses (org_id, at);

create table outbox (
  org_id uuid not null,
  id uuid not null,
  topic text not null,
  body jsonb not null,
  created_at timestamptz not null,
  relayed_at timestamptz,
  constraint outbox_pk primary key (org_id, id)
);
create index outbox_waiting_ix on outbox (org_id, id) where relayed_at is null;
