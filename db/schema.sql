-- The schema as the migrations leave it; printed by scripts/schema.ts, never edited and never run.

-- extension btree_gist

create table accesses (
  org_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid not null,
  sign_in_id text not null,
  contract text not null,
  participant_ids uuid[] not null,
  from_address text,
  constraint accesses_pk PRIMARY KEY (org_id, id)
);
CREATE INDEX accesses_at_ix ON public.accesses USING btree (org_id, at);
alter table accesses enable row level security;
alter table accesses force row level security;
create policy accesses_org on accesses for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on accesses to stepdown_app;
comment on table accesses is 'Who saw or changed whose record, one row for each answer (W21) (facts; owner: platform)';
comment on column accesses.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column accesses.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column accesses.at is 'When the answer was given.';
comment on column accesses.actor_id is 'The staff row that asked; all zeros for whoever works at the server''s own terminal.';
comment on column accesses.sign_in_id is 'The sign-in it came through.';
comment on column accesses.contract is 'Which read or act.';
comment on column accesses.participant_ids is 'Every participant whose record the answer contained.';
comment on column accesses.from_address is 'Network address of the browser.';

create table account_keys (
  id uuid not null,
  account_id uuid not null,
  provider text not null,
  provider_account_id text not null,
  password_hash text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_keys_pk PRIMARY KEY (id),
  constraint account_keys_provider_key UNIQUE (provider, provider_account_id),
  constraint account_keys_password_check CHECK (password_hash IS NULL OR password_hash ~~ '$argon2id$%'::text),
  constraint account_keys_account_fk FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX account_keys_account_ix ON public.account_keys USING btree (account_id);
grant delete, insert, select, update on account_keys to stepdown_app;
comment on table account_keys is 'A way in which an account proves itself, one row for each (local; owner: sign-in)';
comment on column account_keys.id is 'Random, UUID version 4.';
comment on column account_keys.account_id is 'Whose.';
comment on column account_keys.provider is 'Which way; credential is a password kept here.';
comment on column account_keys.provider_account_id is 'The name of the account over there; the account itself for a password.';
comment on column account_keys.password_hash is 'Argon2id string with its own parameters; never the password.';
comment on column account_keys.access_token is 'Token of another provider; unused so far.';
comment on column account_keys.refresh_token is 'Token of another provider; unused so far.';
comment on column account_keys.id_token is 'Token of another provider; unused so far.';
comment on column account_keys.access_token_expires_at is 'When that token ends; unused so far.';
comment on column account_keys.refresh_token_expires_at is 'When that token ends; unused so far.';
comment on column account_keys.scope is 'What another provider granted; unused so far.';
comment on column account_keys.created_at is 'When this way was added.';
comment on column account_keys.updated_at is 'When it was last changed, such as by a new password.';

create table account_organizations (
  account_id uuid not null,
  org_id uuid not null,
  actor_id uuid not null,
  joined_at timestamp with time zone not null,
  constraint account_organizations_pk PRIMARY KEY (account_id, org_id),
  constraint account_organizations_account_fk FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
grant delete, insert, select, update on account_organizations to stepdown_app;
comment on table account_organizations is 'Which organizations an account may enter, and as whom (local; owner: sign-in)';
comment on column account_organizations.account_id is 'Which account.';
comment on column account_organizations.org_id is 'Which organization.';
comment on column account_organizations.actor_id is 'The staff row there under which everything is recorded.';
comment on column account_organizations.joined_at is 'Since when.';

create table accounts (
  id uuid not null,
  email text not null,
  email_verified boolean not null default false,
  name text not null,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint accounts_pk PRIMARY KEY (id),
  constraint accounts_email_key UNIQUE (email),
  constraint accounts_email_check CHECK (email = lower(email))
);
grant delete, insert, select, update on accounts to stepdown_app;
comment on table accounts is 'A person who may sign in, whatever the organization (local; owner: sign-in)';
comment on column accounts.id is 'Random, UUID version 4.';
comment on column accounts.email is 'Address to sign in with, in lower case; unique on this server.';
comment on column accounts.email_verified is 'Whether the address was proven; unused so far.';
comment on column accounts.name is 'Name as given when the account was made; what others see is the staff row.';
comment on column accounts.image is 'Picture of the sign-in library; unused.';
comment on column accounts.created_at is 'When the account was made.';
comment on column accounts.updated_at is 'When it was last changed.';

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
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  superseded_by uuid,
  constraint attendances_pk PRIMARY KEY (org_id, id),
  constraint attendances_correction_check CHECK ((supersedes_id IS NULL) = (correction_reason IS NULL)),
  constraint attendances_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint attendances_outcome_check CHECK (outcome = ANY (ARRAY['present'::text, 'absent'::text])),
  constraint attendances_seat_check CHECK (seat_no >= 1 AND seat_no <= 10),
  constraint attendances_enrollment_fk FOREIGN KEY (org_id, enrollment_id) REFERENCES enrollments(org_id, id),
  constraint attendances_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint attendances_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint attendances_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id),
  constraint attendances_supersedes_fk FOREIGN KEY (org_id, supersedes_id) REFERENCES attendances(org_id, id)
);
CREATE INDEX attendances_participant_ix ON public.attendances USING btree (org_id, participant_id, session_id);
CREATE UNIQUE INDEX attendances_person_key ON public.attendances USING btree (org_id, session_id, participant_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX attendances_seat_key ON public.attendances USING btree (org_id, session_id, seat_no) WHERE ((superseded_at IS NULL) AND (outcome = 'present'::text) AND (seat_no IS NOT NULL));
alter table attendances enable row level security;
alter table attendances force row level security;
create policy attendances_org on attendances for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on attendances to stepdown_app;
grant update (superseded_at, superseded_by) on attendances to stepdown_app;
comment on table attendances is 'That a person came to a session or did not; corrected by a row that supersedes (W14) (standing; owner: attendance)';
comment on column attendances.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column attendances.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column attendances.session_id is 'Which session.';
comment on column attendances.participant_id is 'Who.';
comment on column attendances.enrollment_id is 'By which seat; null for a make-up visit.';
comment on column attendances.program_id is 'The program of that day.';
comment on column attendances.level is 'The level of care of that day; null when no segment was in force.';
comment on column attendances.outcome is 'Present or absent.';
comment on column attendances.seat_no is 'Seat in the room; null when absent, or beyond the cap (W10).';
comment on column attendances.absence_reason is 'Why the person did not come.';
comment on column attendances.supersedes_id is 'The row that this one corrects.';
comment on column attendances.correction_reason is 'Why it was corrected.';
comment on column attendances.recorded_at is 'When this was written down.';
comment on column attendances.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column attendances.superseded_at is 'When a correction took its place; null for the row that counts.';
comment on column attendances.superseded_by is 'Who corrected it.';

create table commands (
  org_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  contract text not null,
  request_hash text not null,
  reply jsonb,
  accepted_at timestamp with time zone not null,
  constraint commands_pk PRIMARY KEY (org_id, id)
);
CREATE INDEX commands_accepted_ix ON public.commands USING btree (org_id, accepted_at);
alter table commands enable row level security;
alter table commands force row level security;
create policy commands_org on commands for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant delete, insert, select, update on commands to stepdown_app;
grant delete, select on commands to stepdown_worker;
comment on table commands is 'Acts that were carried out, so that a repeat answers from the first; kept 30 days (W26) (working; owner: platform)';
comment on column commands.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column commands.id is 'The command id that the browser made.';
comment on column commands.actor_id is 'The staff row that acted.';
comment on column commands.contract is 'Which act.';
comment on column commands.request_hash is 'SHA-256 of contract and request; the same id with another body is refused.';
comment on column commands.reply is 'Ids, counts and times that the act answered; never text of a record.';
comment on column commands.accepted_at is 'When it was carried out.';

create table enrollments (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  seat_no smallint not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint enrollments_pk PRIMARY KEY (org_id, id),
  constraint enrollments_person_excl EXCLUDE USING gist (org_id WITH =, series_id WITH =, participant_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&),
  constraint enrollments_seat_excl EXCLUDE USING gist (org_id WITH =, series_id WITH =, seat_no WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&),
  constraint enrollments_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint enrollments_seat_check CHECK (seat_no >= 1 AND seat_no <= 10),
  constraint enrollments_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint enrollments_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint enrollments_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id)
);
CREATE INDEX enrollments_participant_ix ON public.enrollments USING btree (org_id, participant_id, starts_on);
CREATE INDEX enrollments_series_ix ON public.enrollments USING btree (org_id, series_id, starts_on);
alter table enrollments enable row level security;
alter table enrollments force row level security;
create policy enrollments_org on enrollments for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on enrollments to stepdown_app;
grant update (ended_on, ended_by, ended_at) on enrollments to stepdown_app;
comment on table enrollments is 'A person''s seat in a series from a day to a day; the cap of ten is an exclusion over it (W9) (standing; owner: schedules)';
comment on column enrollments.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column enrollments.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column enrollments.series_id is 'Which group.';
comment on column enrollments.episode_id is 'Under which episode.';
comment on column enrollments.participant_id is 'Who.';
comment on column enrollments.seat_no is 'Seat 1 to 10.';
comment on column enrollments.starts_on is 'First local day on which it holds.';
comment on column enrollments.recorded_at is 'When this was written down.';
comment on column enrollments.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column enrollments.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column enrollments.ended_by is 'The staff row that ended it.';
comment on column enrollments.ended_at is 'When the end was written down.';

create table episodes (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  admitted_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint episodes_pk PRIMARY KEY (org_id, id),
  constraint episodes_overlap_excl EXCLUDE USING gist (org_id WITH =, participant_id WITH =, program_id WITH =, daterange(admitted_on, ended_on, '[]'::text) WITH &&),
  constraint episodes_dates_check CHECK (ended_on IS NULL OR ended_on >= admitted_on),
  constraint episodes_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint episodes_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint episodes_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE INDEX episodes_participant_ix ON public.episodes USING btree (org_id, participant_id, admitted_on);
alter table episodes enable row level security;
alter table episodes force row level security;
create policy episodes_org on episodes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on episodes to stepdown_app;
grant update (ended_on, ended_by, ended_at) on episodes to stepdown_app;
comment on table episodes is 'One course of care of a person in a program, from admission to discharge (standing; owner: placements)';
comment on column episodes.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column episodes.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column episodes.participant_id is 'Who.';
comment on column episodes.program_id is 'In which program.';
comment on column episodes.site_id is 'At which site.';
comment on column episodes.admitted_on is 'Local day of admission.';
comment on column episodes.recorded_at is 'When this was written down.';
comment on column episodes.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column episodes.ended_on is 'Local day of discharge; null while the episode is open.';
comment on column episodes.ended_by is 'The staff row that ended it.';
comment on column episodes.ended_at is 'When the end was written down.';

create table held_times (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  ends_at timestamp with time zone not null,
  breaks jsonb not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint held_times_pk PRIMARY KEY (org_id, id),
  constraint held_times_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX held_times_session_ix ON public.held_times USING btree (org_id, session_id, recorded_at);
alter table held_times enable row level security;
alter table held_times force row level security;
create policy held_times_org on held_times for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on held_times to stepdown_app;
comment on table held_times is 'The session as really held, when it differed from the plan; the newest row counts (W2) (facts; owner: sessions)';
comment on column held_times.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column held_times.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column held_times.session_id is 'Which session.';
comment on column held_times.ends_at is 'When it really ended.';
comment on column held_times.breaks is 'Its breaks, each with whether it was taken.';
comment on column held_times.reason is 'Why it differed.';
comment on column held_times.recorded_at is 'When this was written down.';
comment on column held_times.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table hours_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  level text not null,
  population text not null,
  unit text not null,
  basis text not null,
  session_types text[] not null,
  participant_present boolean not null,
  floor_minutes_week integer,
  floor_minutes_day integer,
  days_week smallint,
  ceiling_minutes_week integer,
  week_starts_on smallint not null default 1,
  valid_from date not null,
  valid_to date,
  source text not null,
  is_verified boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint hours_rules_pk PRIMARY KEY (org_id, id),
  constraint hours_rules_basis_check CHECK (basis = ANY (ARRAY['planned'::text, 'scheduled'::text, 'attended'::text, 'clinical'::text])),
  constraint hours_rules_dates_check CHECK (valid_to IS NULL OR valid_to >= valid_from),
  constraint hours_rules_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint hours_rules_population_check CHECK (population = ANY (ARRAY['adults'::text, 'adolescents'::text])),
  constraint hours_rules_unit_check CHECK (unit = ANY (ARRAY['minutes'::text, 'services'::text])),
  constraint hours_rules_week_check CHECK (week_starts_on >= 1 AND week_starts_on <= 7),
  constraint hours_rules_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
CREATE INDEX hours_rules_level_ix ON public.hours_rules USING btree (org_id, level, population, valid_from);
alter table hours_rules enable row level security;
alter table hours_rules force row level security;
create policy hours_rules_org on hours_rules for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on hours_rules to stepdown_app;
grant update (valid_to) on hours_rules to stepdown_app;
comment on table hours_rules is 'A dated rule by which weekly hours are judged, with its source (W4) (standing; owner: program)';
comment on column hours_rules.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column hours_rules.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column hours_rules.name is 'What people call this test.';
comment on column hours_rules.level is 'The level of care it belongs to.';
comment on column hours_rules.population is 'Adults or adolescents.';
comment on column hours_rules.unit is 'Whether minutes or services are counted.';
comment on column hours_rules.basis is 'Which minutes count, planned, scheduled, attended or clinical.';
comment on column hours_rules.session_types is 'Session types that count.';
comment on column hours_rules.participant_present is 'Whether the participant must have been there.';
comment on column hours_rules.floor_minutes_week is 'Least minutes in a week; null when there is none.';
comment on column hours_rules.floor_minutes_day is 'Least minutes for a day to count; null when there is none.';
comment on column hours_rules.days_week is 'Least days in a week; null when there is none.';
comment on column hours_rules.ceiling_minutes_week is 'Most minutes in a week at this level; null when there is none.';
comment on column hours_rules.week_starts_on is 'First day of the rule''s week, Monday 1 to Sunday 7.';
comment on column hours_rules.valid_from is 'First day on which the rule holds.';
comment on column hours_rules.valid_to is 'Last day on which the rule holds; null while it holds.';
comment on column hours_rules.source is 'Where the figures come from.';
comment on column hours_rules.is_verified is 'Whether somebody compared the figures with the source''s own text.';
comment on column hours_rules.recorded_at is 'When this was written down.';
comment on column hours_rules.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table level_segments (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  level text not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint level_segments_pk PRIMARY KEY (org_id, id),
  constraint level_segments_overlap_excl EXCLUDE USING gist (org_id WITH =, episode_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&),
  constraint level_segments_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint level_segments_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint level_segments_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id)
);
alter table level_segments enable row level security;
alter table level_segments force row level security;
create policy level_segments_org on level_segments for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on level_segments to stepdown_app;
grant update (ended_on, ended_by, ended_at) on level_segments to stepdown_app;
comment on table level_segments is 'A stretch of an episode at one level of care; the floor of a day is that of the segment in force (W5) (standing; owner: placements)';
comment on column level_segments.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column level_segments.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column level_segments.episode_id is 'Of which episode.';
comment on column level_segments.level is 'The level of care.';
comment on column level_segments.starts_on is 'First local day on which it holds.';
comment on column level_segments.recorded_at is 'When this was written down.';
comment on column level_segments.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column level_segments.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column level_segments.ended_by is 'The staff row that ended it.';
comment on column level_segments.ended_at is 'When the end was written down.';

create table note_drafts (
  org_id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  part jsonb not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint note_drafts_pk PRIMARY KEY (org_id, session_id, participant_id),
  constraint note_drafts_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint note_drafts_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
alter table note_drafts enable row level security;
alter table note_drafts force row level security;
create policy note_drafts_org on note_drafts for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant delete, insert, select, update on note_drafts to stepdown_app;
comment on table note_drafts is 'One person''s part of a note, as typed (working; owner: notes)';
comment on column note_drafts.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column note_drafts.session_id is 'Which session.';
comment on column note_drafts.participant_id is 'About whom.';
comment on column note_drafts.part is 'Chips, own sentence, craving, practice.';
comment on column note_drafts.version is 'Counts the saves; a save must name the one it saw.';
comment on column note_drafts.saved_at is 'When the draft was last saved.';
comment on column note_drafts.saved_by is 'The staff row that last saved it.';

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
  signed_at timestamp with time zone not null,
  constraint notes_pk PRIMARY KEY (org_id, id),
  constraint notes_person_key UNIQUE (org_id, session_id, participant_id),
  constraint notes_craving_check CHECK (craving >= 0 AND craving <= 10),
  constraint notes_minutes_check CHECK (0 <= clinical_minutes AND clinical_minutes <= attended_minutes),
  constraint notes_sentence_check CHECK (length(btrim(own_sentence)) > 0),
  constraint notes_attendance_fk FOREIGN KEY (org_id, attendance_id) REFERENCES attendances(org_id, id),
  constraint notes_author_fk FOREIGN KEY (org_id, author_id) REFERENCES staff(org_id, id),
  constraint notes_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint notes_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX notes_participant_ix ON public.notes USING btree (org_id, participant_id, signed_at);
alter table notes enable row level security;
alter table notes force row level security;
create policy notes_org on notes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on notes to stepdown_app;
comment on table notes is 'A signed progress note about one person in one session; never changes (facts; owner: notes)';
comment on column notes.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column notes.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column notes.session_id is 'Which session.';
comment on column notes.participant_id is 'About whom.';
comment on column notes.attendance_id is 'The attendance whose minutes it carries.';
comment on column notes.shared_part is 'The shared part as it stood.';
comment on column notes.chips is 'Participation in plain words.';
comment on column notes.own_sentence is 'The sentence written for this person.';
comment on column notes.craving is 'Craving 0 to 10 where it was asked.';
comment on column notes.practice is 'Own practice until next time; empty when it is the group''s.';
comment on column notes.scheduled_minutes is 'Planned minutes at signing (W1).';
comment on column notes.attended_minutes is 'Minutes present at signing.';
comment on column notes.clinical_minutes is 'Minutes present outside breaks at signing.';
comment on column notes.minutes_rule is 'Version of the rule that made the minutes (W6).';
comment on column notes.author_id is 'Who signed.';
comment on column notes.author_name is 'Name of the author as it stood.';
comment on column notes.author_credential is 'Credential of the author as it stood.';
comment on column notes.signed_at is 'When it was signed and frozen.';

create table organizations (
  org_id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint organizations_pk PRIMARY KEY (org_id),
  constraint organizations_kind_check CHECK (kind = ANY (ARRAY['real'::text, 'demo'::text])),
  constraint organizations_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 200)
);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy organizations_org on organizations for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on organizations to stepdown_app;
grant update (name) on organizations to stepdown_app;
comment on table organizations is 'A treatment organization on this server (standing; owner: people)';
comment on column organizations.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column organizations.name is 'What people call it.';
comment on column organizations.kind is 'Real or demo; set at creation and never changed (W24).';
comment on column organizations.created_at is 'When it was set up here.';

create table outbox (
  org_id uuid not null,
  id uuid not null,
  topic text not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  relayed_at timestamp with time zone,
  constraint outbox_pk PRIMARY KEY (org_id, id)
);
CREATE INDEX outbox_waiting_ix ON public.outbox USING btree (org_id, id) WHERE (relayed_at IS NULL);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_org on outbox for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant delete, insert, select, update on outbox to stepdown_app;
grant delete, select, update on outbox to stepdown_worker;
comment on table outbox is 'What must leave the building because of an act, written in the transaction of the act (working; owner: platform)';
comment on column outbox.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column outbox.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column outbox.topic is 'What happened, such as note-signed.';
comment on column outbox.body is 'Ids that the message needs; never text of a record.';
comment on column outbox.created_at is 'When the act was committed.';
comment on column outbox.relayed_at is 'When it was handed to a job; null while it waits.';

create table participants (
  org_id uuid not null,
  id uuid not null,
  participant_number text not null,
  legal_given_name text not null,
  legal_family_name text not null,
  chosen_name text,
  pronouns text,
  birth_date date,
  language text not null default 'en'::text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint participants_pk PRIMARY KEY (org_id, id),
  constraint participants_number_key UNIQUE (org_id, participant_number),
  constraint participants_name_check CHECK (length(btrim(legal_given_name || legal_family_name)) > 0),
  constraint participants_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table participants enable row level security;
alter table participants force row level security;
create policy participants_org on participants for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on participants to stepdown_app;
grant update (legal_given_name, legal_family_name, chosen_name, pronouns, birth_date, language) on participants to stepdown_app;
comment on table participants is 'A person in treatment (standing; owner: people)';
comment on column participants.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column participants.id is 'Random (UUID version 4), so that a page address does not tell the day of admission (W29).';
comment on column participants.participant_number is 'The number the site gave; unique in the organization.';
comment on column participants.legal_given_name is 'Given name as on the papers.';
comment on column participants.legal_family_name is 'Family name as on the papers.';
comment on column participants.chosen_name is 'The name the person goes by; null when it is the given name.';
comment on column participants.pronouns is 'As the person says them.';
comment on column participants.birth_date is 'Date of birth.';
comment on column participants.language is 'BCP 47 tag of the language to speak and write to this person.';
comment on column participants.recorded_at is 'When this was written down.';
comment on column participants.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table programs (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  population text not null,
  specialty text not null,
  recorded_at timestamp with time zone not null,
  constraint programs_pk PRIMARY KEY (org_id, id),
  constraint programs_name_key UNIQUE (org_id, name),
  constraint programs_population_check CHECK (population = ANY (ARRAY['adults'::text, 'adolescents'::text])),
  constraint programs_specialty_check CHECK (specialty = ANY (ARRAY['substance-use'::text, 'ocd-anxiety'::text, 'eating-disorder'::text, 'dual-diagnosis'::text, 'other'::text])),
  constraint programs_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table programs enable row level security;
alter table programs force row level security;
create policy programs_org on programs for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on programs to stepdown_app;
grant update (name) on programs to stepdown_app;
comment on table programs is 'A treatment program of the organization (standing; owner: program)';
comment on column programs.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column programs.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column programs.name is 'What people call it.';
comment on column programs.population is 'Adults or adolescents.';
comment on column programs.specialty is 'What is treated.';
comment on column programs.recorded_at is 'When this was written down.';

create table role_permissions (
  org_id uuid not null,
  id uuid not null,
  role text not null,
  permission text not null,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint role_permissions_pk PRIMARY KEY (org_id, id),
  constraint role_permissions_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
CREATE UNIQUE INDEX role_permissions_current_key ON public.role_permissions USING btree (org_id, role, permission) WHERE (ended_at IS NULL);
alter table role_permissions enable row level security;
alter table role_permissions force row level security;
create policy role_permissions_org on role_permissions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on role_permissions to stepdown_app;
grant update (ended_at, ended_by) on role_permissions to stepdown_app;
comment on table role_permissions is 'What each role may do in this organization (standing; owner: people)';
comment on column role_permissions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column role_permissions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column role_permissions.role is 'One of the roles in src/permissions.ts.';
comment on column role_permissions.permission is 'One of the permissions in src/permissions.ts.';
comment on column role_permissions.granted_at is 'Since when.';
comment on column role_permissions.granted_by is 'The staff row that granted it.';
comment on column role_permissions.ended_at is 'When the end was written down.';
comment on column role_permissions.ended_by is 'The staff row that ended it.';

create table rooms (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  constraint rooms_pk PRIMARY KEY (org_id, id),
  constraint rooms_name_key UNIQUE (org_id, site_id, name),
  constraint rooms_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
alter table rooms enable row level security;
alter table rooms force row level security;
create policy rooms_org on rooms for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on rooms to stepdown_app;
grant update (name) on rooms to stepdown_app;
comment on table rooms is 'A room of a site (standing; owner: program)';
comment on column rooms.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column rooms.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column rooms.site_id is 'The site.';
comment on column rooms.name is 'What stands on its door.';
comment on column rooms.recorded_at is 'When this was written down.';

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pk PRIMARY KEY (name)
);

create table series (
  org_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  room_id uuid,
  name text not null,
  session_type text not null,
  weekday smallint not null,
  starts_at_local time(0) without time zone not null,
  minutes smallint not null,
  breaks jsonb not null default '[]'::jsonb,
  facilitator_id uuid,
  capacity smallint not null default 10,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint series_pk PRIMARY KEY (org_id, id),
  constraint series_capacity_check CHECK (capacity >= 1 AND capacity <= 10),
  constraint series_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint series_minutes_check CHECK (minutes >= 1 AND minutes <= 720),
  constraint series_type_check CHECK (session_type = ANY (ARRAY['group'::text, 'individual'::text, 'family'::text, 'couple'::text, 'medication-visit'::text, 'peer-support'::text])),
  constraint series_weekday_check CHECK (weekday >= 1 AND weekday <= 7),
  constraint series_facilitator_fk FOREIGN KEY (org_id, facilitator_id) REFERENCES staff(org_id, id),
  constraint series_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint series_room_fk FOREIGN KEY (org_id, room_id) REFERENCES rooms(org_id, id),
  constraint series_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
alter table series enable row level security;
alter table series force row level security;
create policy series_org on series for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on series to stepdown_app;
grant update (room_id, name, facilitator_id, capacity, ended_on, ended_by, ended_at) on series to stepdown_app;
comment on table series is 'A group with its weekly time; rolling, nobody ever rebuilds it (standing; owner: schedules)';
comment on column series.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column series.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column series.program_id is 'Of which program.';
comment on column series.site_id is 'At which site.';
comment on column series.room_id is 'In which room; null when on a link or not settled.';
comment on column series.name is 'What people call the group.';
comment on column series.session_type is 'Kind of its sessions.';
comment on column series.weekday is 'Monday 1 to Sunday 7, local.';
comment on column series.starts_at_local is 'Wall time at which it starts.';
comment on column series.minutes is 'Planned length, breaks included.';
comment on column series.breaks is 'Planned breaks: minutes after the start, and how long.';
comment on column series.facilitator_id is 'Who leads it; null when not settled.';
comment on column series.capacity is 'Seats for participants, ten at most (W9).';
comment on column series.starts_on is 'First local day on which it holds.';
comment on column series.recorded_at is 'When this was written down.';
comment on column series.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column series.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column series.ended_by is 'The staff row that ended it.';
comment on column series.ended_at is 'When the end was written down.';

create table session_drafts (
  org_id uuid not null,
  session_id uuid not null,
  part jsonb not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint session_drafts_pk PRIMARY KEY (org_id, session_id),
  constraint session_drafts_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
alter table session_drafts enable row level security;
alter table session_drafts force row level security;
create policy session_drafts_org on session_drafts for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant delete, insert, select, update on session_drafts to stepdown_app;
comment on table session_drafts is 'The shared part of a session''s notes, as typed (working; owner: notes)';
comment on column session_drafts.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column session_drafts.session_id is 'Which session.';
comment on column session_drafts.part is 'Topic, interventions, what happened, practice.';
comment on column session_drafts.version is 'Counts the saves; a save must name the one it saw.';
comment on column session_drafts.saved_at is 'When the draft was last saved.';
comment on column session_drafts.saved_by is 'The staff row that last saved it.';

create table sessions (
  org_id uuid not null,
  id uuid not null,
  series_id uuid,
  session_type text not null,
  name text not null,
  first_planned_on date not null,
  first_planned_at_local time(0) without time zone not null,
  site_id uuid not null,
  program_id uuid not null,
  room_id uuid,
  facilitator_id uuid,
  planned_start_at timestamp with time zone not null,
  planned_end_at timestamp with time zone not null,
  breaks jsonb not null default '[]'::jsonb,
  capacity smallint not null default 10,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint sessions_pk PRIMARY KEY (org_id, id),
  constraint sessions_first_planned_key UNIQUE (org_id, series_id, first_planned_on, first_planned_at_local),
  constraint sessions_capacity_check CHECK (capacity >= 1 AND capacity <= 10),
  constraint sessions_times_check CHECK (planned_end_at > planned_start_at),
  constraint sessions_type_check CHECK (session_type = ANY (ARRAY['group'::text, 'individual'::text, 'family'::text, 'couple'::text, 'medication-visit'::text, 'peer-support'::text])),
  constraint sessions_facilitator_fk FOREIGN KEY (org_id, facilitator_id) REFERENCES staff(org_id, id),
  constraint sessions_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint sessions_room_fk FOREIGN KEY (org_id, room_id) REFERENCES rooms(org_id, id),
  constraint sessions_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id),
  constraint sessions_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE INDEX sessions_site_start_ix ON public.sessions USING btree (org_id, site_id, planned_start_at);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_org on sessions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on sessions to stepdown_app;
grant update (room_id, facilitator_id, planned_start_at, planned_end_at, canceled_at, canceled_by, cancel_reason) on sessions to stepdown_app;
comment on table sessions is 'One occurrence; keyed by series and the local date and time first planned (W11) (standing; owner: sessions)';
comment on column sessions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column sessions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column sessions.series_id is 'Of which series; null for a one-off session.';
comment on column sessions.session_type is 'Kind of session.';
comment on column sessions.name is 'Name of the group on that day.';
comment on column sessions.first_planned_on is 'Local date first planned; never changes.';
comment on column sessions.first_planned_at_local is 'Wall time first planned; never changes.';
comment on column sessions.site_id is 'Where.';
comment on column sessions.program_id is 'Of which program.';
comment on column sessions.room_id is 'In which room today.';
comment on column sessions.facilitator_id is 'Who leads it today.';
comment on column sessions.planned_start_at is 'When it starts as planned now.';
comment on column sessions.planned_end_at is 'When it ends as planned now.';
comment on column sessions.breaks is 'Planned breaks: minutes after the start, and how long.';
comment on column sessions.capacity is 'Seats for participants, ten at most.';
comment on column sessions.recorded_at is 'When this was written down.';
comment on column sessions.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column sessions.canceled_at is 'When it was canceled; null while it stands.';
comment on column sessions.canceled_by is 'Who canceled it.';
comment on column sessions.cancel_reason is 'Why.';

create table sign_in_codes (
  id uuid not null,
  identifier text not null,
  value text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_codes_pk PRIMARY KEY (id)
);
CREATE INDEX sign_in_codes_identifier_ix ON public.sign_in_codes USING btree (identifier);
grant delete, insert, select, update on sign_in_codes to stepdown_app;
comment on table sign_in_codes is 'One-time codes of the sign-in library; unused so far (local; owner: sign-in)';
comment on column sign_in_codes.id is 'Random, UUID version 4.';
comment on column sign_in_codes.identifier is 'What the code is for.';
comment on column sign_in_codes.value is 'The code as the library keeps it.';
comment on column sign_in_codes.created_at is 'When it was made.';
comment on column sign_in_codes.updated_at is 'When it was last changed.';
comment on column sign_in_codes.expires_at is 'When it ends.';

create table sign_in_tries (
  hash text not null,
  tries integer not null,
  since timestamp with time zone not null,
  constraint sign_in_tries_pk PRIMARY KEY (hash)
);
CREATE INDEX sign_in_tries_since_ix ON public.sign_in_tries USING btree (since);
grant delete, insert, select, update on sign_in_tries to stepdown_app;
comment on table sign_in_tries is 'Tries at the door in a window of time, so that guessing is slow (local; owner: sign-in)';
comment on column sign_in_tries.hash is 'Keyed hash of a network or of an e-mail address, so that a copy of the table tells no addresses.';
comment on column sign_in_tries.tries is 'How many in the window.';
comment on column sign_in_tries.since is 'When the window began.';

create table sign_ins (
  id uuid not null,
  account_id uuid not null,
  org_id uuid not null,
  token text not null,
  from_address text,
  browser text,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_ins_pk PRIMARY KEY (id),
  constraint sign_ins_token_key UNIQUE (token),
  constraint sign_ins_member_fk FOREIGN KEY (account_id, org_id) REFERENCES account_organizations(account_id, org_id) ON DELETE CASCADE
);
CREATE INDEX sign_ins_expires_ix ON public.sign_ins USING btree (expires_at);
CREATE INDEX sign_ins_member_ix ON public.sign_ins USING btree (account_id, org_id);
grant delete, insert, select, update on sign_ins to stepdown_app;
comment on table sign_ins is 'A signed-in browser (local; owner: sign-in)';
comment on column sign_ins.id is 'Random, UUID version 4; access rows name it.';
comment on column sign_ins.account_id is 'Whose.';
comment on column sign_ins.org_id is 'The organization it entered.';
comment on column sign_ins.token is 'Opens nothing alone, since the cookie carries it signed with the server''s secret.';
comment on column sign_ins.from_address is 'Network address of the browser.';
comment on column sign_ins.browser is 'What the browser says it is.';
comment on column sign_ins.created_at is 'When it was opened.';
comment on column sign_ins.seen_at is 'When somebody last asked for something through it.';
comment on column sign_ins.expires_at is 'When it ends at the latest.';

create table site_staff (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint site_staff_pk PRIMARY KEY (org_id, id),
  constraint site_staff_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint site_staff_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE UNIQUE INDEX site_staff_current_key ON public.site_staff USING btree (org_id, staff_id, site_id) WHERE (ended_at IS NULL);
alter table site_staff enable row level security;
alter table site_staff force row level security;
create policy site_staff_org on site_staff for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on site_staff to stepdown_app;
grant update (ended_on, ended_by, ended_at) on site_staff to stepdown_app;
comment on table site_staff is 'Who works at which site; it decides whose rows they may see (W20) (standing; owner: program)';
comment on column site_staff.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column site_staff.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column site_staff.site_id is 'The site.';
comment on column site_staff.staff_id is 'Who.';
comment on column site_staff.starts_on is 'First local day on which it holds.';
comment on column site_staff.recorded_at is 'When this was written down.';
comment on column site_staff.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column site_staff.ended_by is 'The staff row that ended it.';
comment on column site_staff.ended_at is 'When the end was written down.';

create table sites (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  grace_minutes smallint not null default 20,
  recorded_at timestamp with time zone not null,
  constraint sites_pk PRIMARY KEY (org_id, id),
  constraint sites_name_key UNIQUE (org_id, name),
  constraint sites_grace_check CHECK (grace_minutes >= 0 AND grace_minutes <= 240),
  constraint sites_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table sites enable row level security;
alter table sites force row level security;
create policy sites_org on sites for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on sites to stepdown_app;
grant update (name, time_zone, grace_minutes) on sites to stepdown_app;
comment on table sites is 'A place where the program is held (standing; owner: program)';
comment on column sites.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column sites.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column sites.name is 'What people call it, such as Maple Street.';
comment on column sites.time_zone is 'IANA zone; every day, week and time of this site is read in it (W3, W28).';
comment on column sites.grace_minutes is 'After how many minutes a seat may be given away (W9).';
comment on column sites.recorded_at is 'When this was written down.';

create table staff (
  org_id uuid not null,
  id uuid not null,
  given_name text not null,
  family_name text not null,
  credential text not null default ''::text,
  started_on date not null,
  recorded_at timestamp with time zone not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint staff_pk PRIMARY KEY (org_id, id),
  constraint staff_dates_check CHECK (ended_on IS NULL OR ended_on >= started_on),
  constraint staff_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table staff enable row level security;
alter table staff force row level security;
create policy staff_org on staff for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on staff to stepdown_app;
grant update (given_name, family_name, credential, ended_on, ended_by, ended_at) on staff to stepdown_app;
comment on table staff is 'A person who works for the organization (standing; owner: people)';
comment on column staff.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column staff.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column staff.given_name is 'Given name.';
comment on column staff.family_name is 'Family name.';
comment on column staff.credential is 'Letters written after the name, such as LPC; copied into each signature.';
comment on column staff.started_on is 'First day of work.';
comment on column staff.recorded_at is 'When this was written down.';
comment on column staff.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column staff.ended_by is 'The staff row that ended it.';
comment on column staff.ended_at is 'When the end was written down.';

create table staff_roles (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint staff_roles_pk PRIMARY KEY (org_id, id),
  constraint staff_roles_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE UNIQUE INDEX staff_roles_current_key ON public.staff_roles USING btree (org_id, staff_id, role) WHERE (ended_at IS NULL);
alter table staff_roles enable row level security;
alter table staff_roles force row level security;
create policy staff_roles_org on staff_roles for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on staff_roles to stepdown_app;
grant update (ended_at, ended_by) on staff_roles to stepdown_app;
comment on table staff_roles is 'Which roles a member of staff holds, from when to when (standing; owner: people)';
comment on column staff_roles.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column staff_roles.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column staff_roles.staff_id is 'Who.';
comment on column staff_roles.role is 'One of the roles in src/permissions.ts.';
comment on column staff_roles.granted_at is 'Since when.';
comment on column staff_roles.granted_by is 'The staff row that granted it.';
comment on column staff_roles.ended_at is 'When the end was written down.';
comment on column staff_roles.ended_by is 'The staff row that ended it.';

create table stays (
  org_id uuid not null,
  id uuid not null,
  attendance_id uuid not null,
  arrived_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_recorded_at timestamp with time zone,
  ended_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint stays_pk PRIMARY KEY (org_id, id),
  constraint stays_times_check CHECK (ended_at IS NULL OR ended_at >= arrived_at),
  constraint stays_attendance_fk FOREIGN KEY (org_id, attendance_id) REFERENCES attendances(org_id, id)
);
CREATE INDEX stays_attendance_ix ON public.stays USING btree (org_id, attendance_id);
CREATE UNIQUE INDEX stays_open_key ON public.stays USING btree (org_id, attendance_id) WHERE ((ended_at IS NULL) AND (withdrawn_at IS NULL));
alter table stays enable row level security;
alter table stays force row level security;
create policy stays_org on stays for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on stays to stepdown_app;
grant update (ended_at, ended_recorded_at, ended_by, withdrawn_at, withdrawn_by) on stays to stepdown_app;
comment on table stays is 'One stretch of presence; leaving and coming back is a second stay (W2) (standing; owner: attendance)';
comment on column stays.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column stays.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column stays.attendance_id is 'Of which attendance.';
comment on column stays.arrived_at is 'When the person came in.';
comment on column stays.recorded_at is 'When this was written down.';
comment on column stays.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column stays.ended_at is 'When the person left; null while the stay is open.';
comment on column stays.ended_recorded_at is 'When the leaving was stamped.';
comment on column stays.ended_by is 'Who stamped the leaving.';
comment on column stays.withdrawn_at is 'When the stamp was taken back; null for a stay that counts.';
comment on column stays.withdrawn_by is 'Who took it back.';

create view session_people with (security_invoker=true) as
 SELECT s.org_id,
    s.id AS session_id,
    e.participant_id,
    e.id AS enrollment_id,
    e.episode_id,
    COALESCE(a.seat_no, e.seat_no) AS seat_no,
    a.id AS attendance_id,
    a.outcome,
    a.absence_reason,
    s.site_id,
    s.series_id,
    s.name,
    s.session_type,
    s.first_planned_on,
    s.planned_start_at,
    s.planned_end_at,
    s.breaks,
    s.canceled_at
   FROM sessions s
     JOIN enrollments e ON e.org_id = s.org_id AND e.series_id = s.series_id AND e.starts_on <= s.first_planned_on AND (e.ended_on IS NULL OR e.ended_on >= s.first_planned_on)
     LEFT JOIN attendances a ON a.org_id = s.org_id AND a.session_id = s.id AND a.participant_id = e.participant_id AND a.superseded_at IS NULL
UNION ALL
 SELECT s.org_id,
    s.id AS session_id,
    a.participant_id,
    a.enrollment_id,
    NULL::uuid AS episode_id,
    a.seat_no,
    a.id AS attendance_id,
    a.outcome,
    a.absence_reason,
    s.site_id,
    s.series_id,
    s.name,
    s.session_type,
    s.first_planned_on,
    s.planned_start_at,
    s.planned_end_at,
    s.breaks,
    s.canceled_at
   FROM attendances a
     JOIN sessions s ON s.org_id = a.org_id AND s.id = a.session_id
  WHERE a.superseded_at IS NULL AND NOT (EXISTS ( SELECT 1
           FROM enrollments e
          WHERE e.org_id = s.org_id AND e.series_id = s.series_id AND e.participant_id = a.participant_id AND e.starts_on <= s.first_planned_on AND (e.ended_on IS NULL OR e.ended_on >= s.first_planned_on)));
grant select on session_people to stepdown_app;
comment on view session_people is 'Everybody who belongs to a session, by a seat held on that day or by having come without one; facts only';
comment on column session_people.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column session_people.session_id is 'Which session.';
comment on column session_people.participant_id is 'Who.';
comment on column session_people.enrollment_id is 'The seat held on that day; null for somebody who came without one.';
comment on column session_people.episode_id is 'The episode of that seat; null without one.';
comment on column session_people.seat_no is 'Seat in the room, else the seat held in the series; null without any.';
comment on column session_people.attendance_id is 'The attendance that counts; null until somebody recorded one.';
comment on column session_people.outcome is 'Present or absent; null until recorded.';
comment on column session_people.absence_reason is 'Why the person did not come.';
comment on column session_people.site_id is 'Where the session is.';
comment on column session_people.series_id is 'Of which series; null for a one-off session.';
comment on column session_people.name is 'Name of the group on that day.';
comment on column session_people.session_type is 'Kind of session.';
comment on column session_people.first_planned_on is 'Local date first planned.';
comment on column session_people.planned_start_at is 'When the session starts as planned now.';
comment on column session_people.planned_end_at is 'When it ends as planned now.';
comment on column session_people.breaks is 'Planned breaks: minutes after the start, and how long.';
comment on column session_people.canceled_at is 'When the session was canceled; null while it stands.';
