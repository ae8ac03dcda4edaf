-- The offices of a real house: each a named set of permissions (org.guitu.web.access.Role).
alter table staff_role drop constraint staff_role_role_check;
alter table staff_role add constraint staff_role_role_check check (role in (
    'ADMINISTRATOR', 'COUNTY_HEAD', 'DECIDER', 'OFFICER', 'MINORS_OFFICER', 'SOCIAL_WORKER', 'VOLUNTEER', 'VERIFICATION_DESK',
    'COMMAND_CENTRE', 'PROCURATOR', 'AUDITOR'));

-- Under 18 when the deed was done or when corrections began. It stays so: the rules for minors go on after 18 (CCL-58).
alter table person add column minor boolean not null default false;
