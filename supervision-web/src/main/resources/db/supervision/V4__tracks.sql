-- Who looked at whose track, for what period and why. The audit row is written with it; this row lets the same reader page and export
-- for a while without stating the purpose again.
create table track_viewing (
    viewing_id          bigint generated always as identity primary key,
    staff_id            bigint not null references staff,
    person_id           bigint not null references person,
    purpose             text not null check (purpose in ('ALERT', 'DAILY_CHECK', 'LOST_CONTACT', 'CASE_REVIEW', 'OUTSIDE_REQUEST', 'OTHER')),
    reason              text not null default '',
    period_from         timestamptz not null,
    period_to           timestamptz not null,
    opened_at           timestamptz not null,
    check (period_from < period_to)
);
create index track_viewing_person on track_viewing (person_id, opened_at);
