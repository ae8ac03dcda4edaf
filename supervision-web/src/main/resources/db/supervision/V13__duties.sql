-- What must be done by when: statutory limits and duties of work, opened by the features when their event happens, met with proof.
create table duty (
    duty_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind ~ '^[a-z]+\.[a-z0-9.-]{2,60}$'), -- <feature>.<name>
    ref                 text   not null default '',   -- which of its kind, e.g. leave:12
    link                text   not null default '',   -- the page where it is done
    limit_key           text,                         -- the figure it was reckoned by
    source              text   not null default '',   -- the text of that figure as it was then
    event_at            timestamptz not null,         -- from when it was reckoned
    due_at              timestamptz not null,         -- exclusive: the midnight after its last day
    opened_at           timestamptz not null default now(),
    opened_by           bigint references staff,      -- null: the clock
    met_at              timestamptz,                  -- when it was done
    met_by              bigint references staff,
    met_recorded_at     timestamptz,
    proof               text   not null default '',   -- words, or the page that proves it
    outlasts            boolean not null default false, -- it stays when the case is closed
    cancelled_at        timestamptz,
    cancelled_by        bigint references staff,
    cancel_reason       text,
    check (met_at is null or cancelled_at is null)
);
create unique index duty_open_once on duty (person_id, kind, ref) where met_at is null and cancelled_at is null;
create index duty_open_due on duty (due_at) where met_at is null and cancelled_at is null;
create index duty_person on duty (person_id, due_at desc);

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('duties.soon-days', 'DAYS', 7, '2020-07-01', '本系统默认：提前几日列入“将到期”'),
    ('duties.escalate-county-days', 'DAYS', 3, '2020-07-01', '本系统默认：逾期超过几日报县级机构'),
    ('duties.escalate-city-days', 'DAYS', 10, '2020-07-01', '本系统默认：逾期超过几日报市级机构');
