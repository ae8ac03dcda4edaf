-- Duties that come back by the class of supervision, and sensitive periods with duties of their own.
alter table duty add column by_hand boolean not null default false; -- met by whoever did it, on the person's list of duties

-- A time in which an organisation looks closer: a holiday, a large event.
create table sensitive_period (
    period_id           bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation, -- with all below it
    name                text   not null,
    first_day           date   not null,
    last_day            date   not null,
    check_every_days    integer not null check (check_every_days between 1 and 31),
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    ended_at            timestamptz,                  -- before its last day
    ended_by            bigint references staff,
    check (first_day <= last_day)
);
create index sensitive_period_days on sensitive_period (last_day);

insert into limit_value (limit_key, unit, value, valid_from, source)
select 'duties.' || kind || '-' || class || '-days', 'DAYS', days, '2020-07-01', '某省分类管理规定（本系统默认，可按本地规定修改）'
  from (values ('report', 'strict', 7), ('report', 'normal', 15), ('report', 'light', 30), ('report', 'basic', 15),
               ('written', 'strict', 7), ('written', 'normal', 30), ('written', 'light', 30), ('written', 'basic', 30),
               ('talk', 'strict', 7), ('talk', 'normal', 30), ('talk', 'light', 30), ('talk', 'basic', 30)) as d (kind, class, days);
