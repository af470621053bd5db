-- Organizations that exist already get what their first mapping would hold today, and the day's figures they would begin with.

alter table organizations no force row level security;
alter table role_permissions no force row level security;
alter table day_rules no force row level security;
insert into role_permissions (org_id, id, role, permission, granted_at)
select o.org_id, gen_random_uuid(), m.role, m.permission, now()
  from organizations o
 cross join (
   select role, unnest(permissions) as permission from (values
     ('director', array['attendance.correct', 'note.cosign', 'signatures.read', 'plan.read', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write', 'placement.end', 'census.read', 'tablet.change']),
     ('supervisor', array['attendance.correct', 'note.cosign', 'signatures.read', 'plan.read', 'plan.change', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write', 'placement.end', 'census.read']),
     ('facilitator', array['attendance.correct', 'signatures.read', 'plan.read', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write']),
     ('counselor', array['attendance.correct', 'signatures.read', 'plan.read', 'plan.change', 'task.read', 'task.close', 'danger.mark', 'contact.read', 'contact.write', 'placement.end', 'census.read']),
     ('admissions', array['danger.mark', 'census.read']),
     ('front-desk', array['attendance.correct', 'danger.mark']),
     ('biller', array['signatures.read', 'census.read']),
     ('administrator', array['census.read', 'tablet.change'])
   ) as said (role, permissions)) m;
insert into day_rules (org_id, id, rule, value, valid_from, source, is_verified, recorded_at)
select o.org_id, gen_random_uuid(), r.rule, r.value, date '2000-01-01', r.source, false, now()
  from organizations o
 cross join (values
   ('near-identical-percent', 60, 'First setting of this program; no payer publishes a figure.'),
   ('objective-untouched-days', 14, 'First setting of this program; not verified.'),
   ('craving-alert-from', 7, 'First setting of this program; not verified.'),
   ('craving-alert-rise', 3, 'First setting of this program; not verified.'),
   ('danger-take-minutes', 15, 'First setting of this program; not verified.'),
   ('outreach-due-days', 1, 'First setting of this program: the next working day.'),
   ('note-due-hours', 24, 'Customary norm for group notes is 24 to 72 hours; not verified for any payer.'),
   ('plan-due-days', 14, 'Customary norm for a master plan is 7 to 14 days; not verified for any payer.'),
   ('plan-review-days', 30, 'Customary norm for a plan review in an IOP is 14 to 30 days; not verified for any payer.')
 ) as r (rule, value, source);
