-- Ways to what is asked for that do not lead past everybody who was ever here; test/routes/at-size.test.ts holds them.

-- An exclusion constraint finds by overlap only: neither by a list of episodes nor rows that were withdrawn.
create index enrollments_episode_ix on enrollments (org_id, episode_id);
create index level_segments_episode_ix on level_segments (org_id, episode_id, starts_on);
create index phase_segments_episode_ix on phase_segments (org_id, episode_id, starts_on);
create index episode_counselors_episode_ix on episode_counselors (org_id, episode_id, starts_on);
create index discharges_episode_ix on discharges (org_id, episode_id);

create index tasks_closed_ix on tasks (org_id, site_id, closed_at) where closed_at is not null;
create index sessions_start_ix on sessions (org_id, planned_start_at);
create index episodes_admitted_ix on episodes (org_id, site_id, admitted_on);

-- Who holds a seat on a day, among all who ever held one. Under row-level security an index is used through leakproof functions only: comparing
-- dates and CASE are, ranges and coalesce are not; the view session_people asks by the second index.
drop index enrollments_series_ix;
create index enrollments_series_ix on enrollments (org_id, series_id, ended_on);
create index enrollments_series_until_ix on enrollments (org_id, series_id, (case when ended_on is null then 'infinity'::date else ended_on end));

-- Who was entered lately and waits to be admitted.
create index participants_recorded_ix on participants (org_id, recorded_at);
