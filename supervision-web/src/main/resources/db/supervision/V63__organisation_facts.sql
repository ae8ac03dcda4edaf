-- Names and places in the tree as facts with valid and recorded time, as in V2: how the house was built on any past day. organisation holds
-- what stands now. A closed one has an end in place of a next fact.
alter table organisation add column closed_at timestamptz;
create table organisation_fact (
    fact_id             bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    name                text   not null,
    parent_id           bigint references organisation,
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint references staff,      -- null: the installation
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index organisation_fact_now on organisation_fact (organisation_id) where superseded_at is null and valid_to is null;
create index organisation_fact_organisation on organisation_fact (organisation_id);
insert into organisation_fact (organisation_id, name, parent_id, valid_from, recorded_at)
select organisation_id, name, parent_id, recorded_at, recorded_at from organisation;
