-- People are found by one function: by name without accents and with typing errors, by birth date, by number (decision 0014).
-- Under row-level security PostgreSQL uses no trigram index, so the function belongs to a role of its own that sees people of every
-- organization in the few columns it needs; each of its statements names the organization that the transaction has set, and no other.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- One spelling for what is typed in many: no accents, lower case, letters of other alphabets in Latin ones, each character of Chinese,
-- Japanese and Korean a word of its own, everything else by its number. Databases whose locale is C know letters of English only, so nothing
-- here leaves that to the locale.
create function folded_name(said text) returns text language sql immutable strict parallel safe
as $$
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
$$;

alter table participants add column name_key text not null generated always as (
  ' ' || folded_name(coalesce(chosen_name, '') || ' ' || legal_given_name || ' ' || legal_family_name) || ' ') stored;
create index participants_name_ix on participants using gin (org_id, name_key gin_trgm_ops);
create index participants_birth_ix on participants (org_id, birth_date);
-- The whole number, and its last part without leading zeros: P-0041 is found by 41.
create function number_end(number text) returns text language sql immutable strict parallel safe
as $$ select ltrim(lower(regexp_replace(number, '^.*[^[:alnum:]]', '')), '0') $$;
create index participants_number_ix on participants (org_id, lower(participant_number));
create index participants_number_end_ix on participants (org_id, number_end(participant_number));

-- Who was at a site lately, without those who left long ago.
create index episodes_site_ix on episodes (org_id, site_id, ended_on);

create policy participants_search on participants for select to stepdown_search using (true);

-- Who is meant, of those whom the asker may see (W20): at one of `sites` with an episode that is open or ended at most `seen_days` ago, or, for
-- those who admit, without any episode. Best first: every word as typed, beginnings, alike; then who is here before who left.
create function find_people(
  said text, born_from date[], born_to date[], numbers text[], whole text, sites uuid[], admits boolean, at timestamptz, seen_days integer, most integer
) returns table (participant_id uuid, why text, has_more boolean)
language sql stable security definer parallel restricted
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off
set jit = off
set pg_trgm.word_similarity_threshold = 0.4
as $$
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
$$;
revoke all on function find_people(text, date[], date[], text[], text, uuid[], boolean, timestamptz, integer, integer) from public;
grant execute on function find_people(text, date[], date[], text[], text, uuid[], boolean, timestamptz, integer, integer) to stepdown_app;
