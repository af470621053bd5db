-- Organizations that exist already get what their first mapping would hold today; what they took away or added themselves stays as it is.

alter table organizations no force row level security;
alter table role_permissions no force row level security;
insert into role_permissions (org_id, id, role, permission, granted_at)
select o.org_id, gen_random_uuid(), m.role, m.permission, now()
  from organizations o
 cross join (
   select role, unnest(permissions) as permission from (values
     ('director', array['settings.read', 'settings.change', 'staff.read', 'staff.change', 'on-call.change', 'people.read', 'people.change', 'health.read',
                        'placement.change', 'schedule.read', 'schedule.change', 'enrollment.change', 'session.change']),
     ('supervisor', array['settings.read', 'staff.read', 'on-call.change', 'people.read', 'people.change', 'health.read', 'health.change',
                          'placement.change', 'schedule.read', 'schedule.change', 'enrollment.change', 'session.change']),
     ('facilitator', array['settings.read', 'staff.read', 'people.read', 'health.read', 'schedule.read', 'session.change']),
     ('counselor', array['settings.read', 'staff.read', 'people.read', 'people.change', 'health.read', 'health.change', 'placement.change',
                         'schedule.read', 'enrollment.change', 'session.change']),
     ('admissions', array['me.read', 'today.read', 'settings.read', 'staff.read', 'people.read', 'people.change', 'placement.change', 'schedule.read', 'enrollment.change']),
     ('front-desk', array['settings.read', 'staff.read', 'people.read', 'people.change', 'schedule.read']),
     ('biller', array['settings.read']),
     ('administrator', array['settings.read', 'settings.change', 'staff.read', 'staff.change', 'on-call.change', 'schedule.read', 'schedule.change']),
     ('privacy-officer', array['settings.read', 'staff.read'])
   ) as said (role, permissions)) m;
