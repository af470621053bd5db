-- Hours rules of payers and states beside the floor of the level: several are evaluated side by side (W4).

alter table hours_rules add column purpose text not null default 'floor';
alter table hours_rules add column said_by text not null default '';
alter table hours_rules add column is_on boolean not null default true;
alter table hours_rules add column services_week smallint;
alter table hours_rules add column longest_gap_days smallint;
alter table hours_rules add column weeks_max smallint;
alter table hours_rules add column ended_by uuid, add column ended_at timestamptz;
alter table hours_rules add constraint hours_rules_purpose_check check (purpose in ('floor', 'test'));
alter table hours_rules add constraint hours_rules_services_check check (services_week between 1 and 99);
alter table hours_rules add constraint hours_rules_gap_check check (longest_gap_days between 1 and 60);
alter table hours_rules add constraint hours_rules_weeks_check check (weeks_max between 1 and 104);
