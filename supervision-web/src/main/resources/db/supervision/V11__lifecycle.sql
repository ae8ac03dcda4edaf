-- Where a case stands, as a fact with valid and recorded time, and the steps that brought it there.
alter table person_category drop constraint person_category_category_check;
alter table person_category add constraint person_category_category_check check (category in
    ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION', 'RELEASED', 'DRUG_REHABILITATION'));

create table person_state (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    state               text   not null check (state in (
        'INVESTIGATION', 'DECIDED', 'AWAITING_REPORT', 'NOT_TAKEN_UP', 'ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION',
        'SUSPENDED_DETAINED', 'CLOSED_EXPIRED', 'CLOSED_PARDON', 'TERMINATED')),
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index person_state_now on person_state (person_id) where superseded_at is null and valid_to is null;
insert into person_state (person_id, state, valid_from, recorded_by)
select person_id, case when category = 'RELEASED' then 'CLOSED_EXPIRED' else 'ACTIVE' end, valid_from, recorded_by
  from person_category where superseded_at is null and valid_to is null;
