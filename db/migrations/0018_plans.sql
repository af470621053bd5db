-- What a person works on: goals in the person's own words, objectives under them, and when the plan was looked at.

create table plan_goals (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  participant_id uuid not null,
  position smallint not null,
  problem text not null,
  own_words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint plan_goals_pk primary key (org_id, id),
  constraint plan_goals_position_key unique (org_id, episode_id, position),
  constraint plan_goals_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id),
  constraint plan_goals_participant_fk foreign key (org_id, participant_id) references participants (org_id, id)
);
create index plan_goals_participant_ix on plan_goals (org_id, participant_id);

create table plan_objectives (
  org_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  position smallint not null,
  text text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint plan_objectives_pk primary key (org_id, id),
  constraint plan_objectives_position_key unique (org_id, goal_id, position),
  constraint plan_objectives_goal_fk foreign key (org_id, goal_id) references plan_goals (org_id, id)
);

create table plan_reviews (
  org_id uuid not null,
  id uuid not null,
  episode_id uuid not null,
  reviewed_on date not null,
  next_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint plan_reviews_pk primary key (org_id, id),
  constraint plan_reviews_dates_check check (next_on > reviewed_on),
  constraint plan_reviews_episode_fk foreign key (org_id, episode_id) references episodes (org_id, id)
);
create index plan_reviews_episode_ix on plan_reviews (org_id, episode_id, recorded_at);
