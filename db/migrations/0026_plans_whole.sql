-- A plan that can be edited and signed: interventions under a goal, target dates, the plan frozen as it was signed, and what a note said at signing.

alter table plan_objectives add column target_on date;

create table plan_interventions (
  org_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  position smallint not null,
  text text not null,
  frequency text not null,
  staff_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint plan_interventions_pk primary key (org_id, id),
  constraint plan_interventions_position_key unique (org_id, goal_id, position),
  constraint plan_interventions_text_check check (length(btrim(text)) > 0),
  constraint plan_interventions_goal_fk foreign key (org_id, goal_id) references plan_goals (org_id, id),
  constraint plan_interventions_staff_fk foreign key (org_id, staff_id) references staff (org_id, id)
);

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
  signed_at timestamptz not null,
  constraint signed_plans_pk primary key (org_id, id),
  constraint signed_plans_no_key unique (org_id, episode_id, no),
  constraint signed_plans_agreement_check check (agreement in ('agrees', 'agrees-in-part', 'does-not-agree', 'not-asked')),
  constraint signed_plans_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint signed_plans_participant_fk foreign key (org_id, participant_id) references participants (org_id, id),
  constraint signed_plans_cosign_fk foreign key (org_id, cosign_by) references staff (org_id, id),
  constraint signed_plans_author_fk foreign key (org_id, author_id) references staff (org_id, id)
);
create index signed_plans_participant_ix on signed_plans (org_id, participant_id, signed_at);
create index signed_plans_cosign_ix on signed_plans (org_id, cosign_by, signed_at) where cosign_by is not null;

create table plan_cosignatures (
  org_id uuid not null,
  id uuid not null,
  signed_plan_id uuid not null,
  by_id uuid not null,
  by_name text not null,
  by_credential text not null,
  signed_at timestamptz not null,
  constraint plan_cosignatures_pk primary key (org_id, id),
  constraint plan_cosignatures_plan_key unique (org_id, signed_plan_id),
  constraint plan_cosignatures_plan_fk foreign key (org_id, signed_plan_id) references signed_plans (org_id, id),
  constraint plan_cosignatures_by_fk foreign key (org_id, by_id) references staff (org_id, id)
);

-- An objective can be reworded from here on, so a note keeps the words that it was signed with.
alter table notes add column objective_said text;
alter table notes no force row level security;
alter table plan_objectives no force row level security;
alter table plan_goals no force row level security;
update notes n set objective_said = g.position || '.' || o.position || ' ' || o.text
  from plan_objectives o join plan_goals g on g.org_id = o.org_id and g.id = o.goal_id
 where o.org_id = n.org_id and o.id = n.objective_id;
