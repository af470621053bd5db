-- The schema as the migrations leave it; printed by scripts/schema.ts, never edited and never run.

-- extension btree_gin
-- extension btree_gist
-- extension pg_trgm

CREATE OR REPLACE FUNCTION public.find_people(said text, born_from date[], born_to date[], numbers text[], whole text, sites uuid[], admits boolean, at timestamp with time zone, seen_days integer, most integer)
 RETURNS TABLE(participant_id uuid, why text, has_more boolean)
 LANGUAGE sql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
AS $function$
  with org as materialized (
    select nullif(current_setting('app.org', true), '')::uuid as id
  ), words as materialized (
    select word, no, length(word) as letters from unnest(string_to_array(left(folded_name(said), 120), ' ')) with ordinality as w (word, no) where no <= 8
  ), spellings as materialized (
    select no, letters, word as spelling, 0 as swapped from words
     union
    -- Trigrams know nothing of two letters that changed places: jhon shares one of seven with john.
    select no, letters, left(word, place - 1) || substr(word, place + 1, 1) || substr(word, place, 1) || substr(word, place + 2), 1
      from words, generate_series(1, letters - 1) as place
     where letters between 3 and 12 and word !~ '[0-9]'
     union
    -- A blank inside a name: jord an is jordan, and both pieces count as found.
    select piece.no, piece.letters, one.word || next.word, 0 from words one join words next on next.no = one.no + 1 join words piece on piece.no in (one.no, next.no)
  ), lately as (
    select participant_id, site_id, admitted_on, ended_on from org, episodes where org_id = org.id and site_id = any(sites) and ended_on is null
     union all
    select participant_id, site_id, admitted_on, ended_on from org, episodes where org_id = org.id and site_id = any(sites) and ended_on >= at::date - seen_days - 2
  ), standing as materialized (
    select l.participant_id as id, min(case when l.ended_on < t.today then 3 when l.admitted_on > t.today then 1 else 0 end) as stands
      from lately l, org, lateral (select (at at time zone time_zone)::date as today from sites where org_id = org.id and id = l.site_id) t
     where l.ended_on is null or l.ended_on >= t.today - seen_days
     group by l.participant_id
  ), hits as (
    select p.*, s.no, s.letters, case when strpos(p.name_key, ' ' || s.spelling || ' ') > 0 then 1 else 0.9 end - s.swapped * 0.2 as likest
      from org, spellings s, lateral (select id, name_key, birth_date, participant_number from participants where org_id = org.id and name_key like '% ' || s.spelling || '%') p
     union all
    select p.*, w.no, w.letters, 0.8 * word_similarity(w.word, p.name_key)
      from org, words w, lateral (select id, name_key, birth_date, participant_number from participants where org_id = org.id and name_key %> w.word) p where w.letters > 2
  ), named as (
    -- Each word counts by its length up to five letters; one or two letters must begin a name.
    select h.id, h.name_key, sum(h.likest * least(h.letters, 5)) / min(a.weight) as likeness, case when count(*) = min(a.words) then min(h.likest) else 0 end as least
      from (select id, name_key, birth_date, participant_number, no, letters, max(likest) as likest from hits group by id, name_key, birth_date, participant_number, no, letters) h,
           (select count(*) as words, sum(least(letters, 5)) as weight, count(*) filter (where letters < 3) as short from words) a
     where cardinality(numbers) + cardinality(born_from) = 0
        or exists (select from unnest(born_from, born_to) as b (first, last) where h.birth_date between b.first and b.last)
        or exists (select from unnest(numbers) as n (number) where lower(h.participant_number) = lower(n.number) or number_end(h.participant_number) = ltrim(lower(n.number), '0'))
     group by h.id, h.name_key
    having sum(h.likest * least(h.letters, 5)) / min(a.weight) >= 0.26 and count(*) filter (where h.letters < 3) = min(a.short)
  ), born as (
    select p.* from org, unnest(born_from, born_to) as b (first, last), lateral (select id, name_key from participants where org_id = org.id and birth_date between b.first and b.last) p
     where not exists (select from words)
  ), numbered as (
    select p.* from org, lateral (select id, name_key from participants where org_id = org.id and lower(participant_number) = lower(whole)) p where whole <> ''
     union
    select p.* from org, unnest(numbers) as n (number), lateral (
        select id, name_key from participants where org_id = org.id and lower(participant_number) = lower(n.number)
         union all
        select id, name_key from participants where org_id = org.id and number_end(participant_number) = ltrim(lower(n.number), '0')) p
     where not exists (select from words)
  ), called as (
    select id, name_key, bool_or(is_number) as is_number, max(likeness) as likeness, max(least) as least from (
      select id, name_key, false as is_number, likeness, least from named
       union all select id, name_key, false, null, null from born
       union all select id, name_key, true, null, null from numbered) c
     group by id, name_key
  ), placed as (
    select c.*, coalesce(s.stands, 2) as stands, case when c.is_number or coalesce(c.least, 1) >= 1 then 0 when c.least >= 0.9 then 1 else 2 end as tier, count(*) over () as found
      from called c left join standing s using (id)
     where s.id is not null or (admits and (select e.site_id from org, episodes e where e.org_id = org.id and e.participant_id = c.id limit 1) is null)
  )
  select id, case when is_number then 'number' when likeness is null then 'birth-date' when tier < 2 then 'name' else 'similar' end, found > most
    from placed order by tier, round(likeness::numeric, 1) desc nulls first, stands, likeness desc, name_key, id limit most
$function$;
alter function find_people(text,date[],date[],text[],text,uuid[],boolean,timestamp with time zone,integer,integer) owner to stepdown_search;
grant execute on function find_people(text,date[],date[],text[],text,uuid[],boolean,timestamp with time zone,integer,integer) to stepdown_app;

CREATE OR REPLACE FUNCTION public.folded_name(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  with bare as (
    select normalize(regexp_replace(normalize(said, nfkd), '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]', '', 'g'), nfc) as text
  ), latin as (
    select regexp_replace(translate(lower(
      replace(replace(replace(replace(replace(replace(text, 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe')),
      'øØłŁđĐðÐıþÞħĦабвгдежзийклмнопрстуфхцчшщыэюяіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯІЇЄҐαβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩъьЪЬ''’‘ʼʻʹ`',
      'oolldddditthhabvgdezziiklmnoprstufhccssyeuaiiegabvgdezziiklmnoprstufhccssyeuaiiegabgdezhtiklmnxoprsstufhpoabgdezhtiklmnxoprstufhpo'),
      '[\u00a0-\u00bf\u2000-\u206f\u3000-\u303f]', ' ', 'g') as text
    from bare
  ), spelled as (
    select case when text !~ '[^\u0001-\u007f]' then text else (
      select string_agg(case when ascii(letter) < 128 then letter when ascii(letter) between 12352 and 64255 or ascii(letter) > 131071 then ' u' || to_hex(ascii(letter)) || ' ' else 'u' || to_hex(ascii(letter)) end, '' order by place)
        from regexp_split_to_table(text, '') with ordinality as letters (letter, place)) end as text
    from latin
  )
  select btrim(regexp_replace(text, '[^a-z0-9]+', ' ', 'g')) from spelled
$function$;
grant execute on function folded_name(text) to public;

CREATE OR REPLACE FUNCTION public.number_end(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select ltrim(lower(regexp_replace(number, '^.*[^[:alnum:]]', '')), '0') $function$;
grant execute on function number_end(text) to public;

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

create table arrival_claims (
  org_id uuid not null,
  id uuid not null,
  tablet_id uuid not null,
  site_id uuid not null,
  typed text not null,
  participant_id uuid,
  session_id uuid,
  claimed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_as text,
  constraint arrival_claims_pk PRIMARY KEY (org_id, id),
  constraint arrival_claims_settled_check CHECK (settled_as = ANY (ARRAY['arrived'::text, 'not-here'::text, 'known'::text])),
  constraint arrival_claims_whole_check CHECK ((settled_at IS NULL) = (settled_as IS NULL)),
  constraint arrival_claims_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint arrival_claims_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id),
  constraint arrival_claims_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint arrival_claims_tablet_fk FOREIGN KEY (org_id, tablet_id) REFERENCES tablets(org_id, id)
);
CREATE INDEX arrival_claims_open_ix ON public.arrival_claims USING btree (org_id, site_id, claimed_at) WHERE (settled_at IS NULL);
CREATE INDEX arrival_claims_tablet_ix ON public.arrival_claims USING btree (org_id, tablet_id, claimed_at);
alter table arrival_claims enable row level security;
alter table arrival_claims force row level security;
create policy arrival_claims_org on arrival_claims for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on arrival_claims to stepdown_app;
grant update (settled_at, settled_by, settled_as) on arrival_claims to stepdown_app;
comment on table arrival_claims is 'That somebody said at a tablet to be here; a claim until staff settle it (W8) (standing; owner: tablets)';
comment on column arrival_claims.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column arrival_claims.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column arrival_claims.tablet_id is 'At which tablet.';
comment on column arrival_claims.site_id is 'At which site.';
comment on column arrival_claims.typed is 'What was typed or tapped.';
comment on column arrival_claims.participant_id is 'Who was meant, if exactly one person fits; null when nobody or several do.';
comment on column arrival_claims.session_id is 'Which session, if one fits; else null.';
comment on column arrival_claims.claimed_at is 'When.';
comment on column arrival_claims.settled_at is 'When staff settled it; null while it waits.';
comment on column arrival_claims.settled_by is 'Who.';
comment on column arrival_claims.settled_as is 'Arrived, not here after all, or known already.';

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
  excused boolean,
  absence_detail text not null default ''::text,
  over_cap_reason text,
  constraint attendances_pk PRIMARY KEY (org_id, id),
  constraint attendances_absence_check CHECK (outcome = 'absent'::text OR absence_reason IS NULL AND excused IS NULL),
  constraint attendances_correction_check CHECK ((supersedes_id IS NULL) = (correction_reason IS NULL)),
  constraint attendances_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint attendances_outcome_check CHECK (outcome = ANY (ARRAY['present'::text, 'absent'::text])),
  constraint attendances_over_cap_check CHECK (over_cap_reason IS NULL OR outcome = 'present'::text AND seat_no IS NULL),
  constraint attendances_reason_check CHECK (absence_reason = ANY (ARRAY['ill'::text, 'court'::text, 'work'::text, 'child-care'::text, 'transport'::text, 'appointment'::text, 'holiday'::text, 'other'::text, 'unknown'::text])),
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
comment on column attendances.absence_reason is 'Why the person did not come, from a closed list.';
comment on column attendances.supersedes_id is 'The row that this one corrects.';
comment on column attendances.correction_reason is 'Why it was corrected.';
comment on column attendances.recorded_at is 'When this was written down.';
comment on column attendances.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column attendances.superseded_at is 'When a correction took its place; null for the row that counts.';
comment on column attendances.superseded_by is 'Who corrected it.';
comment on column attendances.excused is 'Whether the absence was agreed or has a good reason; null for somebody present.';
comment on column attendances.absence_detail is 'More about the absence, in words.';
comment on column attendances.over_cap_reason is 'Why somebody sat in beyond the seats there are (W10); null for a seat.';

create table changes (
  org_id uuid not null,
  id uuid not null,
  about text not null,
  row_id uuid not null,
  was jsonb not null,
  became jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint changes_pk PRIMARY KEY (org_id, id)
);
CREATE INDEX changes_row_ix ON public.changes USING btree (org_id, row_id, recorded_at);
alter table changes enable row level security;
alter table changes force row level security;
create policy changes_org on changes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on changes to stepdown_app;
comment on table changes is 'What a row said before it was changed and after, for rows that keep no dated versions of their own (facts; owner: platform)';
comment on column changes.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column changes.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column changes.about is 'The table of the row.';
comment on column changes.row_id is 'Which row.';
comment on column changes.was is 'The changed columns before.';
comment on column changes.became is 'The changed columns after.';
comment on column changes.recorded_at is 'When this was written down.';
comment on column changes.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table co_facilitators (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint co_facilitators_pk PRIMARY KEY (org_id, id),
  constraint co_facilitators_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id),
  constraint co_facilitators_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE UNIQUE INDEX co_facilitators_current_key ON public.co_facilitators USING btree (org_id, series_id, staff_id) WHERE (ended_at IS NULL);
alter table co_facilitators enable row level security;
alter table co_facilitators force row level security;
create policy co_facilitators_org on co_facilitators for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on co_facilitators to stepdown_app;
grant update (ended_on, ended_by, ended_at) on co_facilitators to stepdown_app;
comment on table co_facilitators is 'Who leads a group together with its facilitator (standing; owner: schedules)';
comment on column co_facilitators.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column co_facilitators.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column co_facilitators.series_id is 'Which group.';
comment on column co_facilitators.staff_id is 'Who.';
comment on column co_facilitators.starts_on is 'First local day on which it holds.';
comment on column co_facilitators.recorded_at is 'When this was written down.';
comment on column co_facilitators.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column co_facilitators.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column co_facilitators.ended_by is 'The staff row that ended it.';
comment on column co_facilitators.ended_at is 'When the end was written down.';

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

create table contact_notes (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  site_id uuid not null,
  task_id uuid,
  kind text not null,
  with_whom text not null,
  happened_at timestamp with time zone not null,
  minutes integer not null,
  text text not null,
  risk text not null,
  danger_task_id uuid,
  author_id uuid not null,
  author_name text not null,
  author_credential text not null,
  signed_at timestamp with time zone not null,
  constraint contact_notes_pk PRIMARY KEY (org_id, id),
  constraint contact_notes_kind_check CHECK (kind = ANY (ARRAY['phone'::text, 'did-not-come'::text, 'collateral'::text, 'case-management'::text, 'crisis'::text])),
  constraint contact_notes_minutes_check CHECK (minutes >= 0 AND minutes <= 1440),
  constraint contact_notes_risk_check CHECK (risk = ANY (ARRAY['none'::text, 'watch'::text, 'danger'::text])),
  constraint contact_notes_author_fk FOREIGN KEY (org_id, author_id) REFERENCES staff(org_id, id),
  constraint contact_notes_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint contact_notes_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE INDEX contact_notes_participant_ix ON public.contact_notes USING btree (org_id, participant_id, happened_at);
alter table contact_notes enable row level security;
alter table contact_notes force row level security;
create policy contact_notes_org on contact_notes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on contact_notes to stepdown_app;
comment on table contact_notes is 'A contact outside of sessions, signed when it is written; outside the ledger and outside billing (W17) (facts; owner: notes)';
comment on column contact_notes.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column contact_notes.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column contact_notes.participant_id is 'About whom.';
comment on column contact_notes.site_id is 'Of which site.';
comment on column contact_notes.task_id is 'The task it answers; null when none. Tasks are a later module, so no foreign key.';
comment on column contact_notes.kind is 'Phone, did not come, collateral, case management or crisis.';
comment on column contact_notes.with_whom is 'Who was spoken to.';
comment on column contact_notes.happened_at is 'When.';
comment on column contact_notes.minutes is 'How long.';
comment on column contact_notes.text is 'What was said and done.';
comment on column contact_notes.risk is 'Nothing seen, to be watched, or danger.';
comment on column contact_notes.danger_task_id is 'The danger task it opened; null when none.';
comment on column contact_notes.author_id is 'Who signed it.';
comment on column contact_notes.author_name is 'Name as it stood.';
comment on column contact_notes.author_credential is 'Credential as it stood.';
comment on column contact_notes.signed_at is 'When it was signed and frozen.';

create table curricula (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  source text not null default ''::text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint curricula_pk PRIMARY KEY (org_id, id),
  constraint curricula_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 120),
  constraint curricula_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
CREATE UNIQUE INDEX curricula_name_key ON public.curricula USING btree (org_id, name) WHERE (ended_at IS NULL);
alter table curricula enable row level security;
alter table curricula force row level security;
create policy curricula_org on curricula for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on curricula to stepdown_app;
grant update (name, source, ended_by, ended_at) on curricula to stepdown_app;
comment on table curricula is 'A course of modules that groups work through (standing; owner: program)';
comment on column curricula.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column curricula.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column curricula.name is 'What people call it.';
comment on column curricula.source is 'Where it comes from, and under which license.';
comment on column curricula.recorded_at is 'When this was written down.';
comment on column curricula.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column curricula.ended_by is 'The staff row that ended it.';
comment on column curricula.ended_at is 'When the end was written down.';

create table curriculum_modules (
  org_id uuid not null,
  id uuid not null,
  curriculum_id uuid not null,
  position smallint not null,
  title text not null,
  is_entry_point boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint curriculum_modules_pk PRIMARY KEY (org_id, id),
  constraint curriculum_modules_position_check CHECK ("position" >= 1 AND "position" <= 200),
  constraint curriculum_modules_title_check CHECK (length(btrim(title)) >= 1 AND length(btrim(title)) <= 200),
  constraint curriculum_modules_curriculum_fk FOREIGN KEY (org_id, curriculum_id) REFERENCES curricula(org_id, id)
);
CREATE UNIQUE INDEX curriculum_modules_position_key ON public.curriculum_modules USING btree (org_id, curriculum_id, "position") WHERE (ended_at IS NULL);
alter table curriculum_modules enable row level security;
alter table curriculum_modules force row level security;
create policy curriculum_modules_org on curriculum_modules for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on curriculum_modules to stepdown_app;
grant update (ended_by, ended_at) on curriculum_modules to stepdown_app;
comment on table curriculum_modules is 'One module of a curriculum, in its place (standing; owner: program)';
comment on column curriculum_modules.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column curriculum_modules.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column curriculum_modules.curriculum_id is 'Of which curriculum.';
comment on column curriculum_modules.position is 'Its place, from 1.';
comment on column curriculum_modules.title is 'What it is about.';
comment on column curriculum_modules.is_entry_point is 'Whether somebody new may begin here.';
comment on column curriculum_modules.recorded_at is 'When this was written down.';
comment on column curriculum_modules.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column curriculum_modules.ended_by is 'The staff row that ended it.';
comment on column curriculum_modules.ended_at is 'When the end was written down.';

create table day_rules (
  org_id uuid not null,
  id uuid not null,
  site_id uuid,
  rule text not null,
  value integer not null,
  valid_from date not null,
  source text not null,
  is_verified boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint day_rules_pk PRIMARY KEY (org_id, id),
  constraint day_rules_rule_check CHECK (rule = ANY (ARRAY['near-identical-percent'::text, 'objective-untouched-days'::text, 'craving-alert-from'::text, 'craving-alert-rise'::text, 'danger-take-minutes'::text, 'outreach-due-days'::text, 'note-due-hours'::text, 'plan-due-days'::text, 'plan-review-days'::text])),
  constraint day_rules_value_check CHECK (value >= 0 AND value <= 10000),
  constraint day_rules_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE INDEX day_rules_rule_ix ON public.day_rules USING btree (org_id, rule, valid_from);
alter table day_rules enable row level security;
alter table day_rules force row level security;
create policy day_rules_org on day_rules for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on day_rules to stepdown_app;
comment on table day_rules is 'A figure by which the day is run, from a day on; the newest row of the site, else of the organization, holds (facts; owner: program)';
comment on column day_rules.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column day_rules.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column day_rules.site_id is 'For which site; null for all.';
comment on column day_rules.rule is 'Which figure.';
comment on column day_rules.value is 'Its value: minutes, days, hours, percent or points, as its name says.';
comment on column day_rules.valid_from is 'From which local day it holds.';
comment on column day_rules.source is 'Where it comes from.';
comment on column day_rules.is_verified is 'Whether somebody checked the source.';
comment on column day_rules.recorded_at is 'When this was written down.';
comment on column day_rules.recorded_by is 'The staff row that wrote it; null when the program itself did.';

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
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint discharges_pk PRIMARY KEY (org_id, id),
  constraint discharges_reason_check CHECK (reason = ANY (ARRAY['completed'::text, 'stepped-down'::text, 'transferred'::text, 'left'::text, 'lost-contact'::text, 'ended-by-program'::text, 'higher-level'::text, 'incarcerated'::text, 'died'::text, 'other'::text])),
  constraint discharges_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint discharges_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE INDEX discharges_episode_ix ON public.discharges USING btree (org_id, episode_id);
CREATE UNIQUE INDEX discharges_episode_key ON public.discharges USING btree (org_id, episode_id) WHERE (undone_at IS NULL);
alter table discharges enable row level security;
alter table discharges force row level security;
create policy discharges_org on discharges for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on discharges to stepdown_app;
grant update (undone_at, undone_by) on discharges to stepdown_app;
comment on table discharges is 'Why an episode ended and what ended with it (standing; owner: placements)';
comment on column discharges.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column discharges.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column discharges.episode_id is 'Which episode.';
comment on column discharges.participant_id is 'Who.';
comment on column discharges.last_day is 'Last local day of the episode.';
comment on column discharges.reason is 'Why, from a closed list.';
comment on column discharges.detail is 'More about it, in words.';
comment on column discharges.next_episode_id is 'The episode it went on in after a transfer; null else.';
comment on column discharges.ended is 'Ids of the segments, seats, bookings and tasks that ended with it, so that it can be taken back.';
comment on column discharges.recorded_at is 'When this was written down.';
comment on column discharges.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column discharges.undone_at is 'When it was taken back; null for one that holds.';
comment on column discharges.undone_by is 'Who took it back.';

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
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint enrollments_pk PRIMARY KEY (org_id, id),
  constraint enrollments_person_excl EXCLUDE USING gist (org_id WITH =, series_id WITH =, participant_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint enrollments_seat_excl EXCLUDE USING gist (org_id WITH =, series_id WITH =, seat_no WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint enrollments_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint enrollments_seat_check CHECK (seat_no >= 1 AND seat_no <= 10),
  constraint enrollments_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint enrollments_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint enrollments_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id)
);
CREATE INDEX enrollments_episode_ix ON public.enrollments USING btree (org_id, episode_id);
CREATE INDEX enrollments_participant_ix ON public.enrollments USING btree (org_id, participant_id, starts_on);
CREATE INDEX enrollments_series_ix ON public.enrollments USING btree (org_id, series_id, ended_on);
CREATE INDEX enrollments_series_until_ix ON public.enrollments USING btree (org_id, series_id, (
CASE
    WHEN (ended_on IS NULL) THEN 'infinity'::date
    ELSE ended_on
END));
alter table enrollments enable row level security;
alter table enrollments force row level security;
create policy enrollments_org on enrollments for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on enrollments to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on enrollments to stepdown_app;
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
comment on column enrollments.withdrawn_at is 'When the seat was taken back as if it had not been; null for one that holds.';
comment on column enrollments.withdrawn_by is 'Who took it back.';

create table episode_counselors (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  staff_id uuid not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint episode_counselors_pk PRIMARY KEY (org_id, id),
  constraint episode_counselors_overlap_excl EXCLUDE USING gist (org_id WITH =, episode_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint episode_counselors_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint episode_counselors_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint episode_counselors_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE INDEX episode_counselors_episode_ix ON public.episode_counselors USING btree (org_id, episode_id, starts_on);
alter table episode_counselors enable row level security;
alter table episode_counselors force row level security;
create policy episode_counselors_org on episode_counselors for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on episode_counselors to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on episode_counselors to stepdown_app;
comment on table episode_counselors is 'The primary counselor of an episode, from a day to a day (standing; owner: placements)';
comment on column episode_counselors.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column episode_counselors.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column episode_counselors.episode_id is 'Of which episode.';
comment on column episode_counselors.staff_id is 'Who.';
comment on column episode_counselors.starts_on is 'First local day on which it holds.';
comment on column episode_counselors.recorded_at is 'When this was written down.';
comment on column episode_counselors.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column episode_counselors.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column episode_counselors.ended_by is 'The staff row that ended it.';
comment on column episode_counselors.ended_at is 'When the end was written down.';
comment on column episode_counselors.withdrawn_at is 'When it was taken back as if it had not been; null for one that holds.';
comment on column episode_counselors.withdrawn_by is 'Who took it back.';

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
  track_id uuid,
  constraint episodes_pk PRIMARY KEY (org_id, id),
  constraint episodes_overlap_excl EXCLUDE USING gist (org_id WITH =, participant_id WITH =, program_id WITH =, daterange(admitted_on, ended_on, '[]'::text) WITH &&),
  constraint episodes_dates_check CHECK (ended_on IS NULL OR ended_on >= admitted_on),
  constraint episodes_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint episodes_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint episodes_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint episodes_track_fk FOREIGN KEY (org_id, track_id) REFERENCES tracks(org_id, id)
);
CREATE INDEX episodes_admitted_ix ON public.episodes USING btree (org_id, site_id, admitted_on);
CREATE INDEX episodes_participant_ix ON public.episodes USING btree (org_id, participant_id, admitted_on);
CREATE INDEX episodes_site_ix ON public.episodes USING btree (org_id, site_id, ended_on);
alter table episodes enable row level security;
alter table episodes force row level security;
create policy episodes_org on episodes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on episodes to stepdown_app;
grant update (ended_on, ended_by, ended_at, track_id) on episodes to stepdown_app;
grant select (org_id, participant_id, site_id, admitted_on, ended_on) on episodes to stepdown_search;
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
comment on column episodes.track_id is 'Which track; null when not settled.';

create table handed_codes (
  id uuid not null,
  kind text not null,
  code_hash text not null,
  org_id uuid not null,
  actor_id uuid not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint handed_codes_pk PRIMARY KEY (id),
  constraint handed_codes_hash_key UNIQUE (code_hash),
  constraint handed_codes_kind_check CHECK (kind = ANY (ARRAY['account'::text, 'tablet'::text]))
);
CREATE UNIQUE INDEX handed_codes_actor_key ON public.handed_codes USING btree (org_id, kind, actor_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL));
grant delete, insert, select, update on handed_codes to stepdown_app;
comment on table handed_codes is 'A code handed out by an administrator, once; only its hash is kept (local; owner: sign-in)';
comment on column handed_codes.id is 'Random, UUID version 4.';
comment on column handed_codes.kind is 'For an account of a colleague, or for a tablet.';
comment on column handed_codes.code_hash is 'SHA-256 of the code in capital letters without its dash.';
comment on column handed_codes.org_id is 'Of which organization.';
comment on column handed_codes.actor_id is 'The staff row or the tablet it is for.';
comment on column handed_codes.issued_by is 'The staff row that issued it.';
comment on column handed_codes.issued_at is 'When.';
comment on column handed_codes.expires_at is 'Until when it can be used.';
comment on column handed_codes.used_at is 'When it was used; null while it was not.';
comment on column handed_codes.withdrawn_at is 'When it was taken back, or another one took its place.';

create table health_items (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null,
  label text not null,
  detail text not null default ''::text,
  last_on date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint health_items_pk PRIMARY KEY (org_id, id),
  constraint health_items_kind_check CHECK (kind = ANY (ARRAY['allergy'::text, 'medication'::text, 'substance'::text])),
  constraint health_items_label_check CHECK (length(btrim(label)) >= 1 AND length(btrim(label)) <= 200),
  constraint health_items_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE INDEX health_items_participant_ix ON public.health_items USING btree (org_id, participant_id);
alter table health_items enable row level security;
alter table health_items force row level security;
create policy health_items_org on health_items for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on health_items to stepdown_app;
grant update (ended_by, ended_at) on health_items to stepdown_app;
comment on table health_items is 'An allergy, a current medication or a substance, as a simple list (standing; owner: people)';
comment on column health_items.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column health_items.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column health_items.participant_id is 'Whose.';
comment on column health_items.kind is 'Allergy, medication or substance.';
comment on column health_items.label is 'What it is.';
comment on column health_items.detail is 'Reaction, dose, or how it is used.';
comment on column health_items.last_on is 'Last day of use, for a substance; null when not known.';
comment on column health_items.recorded_at is 'When this was written down.';
comment on column health_items.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column health_items.ended_by is 'The staff row that ended it.';
comment on column health_items.ended_at is 'When the end was written down.';

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

create table holidays (
  org_id uuid not null,
  id uuid not null,
  site_id uuid,
  date date not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint holidays_pk PRIMARY KEY (org_id, id),
  constraint holidays_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 80),
  constraint holidays_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id),
  constraint holidays_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE UNIQUE INDEX holidays_day_key ON public.holidays USING btree (org_id, date, COALESCE(site_id, org_id)) WHERE (ended_at IS NULL);
alter table holidays enable row level security;
alter table holidays force row level security;
create policy holidays_org on holidays for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on holidays to stepdown_app;
grant update (ended_by, ended_at) on holidays to stepdown_app;
comment on table holidays is 'A day without sessions; it lowers what can be planned, not the floor (W5) (standing; owner: program)';
comment on column holidays.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column holidays.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column holidays.site_id is 'At which site; null at all of them.';
comment on column holidays.date is 'The local day.';
comment on column holidays.name is 'What the day is called.';
comment on column holidays.recorded_at is 'When this was written down.';
comment on column holidays.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column holidays.ended_by is 'The staff row that ended it.';
comment on column holidays.ended_at is 'When the end was written down.';

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
  purpose text not null default 'floor'::text,
  said_by text not null default ''::text,
  is_on boolean not null default true,
  services_week smallint,
  longest_gap_days smallint,
  weeks_max smallint,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint hours_rules_pk PRIMARY KEY (org_id, id),
  constraint hours_rules_basis_check CHECK (basis = ANY (ARRAY['planned'::text, 'scheduled'::text, 'attended'::text, 'clinical'::text])),
  constraint hours_rules_dates_check CHECK (valid_to IS NULL OR valid_to >= valid_from),
  constraint hours_rules_gap_check CHECK (longest_gap_days >= 1 AND longest_gap_days <= 60),
  constraint hours_rules_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint hours_rules_population_check CHECK (population = ANY (ARRAY['adults'::text, 'adolescents'::text])),
  constraint hours_rules_purpose_check CHECK (purpose = ANY (ARRAY['floor'::text, 'test'::text])),
  constraint hours_rules_services_check CHECK (services_week >= 1 AND services_week <= 99),
  constraint hours_rules_unit_check CHECK (unit = ANY (ARRAY['minutes'::text, 'services'::text])),
  constraint hours_rules_week_check CHECK (week_starts_on >= 1 AND week_starts_on <= 7),
  constraint hours_rules_weeks_check CHECK (weeks_max >= 1 AND weeks_max <= 104),
  constraint hours_rules_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
CREATE INDEX hours_rules_level_ix ON public.hours_rules USING btree (org_id, level, population, valid_from);
alter table hours_rules enable row level security;
alter table hours_rules force row level security;
create policy hours_rules_org on hours_rules for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on hours_rules to stepdown_app;
grant update (valid_to, is_on, ended_by, ended_at) on hours_rules to stepdown_app;
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
comment on column hours_rules.purpose is 'Floor: of a level of care; test: of a payer or state, shown beside it.';
comment on column hours_rules.said_by is 'Which payer or state; empty for a floor.';
comment on column hours_rules.is_on is 'Whether the organization applies it.';
comment on column hours_rules.services_week is 'Least services in a week; null when there is none.';
comment on column hours_rules.longest_gap_days is 'Most days between two services; null when there is none.';
comment on column hours_rules.weeks_max is 'Most weeks before the rule asks for a written reason; null when there is none.';
comment on column hours_rules.ended_by is 'The staff row that ended it.';
comment on column hours_rules.ended_at is 'When the end was written down.';

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
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint level_segments_pk PRIMARY KEY (org_id, id),
  constraint level_segments_overlap_excl EXCLUDE USING gist (org_id WITH =, episode_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint level_segments_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint level_segments_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint level_segments_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id)
);
CREATE INDEX level_segments_episode_ix ON public.level_segments USING btree (org_id, episode_id, starts_on);
alter table level_segments enable row level security;
alter table level_segments force row level security;
create policy level_segments_org on level_segments for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on level_segments to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on level_segments to stepdown_app;
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
comment on column level_segments.withdrawn_at is 'When it was taken back as if it had not been; null for one that holds.';
comment on column level_segments.withdrawn_by is 'Who took it back.';

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
  signed_at timestamp with time zone not null,
  constraint note_addenda_pk PRIMARY KEY (org_id, id),
  constraint note_addenda_kind_check CHECK (kind = ANY (ARRAY['addendum'::text, 'correction'::text, 'answer'::text])),
  constraint note_addenda_minutes_check CHECK ((kind = 'correction'::text) = (clinical_minutes IS NOT NULL) AND 0 <= clinical_minutes AND clinical_minutes <= attended_minutes),
  constraint note_addenda_text_check CHECK (length(btrim(text)) > 0),
  constraint note_addenda_attendance_fk FOREIGN KEY (org_id, attendance_id) REFERENCES attendances(org_id, id),
  constraint note_addenda_author_fk FOREIGN KEY (org_id, author_id) REFERENCES staff(org_id, id),
  constraint note_addenda_note_fk FOREIGN KEY (org_id, note_id) REFERENCES notes(org_id, id)
);
CREATE INDEX note_addenda_note_ix ON public.note_addenda USING btree (org_id, note_id, signed_at);
alter table note_addenda enable row level security;
alter table note_addenda force row level security;
create policy note_addenda_org on note_addenda for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on note_addenda to stepdown_app;
comment on table note_addenda is 'What was added to a signed note; a correction carries the minutes that count from then on (W14) (facts; owner: notes)';
comment on column note_addenda.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column note_addenda.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column note_addenda.note_id is 'To which note.';
comment on column note_addenda.kind is 'Addendum, correction of times, or the answer to a note that was returned.';
comment on column note_addenda.text is 'What is added.';
comment on column note_addenda.attendance_id is 'The corrected attendance; null unless times were corrected.';
comment on column note_addenda.scheduled_minutes is 'Planned minutes as corrected.';
comment on column note_addenda.attended_minutes is 'Minutes present as corrected.';
comment on column note_addenda.clinical_minutes is 'Minutes present outside breaks as corrected.';
comment on column note_addenda.minutes_rule is 'Version of the rule that made these minutes.';
comment on column note_addenda.author_id is 'Who signed it.';
comment on column note_addenda.author_name is 'Name as it stood.';
comment on column note_addenda.author_credential is 'Credential as it stood.';
comment on column note_addenda.signed_at is 'When it was signed and frozen.';

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
  signed_at timestamp with time zone not null,
  constraint note_reviews_pk PRIMARY KEY (org_id, id),
  constraint note_reviews_kind_check CHECK (kind = ANY (ARRAY['co-signed'::text, 'returned'::text])),
  constraint note_reviews_reason_check CHECK (kind <> 'returned'::text OR length(btrim(reason)) > 0),
  constraint note_reviews_by_fk FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint note_reviews_note_fk FOREIGN KEY (org_id, note_id) REFERENCES notes(org_id, id)
);
CREATE UNIQUE INDEX note_reviews_co_signed_key ON public.note_reviews USING btree (org_id, note_id) WHERE (kind = 'co-signed'::text);
CREATE INDEX note_reviews_note_ix ON public.note_reviews USING btree (org_id, note_id, signed_at);
alter table note_reviews enable row level security;
alter table note_reviews force row level security;
create policy note_reviews_org on note_reviews for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on note_reviews to stepdown_app;
comment on table note_reviews is 'That a supervisor co-signed a note or returned it with a reason (W13) (facts; owner: notes)';
comment on column note_reviews.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column note_reviews.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column note_reviews.note_id is 'Which note.';
comment on column note_reviews.kind is 'Co-signed or returned.';
comment on column note_reviews.reason is 'Why it was returned; empty when co-signed.';
comment on column note_reviews.addenda_seen is 'How many addenda the note had when it was looked at.';
comment on column note_reviews.by_id is 'Who.';
comment on column note_reviews.by_name is 'Name as it stood.';
comment on column note_reviews.by_credential is 'Credential as it stood.';
comment on column note_reviews.signed_at is 'When.';

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
  objective_id uuid,
  similarity smallint,
  similar_to_id uuid,
  cosign_by uuid,
  danger_task_id uuid,
  objective_said text,
  supporters jsonb not null default '[]'::jsonb,
  constraint notes_pk PRIMARY KEY (org_id, id),
  constraint notes_person_key UNIQUE (org_id, session_id, participant_id),
  constraint notes_craving_check CHECK (craving >= 0 AND craving <= 10),
  constraint notes_minutes_check CHECK (0 <= clinical_minutes AND clinical_minutes <= attended_minutes),
  constraint notes_sentence_check CHECK (length(btrim(own_sentence)) > 0),
  constraint notes_similarity_check CHECK (similarity >= 0 AND similarity <= 100),
  constraint notes_attendance_fk FOREIGN KEY (org_id, attendance_id) REFERENCES attendances(org_id, id),
  constraint notes_author_fk FOREIGN KEY (org_id, author_id) REFERENCES staff(org_id, id),
  constraint notes_cosign_fk FOREIGN KEY (org_id, cosign_by) REFERENCES staff(org_id, id),
  constraint notes_objective_fk FOREIGN KEY (org_id, objective_id) REFERENCES plan_objectives(org_id, id),
  constraint notes_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint notes_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX notes_cosign_ix ON public.notes USING btree (org_id, cosign_by, signed_at) WHERE (cosign_by IS NOT NULL);
CREATE INDEX notes_objective_ix ON public.notes USING btree (org_id, objective_id, signed_at);
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
comment on column notes.objective_id is 'The objective of the person''s plan that it speaks to; null when none.';
comment on column notes.similarity is 'How much the own sentence is like the likest other, in percent, as it stood at signing (W15).';
comment on column notes.similar_to_id is 'The note or person it was likest to; null when none.';
comment on column notes.cosign_by is 'Whose co-signature it waits for; null when none is needed (W13).';
comment on column notes.danger_task_id is 'The danger task that was opened about this person in this session; null when none.';
comment on column notes.objective_said is 'Number and words of that objective as they stood at signing; null when none.';
comment on column notes.supporters is 'Who sat in with the person as it stood at signing, name and relation of each.';

create table on_call_days (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  date date not null,
  staff_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint on_call_days_pk PRIMARY KEY (org_id, id),
  constraint on_call_days_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint on_call_days_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE UNIQUE INDEX on_call_days_current_key ON public.on_call_days USING btree (org_id, site_id, date) WHERE (ended_at IS NULL);
alter table on_call_days enable row level security;
alter table on_call_days force row level security;
create policy on_call_days_org on on_call_days for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on on_call_days to stepdown_app;
grant update (ended_by, ended_at) on on_call_days to stepdown_app;
comment on table on_call_days is 'The clinician on call of a site and day; never empty while sessions are planned (W18) (standing; owner: program)';
comment on column on_call_days.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column on_call_days.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column on_call_days.site_id is 'At which site.';
comment on column on_call_days.date is 'The local day.';
comment on column on_call_days.staff_id is 'Who is on call.';
comment on column on_call_days.recorded_at is 'When this was written down.';
comment on column on_call_days.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column on_call_days.ended_by is 'The staff row that ended it.';
comment on column on_call_days.ended_at is 'When the end was written down.';

create table organizations (
  org_id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  plan_weeks smallint not null default 12,
  constraint organizations_pk PRIMARY KEY (org_id),
  constraint organizations_kind_check CHECK (kind = ANY (ARRAY['real'::text, 'demo'::text])),
  constraint organizations_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 200),
  constraint organizations_plan_check CHECK (plan_weeks >= 1 AND plan_weeks <= 52)
);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy organizations_org on organizations for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on organizations to stepdown_app;
grant update (name, plan_weeks) on organizations to stepdown_app;
comment on table organizations is 'A treatment organization on this server (standing; owner: people)';
comment on column organizations.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column organizations.name is 'What people call it.';
comment on column organizations.kind is 'Real or demo; set at creation and never changed (W24).';
comment on column organizations.created_at is 'When it was set up here.';
comment on column organizations.plan_weeks is 'How many weeks ahead sessions are planned.';

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

create table participant_contacts (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null,
  name text not null,
  relation text not null default ''::text,
  telephone text not null default ''::text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint participant_contacts_pk PRIMARY KEY (org_id, id),
  constraint participant_contacts_kind_check CHECK (kind = ANY (ARRAY['guardian'::text, 'emergency'::text, 'supporter'::text])),
  constraint participant_contacts_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 120),
  constraint participant_contacts_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE INDEX participant_contacts_participant_ix ON public.participant_contacts USING btree (org_id, participant_id);
alter table participant_contacts enable row level security;
alter table participant_contacts force row level security;
create policy participant_contacts_org on participant_contacts for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on participant_contacts to stepdown_app;
grant update (ended_by, ended_at) on participant_contacts to stepdown_app;
comment on table participant_contacts is 'A guardian, emergency contact or supporter of a participant (standing; owner: people)';
comment on column participant_contacts.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column participant_contacts.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column participant_contacts.participant_id is 'Whose contact.';
comment on column participant_contacts.kind is 'Guardian, emergency contact or supporter.';
comment on column participant_contacts.name is 'Who it is.';
comment on column participant_contacts.relation is 'What they are to the participant.';
comment on column participant_contacts.telephone is 'How to reach them.';
comment on column participant_contacts.recorded_at is 'When this was written down.';
comment on column participant_contacts.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column participant_contacts.ended_by is 'The staff row that ended it.';
comment on column participant_contacts.ended_at is 'When the end was written down.';

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
  telephone text not null default ''::text,
  email text not null default ''::text,
  contact_by text not null default 'phone'::text,
  may_leave_message boolean not null default false,
  contact_note text not null default ''::text,
  name_key text not null default ((' '::text || folded_name(((((COALESCE(chosen_name, ''::text) || ' '::text) || legal_given_name) || ' '::text) || legal_family_name))) || ' '::text) made s,
  constraint participants_pk PRIMARY KEY (org_id, id),
  constraint participants_number_key UNIQUE (org_id, participant_number),
  constraint participants_contact_check CHECK (contact_by = ANY (ARRAY['phone'::text, 'text'::text, 'mail'::text, 'none'::text])),
  constraint participants_name_check CHECK (length(btrim(legal_given_name || legal_family_name)) > 0),
  constraint participants_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
CREATE INDEX participants_birth_ix ON public.participants USING btree (org_id, birth_date);
CREATE INDEX participants_name_ix ON public.participants USING gin (org_id, name_key gin_trgm_ops);
CREATE INDEX participants_number_end_ix ON public.participants USING btree (org_id, number_end(participant_number));
CREATE INDEX participants_number_ix ON public.participants USING btree (org_id, lower(participant_number));
CREATE INDEX participants_recorded_ix ON public.participants USING btree (org_id, recorded_at);
alter table participants enable row level security;
alter table participants force row level security;
create policy participants_org on participants for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
create policy participants_search on participants for select to stepdown_search using (true);
grant insert, select on participants to stepdown_app;
grant update (participant_number, legal_given_name, legal_family_name, chosen_name, pronouns, birth_date, language, telephone, email, contact_by, may_leave_message, contact_note) on participants to stepdown_app;
grant select (org_id, id, participant_number, birth_date, name_key) on participants to stepdown_search;
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
comment on column participants.telephone is 'How to reach this person by voice or text.';
comment on column participants.email is 'Mail address; empty when there is none or it is not safe.';
comment on column participants.contact_by is 'How this person may be reached, or not at all.';
comment on column participants.may_leave_message is 'Whether a message may be left.';
comment on column participants.contact_note is 'What to say and what not, in the person''s words.';
comment on column participants.name_key is 'All names in one spelling, for the search; made by the database.';

create table path_versions (
  org_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  version integer not null,
  program_id uuid not null,
  name text not null,
  weeks smallint not null,
  phases jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint path_versions_pk PRIMARY KEY (org_id, id),
  constraint path_versions_version_key UNIQUE (org_id, path_id, version),
  constraint path_versions_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 120),
  constraint path_versions_weeks_check CHECK (weeks >= 1 AND weeks <= 52),
  constraint path_versions_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id)
);
alter table path_versions enable row level security;
alter table path_versions force row level security;
create policy path_versions_org on path_versions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on path_versions to stepdown_app;
grant update (ended_by, ended_at) on path_versions to stepdown_app;
comment on table path_versions is 'One version of a path template, its weeks in phases with their weekly dose (W5) (standing; owner: program)';
comment on column path_versions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column path_versions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column path_versions.path_id is 'The path of which this is a version.';
comment on column path_versions.version is 'Counts the saves from 1; the newest is offered, older ones stay with the people on them.';
comment on column path_versions.program_id is 'Of which program.';
comment on column path_versions.name is 'What people call it, such as Twelve weeks.';
comment on column path_versions.weeks is 'Its length in weeks.';
comment on column path_versions.phases is 'Phases in order: name, weeks, level of care, and the blocks of a week with their minutes and breaks.';
comment on column path_versions.recorded_at is 'When this was written down.';
comment on column path_versions.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column path_versions.ended_by is 'The staff row that ended it.';
comment on column path_versions.ended_at is 'When the end was written down.';

create table phase_segments (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  path_version_id uuid not null,
  phase_no smallint not null,
  starts_on date not null,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint phase_segments_pk PRIMARY KEY (org_id, id),
  constraint phase_segments_overlap_excl EXCLUDE USING gist (org_id WITH =, episode_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint phase_segments_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint phase_segments_phase_check CHECK (phase_no >= 1 AND phase_no <= 12),
  constraint phase_segments_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint phase_segments_path_fk FOREIGN KEY (org_id, path_version_id) REFERENCES path_versions(org_id, id)
);
CREATE INDEX phase_segments_episode_ix ON public.phase_segments USING btree (org_id, episode_id, starts_on);
alter table phase_segments enable row level security;
alter table phase_segments force row level security;
create policy phase_segments_org on phase_segments for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on phase_segments to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on phase_segments to stepdown_app;
comment on table phase_segments is 'A stretch of an episode in one phase of a path version (standing; owner: placements)';
comment on column phase_segments.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column phase_segments.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column phase_segments.episode_id is 'Of which episode.';
comment on column phase_segments.path_version_id is 'Which version of which path.';
comment on column phase_segments.phase_no is 'Which of its phases, from 1.';
comment on column phase_segments.starts_on is 'First local day on which it holds.';
comment on column phase_segments.reason is 'Why the phase changed.';
comment on column phase_segments.recorded_at is 'When this was written down.';
comment on column phase_segments.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column phase_segments.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column phase_segments.ended_by is 'The staff row that ended it.';
comment on column phase_segments.ended_at is 'When the end was written down.';
comment on column phase_segments.withdrawn_at is 'When it was taken back as if it had not been; null for one that holds.';
comment on column phase_segments.withdrawn_by is 'Who took it back.';

create table plan_cosignatures (
  org_id uuid not null,
  id uuid not null,
  signed_plan_id uuid not null,
  by_id uuid not null,
  by_name text not null,
  by_credential text not null,
  signed_at timestamp with time zone not null,
  constraint plan_cosignatures_pk PRIMARY KEY (org_id, id),
  constraint plan_cosignatures_plan_key UNIQUE (org_id, signed_plan_id),
  constraint plan_cosignatures_by_fk FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint plan_cosignatures_plan_fk FOREIGN KEY (org_id, signed_plan_id) REFERENCES signed_plans(org_id, id)
);
alter table plan_cosignatures enable row level security;
alter table plan_cosignatures force row level security;
create policy plan_cosignatures_org on plan_cosignatures for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on plan_cosignatures to stepdown_app;
comment on table plan_cosignatures is 'That a signed plan was co-signed (facts; owner: plans)';
comment on column plan_cosignatures.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column plan_cosignatures.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column plan_cosignatures.signed_plan_id is 'Which signed plan.';
comment on column plan_cosignatures.by_id is 'Who co-signed.';
comment on column plan_cosignatures.by_name is 'Name as it stood.';
comment on column plan_cosignatures.by_credential is 'Credential as it stood.';
comment on column plan_cosignatures.signed_at is 'When it was co-signed.';

create table plan_goals (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  position smallint not null,
  problem text not null,
  own_words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint plan_goals_pk PRIMARY KEY (org_id, id),
  constraint plan_goals_position_key UNIQUE (org_id, episode_id, "position"),
  constraint plan_goals_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint plan_goals_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE INDEX plan_goals_participant_ix ON public.plan_goals USING btree (org_id, participant_id);
alter table plan_goals enable row level security;
alter table plan_goals force row level security;
create policy plan_goals_org on plan_goals for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on plan_goals to stepdown_app;
grant update (problem, own_words, ended_at, ended_by) on plan_goals to stepdown_app;
comment on table plan_goals is 'What a person wants to reach, in the person''s own words, with the problem it answers (standing; owner: plans)';
comment on column plan_goals.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column plan_goals.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column plan_goals.episode_id is 'In which episode.';
comment on column plan_goals.participant_id is 'Whose.';
comment on column plan_goals.position is 'Its number in the plan, 1 the first; never used twice.';
comment on column plan_goals.problem is 'The problem it answers, in plain words.';
comment on column plan_goals.own_words is 'The goal as the person says it.';
comment on column plan_goals.recorded_at is 'When this was written down.';
comment on column plan_goals.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column plan_goals.ended_at is 'When it was put aside or reached; null while it holds.';
comment on column plan_goals.ended_by is 'The staff row that ended it.';

create table plan_interventions (
  org_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  position smallint not null,
  text text not null,
  frequency text not null,
  staff_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint plan_interventions_pk PRIMARY KEY (org_id, id),
  constraint plan_interventions_position_key UNIQUE (org_id, goal_id, "position"),
  constraint plan_interventions_text_check CHECK (length(btrim(text)) > 0),
  constraint plan_interventions_goal_fk FOREIGN KEY (org_id, goal_id) REFERENCES plan_goals(org_id, id),
  constraint plan_interventions_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
alter table plan_interventions enable row level security;
alter table plan_interventions force row level security;
create policy plan_interventions_org on plan_interventions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on plan_interventions to stepdown_app;
grant update (text, frequency, staff_id, ended_at, ended_by) on plan_interventions to stepdown_app;
comment on table plan_interventions is 'What staff do toward a goal, how often, and who answers for it (standing; owner: plans)';
comment on column plan_interventions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column plan_interventions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column plan_interventions.goal_id is 'Toward which goal.';
comment on column plan_interventions.position is 'Its number under the goal, 1 the first; never used twice.';
comment on column plan_interventions.text is 'What is done.';
comment on column plan_interventions.frequency is 'How often and how long, in words; empty when not said.';
comment on column plan_interventions.staff_id is 'Who answers for it; null for the whole team.';
comment on column plan_interventions.recorded_at is 'When this was written down.';
comment on column plan_interventions.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column plan_interventions.ended_at is 'When it was ended; null while it goes on.';
comment on column plan_interventions.ended_by is 'The staff row that ended it.';

create table plan_objectives (
  org_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  position smallint not null,
  text text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  target_on date,
  constraint plan_objectives_pk PRIMARY KEY (org_id, id),
  constraint plan_objectives_position_key UNIQUE (org_id, goal_id, "position"),
  constraint plan_objectives_goal_fk FOREIGN KEY (org_id, goal_id) REFERENCES plan_goals(org_id, id)
);
alter table plan_objectives enable row level security;
alter table plan_objectives force row level security;
create policy plan_objectives_org on plan_objectives for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on plan_objectives to stepdown_app;
grant update (text, ended_at, ended_by, target_on) on plan_objectives to stepdown_app;
comment on table plan_objectives is 'A measurable step toward a goal; notes name the one they speak to (standing; owner: plans)';
comment on column plan_objectives.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column plan_objectives.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column plan_objectives.goal_id is 'Of which goal.';
comment on column plan_objectives.position is 'Its number under the goal, 1 the first; never used twice.';
comment on column plan_objectives.text is 'What will be seen when it is reached.';
comment on column plan_objectives.recorded_at is 'When this was written down.';
comment on column plan_objectives.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column plan_objectives.ended_at is 'When it was put aside or reached; null while it holds.';
comment on column plan_objectives.ended_by is 'The staff row that ended it.';
comment on column plan_objectives.target_on is 'By which local day it is to be reached; null when no day is set.';

create table plan_reviews (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  reviewed_on date not null,
  next_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint plan_reviews_pk PRIMARY KEY (org_id, id),
  constraint plan_reviews_dates_check CHECK (next_on > reviewed_on),
  constraint plan_reviews_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id)
);
CREATE INDEX plan_reviews_episode_ix ON public.plan_reviews USING btree (org_id, episode_id, recorded_at);
alter table plan_reviews enable row level security;
alter table plan_reviews force row level security;
create policy plan_reviews_org on plan_reviews for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on plan_reviews to stepdown_app;
comment on table plan_reviews is 'That a plan was looked at with the person, and by when it is looked at next; the newest row counts (facts; owner: plans)';
comment on column plan_reviews.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column plan_reviews.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column plan_reviews.episode_id is 'Of which episode.';
comment on column plan_reviews.reviewed_on is 'On which local day.';
comment on column plan_reviews.next_on is 'By which local day it is looked at next.';
comment on column plan_reviews.recorded_at is 'When this was written down.';
comment on column plan_reviews.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table programs (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  population text not null,
  specialty text not null,
  recorded_at timestamp with time zone not null,
  level text not null default 'iop'::text,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint programs_pk PRIMARY KEY (org_id, id),
  constraint programs_name_key UNIQUE (org_id, name),
  constraint programs_level_check CHECK (level = ANY (ARRAY['iop'::text, 'php'::text, 'outpatient'::text])),
  constraint programs_population_check CHECK (population = ANY (ARRAY['adults'::text, 'adolescents'::text])),
  constraint programs_specialty_check CHECK (specialty = ANY (ARRAY['substance-use'::text, 'ocd-anxiety'::text, 'eating-disorder'::text, 'dual-diagnosis'::text, 'other'::text])),
  constraint programs_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table programs enable row level security;
alter table programs force row level security;
create policy programs_org on programs for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on programs to stepdown_app;
grant update (name, population, specialty, level, ended_on, ended_by, ended_at) on programs to stepdown_app;
comment on table programs is 'A treatment program of the organization (standing; owner: program)';
comment on column programs.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column programs.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column programs.name is 'What people call it.';
comment on column programs.population is 'Adults or adolescents.';
comment on column programs.specialty is 'What is treated.';
comment on column programs.recorded_at is 'When this was written down.';
comment on column programs.level is 'Level of care at which people are admitted to it.';
comment on column programs.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column programs.ended_by is 'The staff row that ended it.';
comment on column programs.ended_at is 'When the end was written down.';

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
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint rooms_pk PRIMARY KEY (org_id, id),
  constraint rooms_name_key UNIQUE (org_id, site_id, name),
  constraint rooms_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
alter table rooms enable row level security;
alter table rooms force row level security;
create policy rooms_org on rooms for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on rooms to stepdown_app;
grant update (name, ended_on, ended_by, ended_at) on rooms to stepdown_app;
comment on table rooms is 'A room of a site (standing; owner: program)';
comment on column rooms.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column rooms.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column rooms.site_id is 'The site.';
comment on column rooms.name is 'What stands on its door.';
comment on column rooms.recorded_at is 'When this was written down.';
comment on column rooms.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column rooms.ended_by is 'The staff row that ended it.';
comment on column rooms.ended_at is 'When the end was written down.';

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
  name text not null,
  session_type text not null,
  capacity smallint not null default 10,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  topic text not null default ''::text,
  track_id uuid,
  curriculum_id uuid,
  credential_required text not null default ''::text,
  minimum smallint not null default 2,
  constraint series_pk PRIMARY KEY (org_id, id),
  constraint series_capacity_check CHECK (capacity >= 1 AND capacity <= 10),
  constraint series_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint series_minimum_check CHECK (minimum >= 1 AND minimum <= 10),
  constraint series_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 120),
  constraint series_type_check CHECK (session_type = ANY (ARRAY['group'::text, 'individual'::text, 'family'::text, 'couple'::text, 'medication-visit'::text, 'peer-support'::text])),
  constraint series_curriculum_fk FOREIGN KEY (org_id, curriculum_id) REFERENCES curricula(org_id, id),
  constraint series_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint series_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint series_track_fk FOREIGN KEY (org_id, track_id) REFERENCES tracks(org_id, id)
);
alter table series enable row level security;
alter table series force row level security;
create policy series_org on series for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on series to stepdown_app;
grant update (name, capacity, ended_on, ended_by, ended_at, topic, track_id, curriculum_id, credential_required, minimum) on series to stepdown_app;
comment on table series is 'A group, what it is and for whom; rolling, nobody ever rebuilds it (standing; owner: schedules)';
comment on column series.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column series.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column series.program_id is 'Of which program.';
comment on column series.site_id is 'At which site.';
comment on column series.name is 'What people call the group.';
comment on column series.session_type is 'Kind of its sessions.';
comment on column series.capacity is 'Seats for participants, ten at most (W9).';
comment on column series.starts_on is 'First local day on which it holds.';
comment on column series.recorded_at is 'When this was written down.';
comment on column series.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column series.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column series.ended_by is 'The staff row that ended it.';
comment on column series.ended_at is 'When the end was written down.';
comment on column series.topic is 'What it is about, in words.';
comment on column series.track_id is 'Which track; null when it belongs to none.';
comment on column series.curriculum_id is 'Which curriculum it works through; null for none.';
comment on column series.credential_required is 'Credential its facilitator must hold; empty for none.';
comment on column series.minimum is 'Fewest people with whom it is held as a group.';

create table session_bookings (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  seat_no smallint not null,
  moved_from_id uuid,
  is_make_up boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint session_bookings_pk PRIMARY KEY (org_id, id),
  constraint session_bookings_seat_check CHECK (seat_no >= 1 AND seat_no <= 10),
  constraint session_bookings_moved_from_fk FOREIGN KEY (org_id, moved_from_id) REFERENCES sessions(org_id, id),
  constraint session_bookings_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint session_bookings_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX session_bookings_moved_from_ix ON public.session_bookings USING btree (org_id, moved_from_id, participant_id) WHERE (moved_from_id IS NOT NULL);
CREATE INDEX session_bookings_participant_ix ON public.session_bookings USING btree (org_id, participant_id, session_id);
CREATE UNIQUE INDEX session_bookings_person_key ON public.session_bookings USING btree (org_id, session_id, participant_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX session_bookings_seat_key ON public.session_bookings USING btree (org_id, session_id, seat_no) WHERE (withdrawn_at IS NULL);
alter table session_bookings enable row level security;
alter table session_bookings force row level security;
create policy session_bookings_org on session_bookings for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on session_bookings to stepdown_app;
grant update (withdrawn_at, withdrawn_by) on session_bookings to stepdown_app;
comment on table session_bookings is 'A seat in one session only; for one-off sessions, make-up visits and people moved when a group is split (standing; owner: sessions)';
comment on column session_bookings.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column session_bookings.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column session_bookings.session_id is 'In which session.';
comment on column session_bookings.participant_id is 'Who.';
comment on column session_bookings.seat_no is 'Seat 1 to 10.';
comment on column session_bookings.moved_from_id is 'The session of the same hour that the person was moved from; null when not moved.';
comment on column session_bookings.is_make_up is 'Whether it makes up for a session that was missed.';
comment on column session_bookings.recorded_at is 'When this was written down.';
comment on column session_bookings.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column session_bookings.withdrawn_at is 'When the seat was taken back; null for one that holds.';
comment on column session_bookings.withdrawn_by is 'Who took it back.';

create table session_changes (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  reason text not null,
  was jsonb not null,
  became jsonb not null,
  participant_ids uuid[] not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint session_changes_pk PRIMARY KEY (org_id, id),
  constraint session_changes_kind_check CHECK (kind = ANY (ARRAY['canceled'::text, 'moved'::text, 'reinstated'::text, 'added'::text, 'handed-over'::text, 'split'::text, 'end-moved'::text])),
  constraint session_changes_reason_check CHECK (length(reason) <= 500),
  constraint session_changes_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX session_changes_session_ix ON public.session_changes USING btree (org_id, session_id, recorded_at);
alter table session_changes enable row level security;
alter table session_changes force row level security;
create policy session_changes_org on session_changes for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on session_changes to stepdown_app;
comment on table session_changes is 'What was done to a session as planned, why, and who was affected (W11) (facts; owner: sessions)';
comment on column session_changes.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column session_changes.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column session_changes.session_id is 'Which session.';
comment on column session_changes.kind is 'What was done; a closed list.';
comment on column session_changes.reason is 'Why, in words.';
comment on column session_changes.was is 'Time, room and facilitator before.';
comment on column session_changes.became is 'Time, room and facilitator after.';
comment on column session_changes.participant_ids is 'Everybody who had a seat in it then.';
comment on column session_changes.recorded_at is 'When this was written down.';
comment on column session_changes.recorded_by is 'The staff row that wrote it; null when the program itself did.';

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
  telehealth_link text not null default ''::text,
  curriculum_module_id uuid,
  withdrawn_at timestamp with time zone,
  split_from_id uuid,
  constraint sessions_pk PRIMARY KEY (org_id, id),
  constraint sessions_first_planned_key UNIQUE (org_id, series_id, first_planned_on, first_planned_at_local),
  constraint sessions_capacity_check CHECK (capacity >= 1 AND capacity <= 10),
  constraint sessions_times_check CHECK (planned_end_at > planned_start_at),
  constraint sessions_type_check CHECK (session_type = ANY (ARRAY['group'::text, 'individual'::text, 'family'::text, 'couple'::text, 'medication-visit'::text, 'peer-support'::text])),
  constraint sessions_facilitator_fk FOREIGN KEY (org_id, facilitator_id) REFERENCES staff(org_id, id),
  constraint sessions_module_fk FOREIGN KEY (org_id, curriculum_module_id) REFERENCES curriculum_modules(org_id, id),
  constraint sessions_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint sessions_room_fk FOREIGN KEY (org_id, room_id) REFERENCES rooms(org_id, id),
  constraint sessions_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id),
  constraint sessions_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id),
  constraint sessions_split_from_fk FOREIGN KEY (org_id, split_from_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX sessions_series_start_ix ON public.sessions USING btree (org_id, series_id, planned_start_at);
CREATE INDEX sessions_site_start_ix ON public.sessions USING btree (org_id, site_id, planned_start_at);
CREATE INDEX sessions_start_ix ON public.sessions USING btree (org_id, planned_start_at);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_org on sessions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on sessions to stepdown_app;
grant update (name, room_id, facilitator_id, planned_start_at, planned_end_at, breaks, capacity, canceled_at, canceled_by, cancel_reason, telehealth_link, curriculum_module_id, withdrawn_at) on sessions to stepdown_app;
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
comment on column sessions.telehealth_link is 'Where it meets when not in a room; empty when in a room.';
comment on column sessions.curriculum_module_id is 'The module worked on; null when none.';
comment on column sessions.withdrawn_at is 'When the weekly times ceased to give it, nobody having touched it; null for one that is planned.';
comment on column sessions.split_from_id is 'The session whose people were too many for one room; null for one that stands by itself.';

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

create table signed_plans (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  no smallint not null,
  content jsonb not null,
  next_review_on date not null,
  agreement text not null,
  agreement_words text not null,
  cosign_by uuid,
  author_id uuid not null,
  author_name text not null,
  author_credential text not null,
  signed_at timestamp with time zone not null,
  constraint signed_plans_pk PRIMARY KEY (org_id, id),
  constraint signed_plans_no_key UNIQUE (org_id, episode_id, no),
  constraint signed_plans_agreement_check CHECK (agreement = ANY (ARRAY['agrees'::text, 'agrees-in-part'::text, 'does-not-agree'::text, 'not-asked'::text])),
  constraint signed_plans_author_fk FOREIGN KEY (org_id, author_id) REFERENCES staff(org_id, id),
  constraint signed_plans_cosign_fk FOREIGN KEY (org_id, cosign_by) REFERENCES staff(org_id, id),
  constraint signed_plans_episode_fk FOREIGN KEY (org_id, episode_id) REFERENCES episodes(org_id, id),
  constraint signed_plans_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE INDEX signed_plans_cosign_ix ON public.signed_plans USING btree (org_id, cosign_by, signed_at) WHERE (cosign_by IS NOT NULL);
CREATE INDEX signed_plans_participant_ix ON public.signed_plans USING btree (org_id, participant_id, signed_at);
alter table signed_plans enable row level security;
alter table signed_plans force row level security;
create policy signed_plans_org on signed_plans for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on signed_plans to stepdown_app;
comment on table signed_plans is 'A plan as it stood when it was signed; never changes, the newest of an episode holds (facts; owner: plans)';
comment on column signed_plans.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column signed_plans.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column signed_plans.episode_id is 'Of which episode.';
comment on column signed_plans.participant_id is 'Whose plan.';
comment on column signed_plans.no is 'Its number in the episode, 1 the first.';
comment on column signed_plans.content is 'Goals, objectives and interventions as they stood.';
comment on column signed_plans.next_review_on is 'By which local day it is looked at next.';
comment on column signed_plans.agreement is 'Whether the person agrees, agrees in part, does not agree, or was not asked.';
comment on column signed_plans.agreement_words is 'What the person said to it.';
comment on column signed_plans.cosign_by is 'Whose co-signature it waits for; null when none is needed.';
comment on column signed_plans.author_id is 'Who signed.';
comment on column signed_plans.author_name is 'Name of the author as it stood.';
comment on column signed_plans.author_credential is 'Credential of the author as it stood.';
comment on column signed_plans.signed_at is 'When it was signed and frozen.';

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
  telephone text not null default ''::text,
  address text not null default ''::text,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint sites_pk PRIMARY KEY (org_id, id),
  constraint sites_name_key UNIQUE (org_id, name),
  constraint sites_grace_check CHECK (grace_minutes >= 0 AND grace_minutes <= 240),
  constraint sites_org_fk FOREIGN KEY (org_id) REFERENCES organizations(org_id)
);
alter table sites enable row level security;
alter table sites force row level security;
create policy sites_org on sites for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on sites to stepdown_app;
grant update (name, time_zone, grace_minutes, telephone, address, ended_on, ended_by, ended_at) on sites to stepdown_app;
grant select (org_id, id, time_zone) on sites to stepdown_search;
comment on table sites is 'A place where the program is held (standing; owner: program)';
comment on column sites.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column sites.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column sites.name is 'What people call it, such as Maple Street.';
comment on column sites.time_zone is 'IANA zone; every day, week and time of this site is read in it (W3, W28).';
comment on column sites.grace_minutes is 'After how many minutes a seat may be given away (W9).';
comment on column sites.recorded_at is 'When this was written down.';
comment on column sites.telephone is 'Number that a page shows beside crisis help.';
comment on column sites.address is 'Where it is, in words.';
comment on column sites.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column sites.ended_by is 'The staff row that ended it.';
comment on column sites.ended_at is 'When the end was written down.';

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
comment on column staff.ended_at is 'The instant from which the end holds; ahead of the last day''s end while the end is still to come.';

create table staff_credentials (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  number text not null default ''::text,
  issued_by text not null default ''::text,
  valid_from date not null,
  expires_on date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint staff_credentials_pk PRIMARY KEY (org_id, id),
  constraint staff_credentials_dates_check CHECK (expires_on IS NULL OR expires_on >= valid_from),
  constraint staff_credentials_kind_check CHECK (length(btrim(kind)) >= 1 AND length(btrim(kind)) <= 80),
  constraint staff_credentials_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE INDEX staff_credentials_staff_ix ON public.staff_credentials USING btree (org_id, staff_id);
alter table staff_credentials enable row level security;
alter table staff_credentials force row level security;
create policy staff_credentials_org on staff_credentials for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on staff_credentials to stepdown_app;
grant update (ended_by, ended_at) on staff_credentials to stepdown_app;
comment on table staff_credentials is 'A license or certificate of a member of staff, with its expiry (standing; owner: people)';
comment on column staff_credentials.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column staff_credentials.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column staff_credentials.staff_id is 'Whose.';
comment on column staff_credentials.kind is 'Which license, such as LPC.';
comment on column staff_credentials.number is 'Its number.';
comment on column staff_credentials.issued_by is 'The board or state that issued it.';
comment on column staff_credentials.valid_from is 'First day on which it holds.';
comment on column staff_credentials.expires_on is 'Last day on which it holds; null when it does not expire.';
comment on column staff_credentials.recorded_at is 'When this was written down.';
comment on column staff_credentials.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column staff_credentials.ended_by is 'The staff row that ended it.';
comment on column staff_credentials.ended_at is 'When the end was written down.';

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

create table supervisions (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  supervisor_id uuid not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint supervisions_pk PRIMARY KEY (org_id, id),
  constraint supervisions_overlap_excl EXCLUDE USING gist (org_id WITH =, staff_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint supervisions_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint supervisions_other_check CHECK (staff_id <> supervisor_id),
  constraint supervisions_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint supervisions_supervisor_fk FOREIGN KEY (org_id, supervisor_id) REFERENCES staff(org_id, id)
);
alter table supervisions enable row level security;
alter table supervisions force row level security;
create policy supervisions_org on supervisions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on supervisions to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on supervisions to stepdown_app;
comment on table supervisions is 'Whose notes wait for whose co-signature, from a day to a day (standing; owner: notes)';
comment on column supervisions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column supervisions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column supervisions.staff_id is 'Whose notes.';
comment on column supervisions.supervisor_id is 'Who co-signs them.';
comment on column supervisions.starts_on is 'First local day on which it holds.';
comment on column supervisions.recorded_at is 'When this was written down.';
comment on column supervisions.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column supervisions.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column supervisions.ended_by is 'The staff row that ended it.';
comment on column supervisions.ended_at is 'When the end was written down.';
comment on column supervisions.withdrawn_at is 'When it was taken back as if it had not been; null for one that holds.';
comment on column supervisions.withdrawn_by is 'Who took it back.';

create table supporter_permissions (
  org_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  contact_id uuid not null,
  session_types text[] not null,
  given_on date not null,
  given_how text not null,
  detail text not null,
  last_day date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint supporter_permissions_pk PRIMARY KEY (org_id, id),
  constraint supporter_permissions_days_check CHECK (last_day IS NULL OR last_day >= given_on),
  constraint supporter_permissions_how_check CHECK (given_how = ANY (ARRAY['on-paper'::text, 'aloud'::text])),
  constraint supporter_permissions_types_check CHECK (cardinality(session_types) > 0 AND session_types <@ ARRAY['group'::text, 'individual'::text, 'family'::text, 'couple'::text]),
  constraint supporter_permissions_contact_fk FOREIGN KEY (org_id, contact_id) REFERENCES participant_contacts(org_id, id),
  constraint supporter_permissions_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id)
);
CREATE UNIQUE INDEX supporter_permissions_contact_key ON public.supporter_permissions USING btree (org_id, contact_id) WHERE (ended_at IS NULL);
CREATE INDEX supporter_permissions_participant_ix ON public.supporter_permissions USING btree (org_id, participant_id);
alter table supporter_permissions enable row level security;
alter table supporter_permissions force row level security;
create policy supporter_permissions_org on supporter_permissions for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on supporter_permissions to stepdown_app;
grant update (ended_at, ended_by) on supporter_permissions to stepdown_app;
comment on table supporter_permissions is 'That a participant allows somebody close to attend sessions, until it is taken back; forward only (standing; owner: people)';
comment on column supporter_permissions.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column supporter_permissions.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column supporter_permissions.participant_id is 'Who allows it.';
comment on column supporter_permissions.contact_id is 'Whom.';
comment on column supporter_permissions.session_types is 'Sessions of which kinds.';
comment on column supporter_permissions.given_on is 'Since which local day.';
comment on column supporter_permissions.given_how is 'On paper or aloud.';
comment on column supporter_permissions.detail is 'What the person said about it.';
comment on column supporter_permissions.last_day is 'Last local day on which it holds by itself; null until it is taken back.';
comment on column supporter_permissions.recorded_at is 'When this was written down.';
comment on column supporter_permissions.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column supporter_permissions.ended_at is 'When it was taken back; null while it holds.';
comment on column supporter_permissions.ended_by is 'The staff row that ended it.';

create table supporter_visits (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  participant_id uuid not null,
  contact_id uuid not null,
  permission_id uuid not null,
  name text not null,
  relation text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint supporter_visits_pk PRIMARY KEY (org_id, id),
  constraint supporter_visits_contact_fk FOREIGN KEY (org_id, contact_id) REFERENCES participant_contacts(org_id, id),
  constraint supporter_visits_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint supporter_visits_permission_fk FOREIGN KEY (org_id, permission_id) REFERENCES supporter_permissions(org_id, id),
  constraint supporter_visits_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id)
);
CREATE INDEX supporter_visits_participant_ix ON public.supporter_visits USING btree (org_id, participant_id, session_id);
CREATE UNIQUE INDEX supporter_visits_person_key ON public.supporter_visits USING btree (org_id, session_id, contact_id) WHERE (withdrawn_at IS NULL);
alter table supporter_visits enable row level security;
alter table supporter_visits force row level security;
create policy supporter_visits_org on supporter_visits for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on supporter_visits to stepdown_app;
grant update (withdrawn_at, withdrawn_by) on supporter_visits to stepdown_app;
comment on table supporter_visits is 'That somebody close to a participant sat in a session, by permission; takes no seat and has no minutes (W9) (standing; owner: attendance)';
comment on column supporter_visits.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column supporter_visits.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column supporter_visits.session_id is 'Which session.';
comment on column supporter_visits.participant_id is 'With whom.';
comment on column supporter_visits.contact_id is 'Who came.';
comment on column supporter_visits.permission_id is 'By which permission.';
comment on column supporter_visits.name is 'The name as it stood.';
comment on column supporter_visits.relation is 'The relation as it stood.';
comment on column supporter_visits.recorded_at is 'When this was written down.';
comment on column supporter_visits.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column supporter_visits.withdrawn_at is 'When it was taken back; null for a visit that counts.';
comment on column supporter_visits.withdrawn_by is 'Who took it back.';

create table tablets (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  room_id uuid,
  name text not null,
  lists_names boolean not null,
  token_hash text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint tablets_pk PRIMARY KEY (org_id, id),
  constraint tablets_lists_check CHECK (NOT lists_names OR room_id IS NOT NULL),
  constraint tablets_room_fk FOREIGN KEY (org_id, room_id) REFERENCES rooms(org_id, id),
  constraint tablets_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
alter table tablets enable row level security;
alter table tablets force row level security;
create policy tablets_org on tablets for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on tablets to stepdown_app;
grant update (room_id, name, lists_names, token_hash, seen_at, ended_at, ended_by) on tablets to stepdown_app;
comment on table tablets is 'A shared tablet at which people say that they are here (W23) (standing; owner: tablets)';
comment on column tablets.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column tablets.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column tablets.site_id is 'At which site.';
comment on column tablets.room_id is 'In which group room it stands; null at an entrance.';
comment on column tablets.name is 'What staff call it.';
comment on column tablets.lists_names is 'Whether it lists first name and initial of its room''s session; only inside a group room.';
comment on column tablets.token_hash is 'SHA-256 of the secret in its cookie; empty until it is set up.';
comment on column tablets.recorded_at is 'When this was written down.';
comment on column tablets.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column tablets.seen_at is 'When it last asked anything.';
comment on column tablets.ended_at is 'When it was taken out of use; null while it may be used.';
comment on column tablets.ended_by is 'The staff row that ended it.';

create table task_owners (
  org_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  staff_id uuid not null,
  because text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint task_owners_pk PRIMARY KEY (org_id, id),
  constraint task_owners_person_key UNIQUE (org_id, task_id, staff_id),
  constraint task_owners_because_check CHECK (because = ANY (ARRAY['counselor'::text, 'on-call'::text, 'director'::text, 'not-taken'::text, 'handed-over'::text])),
  constraint task_owners_staff_fk FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint task_owners_task_fk FOREIGN KEY (org_id, task_id) REFERENCES tasks(org_id, id)
);
alter table task_owners enable row level security;
alter table task_owners force row level security;
create policy task_owners_org on task_owners for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on task_owners to stepdown_app;
comment on table task_owners is 'Whose task it is, and why; the director is added by name when nobody takes a danger task in time (W18) (facts; owner: tasks)';
comment on column task_owners.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column task_owners.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column task_owners.task_id is 'Which task.';
comment on column task_owners.staff_id is 'Whose.';
comment on column task_owners.because is 'Why it is theirs.';
comment on column task_owners.recorded_at is 'When this was written down.';
comment on column task_owners.recorded_by is 'The staff row that wrote it; null when the program itself did.';

create table tasks (
  org_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  source text not null,
  concern text,
  detail text not null,
  participant_id uuid not null,
  session_id uuid,
  due_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  taken_at timestamp with time zone,
  taken_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  ended_as text,
  done text not null default ''::text,
  constraint tasks_pk PRIMARY KEY (org_id, id),
  constraint tasks_closed_check CHECK ((closed_at IS NULL) = (ended_as IS NULL)),
  constraint tasks_concern_check CHECK (concern = ANY (ARRAY['self'::text, 'others'::text, 'withdrawal'::text, 'medical'::text, 'other'::text])),
  constraint tasks_danger_check CHECK ((kind = 'danger'::text) = (concern IS NOT NULL)),
  constraint tasks_ended_as_check CHECK (ended_as = ANY (ARRAY['safe-now'::text, 'safety-plan'::text, 'crisis-service'::text, 'emergency'::text, 'by-mistake'::text, 'reached'::text, 'not-reached'::text, 'came'::text, 'taken-back'::text, 'discharged'::text, 'talked'::text, 'other'::text])),
  constraint tasks_kind_check CHECK (kind = ANY (ARRAY['danger'::text, 'outreach'::text, 'craving'::text])),
  constraint tasks_source_check CHECK (source = ANY (ARRAY['group-room'::text, 'button'::text, 'contact-note'::text, 'absence'::text, 'craving'::text, 'tablet'::text])),
  constraint tasks_participant_fk FOREIGN KEY (org_id, participant_id) REFERENCES participants(org_id, id),
  constraint tasks_session_fk FOREIGN KEY (org_id, session_id) REFERENCES sessions(org_id, id),
  constraint tasks_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE INDEX tasks_closed_ix ON public.tasks USING btree (org_id, site_id, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX tasks_open_ix ON public.tasks USING btree (org_id, site_id, due_at) WHERE (closed_at IS NULL);
CREATE INDEX tasks_participant_ix ON public.tasks USING btree (org_id, participant_id, opened_at);
CREATE UNIQUE INDEX tasks_session_key ON public.tasks USING btree (org_id, session_id, participant_id, kind) WHERE ((kind = ANY (ARRAY['outreach'::text, 'craving'::text])) AND (closed_at IS NULL));
alter table tasks enable row level security;
alter table tasks force row level security;
create policy tasks_org on tasks for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on tasks to stepdown_app;
grant update (due_at, taken_at, taken_by, closed_at, closed_by, ended_as, done) on tasks to stepdown_app;
comment on table tasks is 'What somebody must do about a person; open until it is closed with what was done (W17, W18) (standing; owner: tasks)';
comment on column tasks.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column tasks.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column tasks.site_id is 'At which site it stands on the board.';
comment on column tasks.kind is 'Danger, outreach after an absence, or craving that rose.';
comment on column tasks.source is 'By what it was opened.';
comment on column tasks.concern is 'What the danger is; null for other kinds.';
comment on column tasks.detail is 'More about it, in words; may be empty.';
comment on column tasks.participant_id is 'About whom.';
comment on column tasks.session_id is 'From which session; null when from none.';
comment on column tasks.due_at is 'By when; a danger task that nobody has taken by then goes to the director.';
comment on column tasks.opened_at is 'When.';
comment on column tasks.opened_by is 'The staff row that opened it.';
comment on column tasks.taken_at is 'When somebody took it.';
comment on column tasks.taken_by is 'Who took it.';
comment on column tasks.closed_at is 'When it was closed; null while it is open.';
comment on column tasks.closed_by is 'Who closed it.';
comment on column tasks.ended_as is 'How it ended, from a closed list; null while it is open.';
comment on column tasks.done is 'What was done, in words.';

create table tracks (
  org_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  site_id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint tracks_pk PRIMARY KEY (org_id, id),
  constraint tracks_name_check CHECK (length(btrim(name)) >= 1 AND length(btrim(name)) <= 80),
  constraint tracks_program_fk FOREIGN KEY (org_id, program_id) REFERENCES programs(org_id, id),
  constraint tracks_site_fk FOREIGN KEY (org_id, site_id) REFERENCES sites(org_id, id)
);
CREATE UNIQUE INDEX tracks_name_key ON public.tracks USING btree (org_id, program_id, site_id, name) WHERE (ended_at IS NULL);
alter table tracks enable row level security;
alter table tracks force row level security;
create policy tracks_org on tracks for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on tracks to stepdown_app;
grant update (name, ended_on, ended_by, ended_at) on tracks to stepdown_app;
comment on table tracks is 'A time of day at which a program is held at a site, such as mornings (standing; owner: program)';
comment on column tracks.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column tracks.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column tracks.program_id is 'Of which program.';
comment on column tracks.site_id is 'At which site.';
comment on column tracks.name is 'What people call it, such as Morning.';
comment on column tracks.recorded_at is 'When this was written down.';
comment on column tracks.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column tracks.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column tracks.ended_by is 'The staff row that ended it.';
comment on column tracks.ended_at is 'When the end was written down.';

create table weekly_times (
  org_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  weekday smallint not null,
  starts_at_local time(0) without time zone not null,
  minutes smallint not null,
  breaks jsonb not null default '[]'::jsonb,
  room_id uuid,
  telehealth_link text not null default ''::text,
  facilitator_id uuid,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint weekly_times_pk PRIMARY KEY (org_id, id),
  constraint weekly_times_facilitator_excl EXCLUDE USING gist (org_id WITH =, facilitator_id WITH =, weekday WITH =, int4range((EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local))::integer, (EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local) + minutes::numeric)::integer) WITH &&, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL AND facilitator_id IS NOT NULL),
  constraint weekly_times_room_excl EXCLUDE USING gist (org_id WITH =, room_id WITH =, weekday WITH =, int4range((EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local))::integer, (EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local) + minutes::numeric)::integer) WITH &&, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL AND room_id IS NOT NULL),
  constraint weekly_times_time_excl EXCLUDE USING gist (org_id WITH =, series_id WITH =, weekday WITH =, int4range((EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local))::integer, (EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local) + minutes::numeric)::integer) WITH &&, daterange(starts_on, ended_on, '[]'::text) WITH &&) WHERE (withdrawn_at IS NULL),
  constraint weekly_times_dates_check CHECK (ended_on IS NULL OR ended_on >= starts_on),
  constraint weekly_times_day_check CHECK ((EXTRACT(hour FROM starts_at_local) * 60::numeric + EXTRACT(minute FROM starts_at_local) + minutes::numeric) <= 1440::numeric),
  constraint weekly_times_minutes_check CHECK (minutes >= 1 AND minutes <= 720),
  constraint weekly_times_weekday_check CHECK (weekday >= 1 AND weekday <= 7),
  constraint weekly_times_facilitator_fk FOREIGN KEY (org_id, facilitator_id) REFERENCES staff(org_id, id),
  constraint weekly_times_room_fk FOREIGN KEY (org_id, room_id) REFERENCES rooms(org_id, id),
  constraint weekly_times_series_fk FOREIGN KEY (org_id, series_id) REFERENCES series(org_id, id)
);
CREATE INDEX weekly_times_series_ix ON public.weekly_times USING btree (org_id, series_id, starts_on);
alter table weekly_times enable row level security;
alter table weekly_times force row level security;
create policy weekly_times_org on weekly_times for all using ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)) with check ((org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid));
grant insert, select on weekly_times to stepdown_app;
grant update (ended_on, ended_by, ended_at, withdrawn_at, withdrawn_by) on weekly_times to stepdown_app;
comment on table weekly_times is 'When, where and by whom a group meets, from a day to a day; sessions are generated from it (standing; owner: schedules)';
comment on column weekly_times.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column weekly_times.id is 'Made by the application, UUID version 7 unless the table says otherwise.';
comment on column weekly_times.series_id is 'Which group.';
comment on column weekly_times.weekday is 'Monday 1 to Sunday 7, local.';
comment on column weekly_times.starts_at_local is 'Wall time at which it starts.';
comment on column weekly_times.minutes is 'Planned length, breaks included.';
comment on column weekly_times.breaks is 'Planned breaks: minutes after the start, and how long.';
comment on column weekly_times.room_id is 'In which room; null when on a link or not settled.';
comment on column weekly_times.telehealth_link is 'Where it meets when not in a room; empty when in a room.';
comment on column weekly_times.facilitator_id is 'Who leads it; null when not settled.';
comment on column weekly_times.starts_on is 'First local day on which it holds.';
comment on column weekly_times.recorded_at is 'When this was written down.';
comment on column weekly_times.recorded_by is 'The staff row that wrote it; null when the program itself did.';
comment on column weekly_times.ended_on is 'Last local day on which it holds; null while it goes on.';
comment on column weekly_times.ended_by is 'The staff row that ended it.';
comment on column weekly_times.ended_at is 'When the end was written down.';
comment on column weekly_times.withdrawn_at is 'When it was taken back before its first day; null for one that holds.';
comment on column weekly_times.withdrawn_by is 'Who took it back.';

create view session_people with (security_invoker=true) as
 SELECT s.org_id,
    s.id AS session_id,
    e.participant_id,
    e.id AS enrollment_id,
    e.episode_id,
        CASE
            WHEN a.outcome = 'present'::text THEN a.seat_no
            ELSE e.seat_no
        END AS seat_no,
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
    s.canceled_at,
    NULL::uuid AS booking_id,
    NULL::boolean AS is_make_up,
    a.over_cap_reason,
    a.excused,
    a.absence_detail
   FROM sessions s
     JOIN enrollments e ON e.org_id = s.org_id AND e.series_id = s.series_id AND e.starts_on <= s.first_planned_on AND
        CASE
            WHEN e.ended_on IS NULL THEN 'infinity'::date
            ELSE e.ended_on
        END >= s.first_planned_on AND daterange(e.starts_on, e.ended_on, '[]'::text) @> s.first_planned_on AND e.withdrawn_at IS NULL
     LEFT JOIN attendances a ON a.org_id = s.org_id AND a.session_id = s.id AND a.participant_id = e.participant_id AND a.superseded_at IS NULL
  WHERE s.withdrawn_at IS NULL AND NOT (EXISTS ( SELECT 1
           FROM session_bookings b
          WHERE b.org_id = s.org_id AND b.moved_from_id = s.id AND b.participant_id = e.participant_id AND b.withdrawn_at IS NULL))
UNION ALL
 SELECT s.org_id,
    s.id AS session_id,
    b.participant_id,
    a.enrollment_id,
    NULL::uuid AS episode_id,
        CASE
            WHEN a.outcome = 'present'::text THEN a.seat_no
            ELSE b.seat_no
        END AS seat_no,
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
    s.canceled_at,
    b.id AS booking_id,
    b.is_make_up,
    a.over_cap_reason,
    a.excused,
    a.absence_detail
   FROM session_bookings b
     JOIN sessions s ON s.org_id = b.org_id AND s.id = b.session_id
     LEFT JOIN attendances a ON a.org_id = s.org_id AND a.session_id = s.id AND a.participant_id = b.participant_id AND a.superseded_at IS NULL
  WHERE b.withdrawn_at IS NULL AND s.withdrawn_at IS NULL AND NOT (EXISTS ( SELECT 1
           FROM enrollments e
          WHERE e.org_id = s.org_id AND e.series_id = s.series_id AND e.participant_id = b.participant_id AND e.starts_on <= s.first_planned_on AND
                CASE
                    WHEN e.ended_on IS NULL THEN 'infinity'::date
                    ELSE e.ended_on
                END >= s.first_planned_on AND daterange(e.starts_on, e.ended_on, '[]'::text) @> s.first_planned_on AND e.withdrawn_at IS NULL AND NOT (EXISTS ( SELECT 1
                   FROM session_bookings m
                  WHERE m.org_id = s.org_id AND m.moved_from_id = s.id AND m.participant_id = e.participant_id AND m.withdrawn_at IS NULL))))
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
    s.canceled_at,
    NULL::uuid AS booking_id,
    NULL::boolean AS is_make_up,
    a.over_cap_reason,
    a.excused,
    a.absence_detail
   FROM attendances a
     JOIN sessions s ON s.org_id = a.org_id AND s.id = a.session_id
  WHERE a.superseded_at IS NULL AND s.withdrawn_at IS NULL AND NOT (EXISTS ( SELECT 1
           FROM session_bookings b
          WHERE b.org_id = s.org_id AND b.session_id = s.id AND b.participant_id = a.participant_id AND b.withdrawn_at IS NULL)) AND NOT (EXISTS ( SELECT 1
           FROM enrollments e
          WHERE e.org_id = s.org_id AND e.series_id = s.series_id AND e.participant_id = a.participant_id AND e.starts_on <= s.first_planned_on AND
                CASE
                    WHEN e.ended_on IS NULL THEN 'infinity'::date
                    ELSE e.ended_on
                END >= s.first_planned_on AND daterange(e.starts_on, e.ended_on, '[]'::text) @> s.first_planned_on AND e.withdrawn_at IS NULL AND NOT (EXISTS ( SELECT 1
                   FROM session_bookings m
                  WHERE m.org_id = s.org_id AND m.moved_from_id = s.id AND m.participant_id = e.participant_id AND m.withdrawn_at IS NULL))));
grant select on session_people to stepdown_app;
comment on view session_people is 'Everybody who belongs to a session, by a seat held on that day, a seat booked in it, or by having come without one; facts only';
comment on column session_people.org_id is 'The organization; first in every key, so that rows of one organization stay together and apart.';
comment on column session_people.session_id is 'Which session.';
comment on column session_people.participant_id is 'Who.';
comment on column session_people.enrollment_id is 'The seat of the group held on that day; null for somebody who came without one.';
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
comment on column session_people.booking_id is 'The seat booked in this session only; null without one.';
comment on column session_people.is_make_up is 'Whether that booking makes up for a missed session; null without a booking.';
comment on column session_people.over_cap_reason is 'Why somebody sat in beyond the seats there are; null for a seat.';
comment on column session_people.excused is 'Whether an absence is excused; null when not absent.';
comment on column session_people.absence_detail is 'More about an absence; null when nothing is recorded.';
