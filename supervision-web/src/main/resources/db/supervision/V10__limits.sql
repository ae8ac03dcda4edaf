-- Figures of the law and of local rules: how long, how many, how often. Every figure has the text it comes from. A row without an
-- organisation is shipped; an organisation may set its own, which holds for its whole subtree from a day on. Rows are never changed.
create table limit_value (
    limit_id            bigint generated always as identity primary key,
    limit_key           text   not null check (limit_key ~ '^[a-z]+\.[a-z0-9.-]{2,60}$'), -- <feature>.<name>
    organisation_id     bigint references organisation,
    unit                text   not null check (unit in ('DAYS', 'WORKING_DAYS', 'MONTHS', 'HOURS', 'MINUTES', 'COUNT', 'YES_NO')),
    value               integer not null check (value between 0 and 100000),
    valid_from          date   not null,
    source              text   not null check (source <> ''),
    fixed               boolean not null default false, -- set by a law in force: shown, and not to be changed by a place
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint references staff,
    superseded_at       timestamptz
);
create unique index limit_value_shipped on limit_value (limit_key, valid_from) where organisation_id is null and superseded_at is null;
create unique index limit_value_own on limit_value (limit_key, organisation_id, valid_from) where superseded_at is null;

-- Days off that are no weekend, and weekends on which one works; as the State Council announces them each year.
create table holiday (
    day                 date   not null,
    organisation_id     bigint references organisation, -- null: everywhere
    off                 boolean not null,               -- false: a weekend day that is worked
    name                text   not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint references staff,
    superseded_at       timestamptz
);
create unique index holiday_everywhere on holiday (day) where organisation_id is null and superseded_at is null;
create unique index holiday_own on holiday (organisation_id, day) where superseded_at is null;

insert into holiday (day, off, name)
select d::date, true, name from (values
    ('2025-01-01', '2025-01-01', '元旦'), ('2025-01-28', '2025-02-04', '春节'), ('2025-04-04', '2025-04-06', '清明节'),
    ('2025-05-01', '2025-05-05', '劳动节'), ('2025-05-31', '2025-06-02', '端午节'), ('2025-10-01', '2025-10-08', '国庆节、中秋节'),
    ('2026-01-01', '2026-01-03', '元旦'), ('2026-02-15', '2026-02-23', '春节'), ('2026-04-04', '2026-04-06', '清明节'),
    ('2026-05-01', '2026-05-05', '劳动节'), ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
    ('2026-10-01', '2026-10-07', '国庆节')) as h (first, last, name),
    generate_series(first::date, last::date, interval '1 day') as d;
insert into holiday (day, off, name)
values ('2025-01-26', false, '春节调休'), ('2025-02-08', false, '春节调休'), ('2025-04-27', false, '劳动节调休'),
       ('2025-09-28', false, '国庆节调休'), ('2025-10-11', false, '国庆节调休'), ('2026-01-04', false, '元旦调休'),
       ('2026-02-14', false, '春节调休'), ('2026-02-28', false, '春节调休'), ('2026-05-09', false, '劳动节调休'),
       ('2026-09-20', false, '国庆节调休'), ('2026-10-10', false, '国庆节调休');
