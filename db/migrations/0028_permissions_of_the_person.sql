-- Organizations that exist already get who may write down a person's permission.

alter table organizations no force row level security;
alter table role_permissions no force row level security;
insert into role_permissions (org_id, id, role, permission, granted_at)
select o.org_id, gen_random_uuid(), m.role, 'supporter.permit', now()
  from organizations o
 cross join (values ('supervisor'), ('facilitator'), ('counselor'), ('admissions')) as m (role);
