-- A code that an administrator hands out, once: to a colleague, to make an account or choose a new password for the one there is; or to a shared
-- tablet, to become one. A local table: who types a code has no organization yet.

create table handed_codes (
  id uuid not null,
  kind text not null,
  code_hash text not null,
  org_id uuid not null,
  actor_id uuid not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint handed_codes_pk primary key (id),
  constraint handed_codes_kind_check check (kind in ('account', 'tablet')),
  constraint handed_codes_hash_key unique (code_hash)
);
-- One code at a time for a colleague or a tablet.
create unique index handed_codes_actor_key on handed_codes (org_id, kind, actor_id) where used_at is null and withdrawn_at is null;
