-- Shared tablets at which people say that they are here, and what was said there: a claim until staff confirm it (W8, W23).

create table tablets (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  room_id uuid,
  name text not null,
  lists_names boolean not null,
  token_hash text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  seen_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  constraint tablets_pk primary key (org_id, id),
  constraint tablets_lists_check check (not lists_names or room_id is not null),
  constraint tablets_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint tablets_room_fk foreign key (org_id, room_id) references rooms (org_id, id)
);

create table arrival_claims (
  org_id uuid not null,
  id uuid not null,
  tablet_id uuid not null,
  site_id uuid not null,
  typed text not null,
  participant_id uuid,
  session_id uuid,
  claimed_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_as text,
  constraint arrival_claims_pk primary key (org_id, id),
  constraint arrival_claims_settled_check check (settled_as in ('arrived', 'not-here', 'known')),
  constraint arrival_claims_whole_check check ((settled_at is null) = (settled_as is null)),
  constraint arrival_claims_tablet_fk foreign key (org_id, tablet_id) references tablets (org_id, id),
  constraint arrival_claims_site_fk foreign key (org_id, site_id) references sites (org_id, id),
  constraint arrival_claims_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint arrival_claims_session_fk foreign key (org_id, session_id) references sessions (org_id, id)
);
create index arrival_claims_open_ix on arrival_claims (org_id, site_id, claimed_at) where settled_at is null;
create index arrival_claims_tablet_ix on arrival_claims (org_id, tablet_id, claimed_at);
