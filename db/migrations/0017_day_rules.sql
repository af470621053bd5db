-- The figures by which a day is run, each from a day on with its source; a row of a site stands before that of the organization.

create table day_rules (
  org_id uuid not null,
  id uuid not null,
  site_id uuid,
  rule text not null,
  value integer not null,
  valid_from date not null,
  source text not null,
  is_verified boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint day_rules_pk primary key (org_id, id),
  constraint day_rules_rule_check check (rule in ('near-identical-percent', 'objective-untouched-days', 'craving-alert-from', 'craving-alert-rise', 'danger-take-minutes',
    'outreach-due-days', 'note-due-hours', 'plan-due-days', 'plan-review-days')),
  constraint day_rules_value_check check (value between 0 and 10000),
  constraint day_rules_site_fk foreign key (org_id, site_id) references sites (org_id, id)
);
create index day_rules_rule_ix on day_rules (org_id, rule, valid_from);
