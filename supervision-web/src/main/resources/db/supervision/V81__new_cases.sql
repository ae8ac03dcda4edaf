-- Someone on the books may get another case: after the last one ended, after a release, out of drug rehabilitation. A case is known by the
-- step that began it, 0 for the first. What belongs to one case says so, and the next begins without it.
create function case_of(of_person bigint) returns bigint language sql stable as
'select coalesce(max(step_id), 0) from supervision.case_step where person_id = of_person and step = ''NEW_CASE'' and undone_at is null';

alter table case_step add column before jsonb; -- of a new case: category, class and term as they stood, for when it was a mistake

alter table case_check add column case_id bigint not null default 0;
drop index case_check_once;
create unique index case_check_once on case_check (person_id, case_id, item) where undone_at is null;

alter table investigation add column case_id bigint not null default 0;
alter table team_member add column case_id bigint not null default 0;
alter table correction_plan add column case_id bigint not null default 0;
alter table decision add column case_id bigint not null default 0;
alter table sentence_term add column case_id bigint not null default 0;

alter table transfer add column case_id bigint not null default 0;
drop index transfer_open;
create unique index transfer_open on transfer (person_id, case_id)
    where arrived_on is null and withdrawn_on is null and coalesce(agreed, true) and coalesce(approved, true);
