-- Orders that are not zones, looks at the evidence of findings, alerts about two people and about places of a group.

alter table alert add column other_person_id bigint;  -- the second of a pair; null: about one person alone
alter table alert add column place_name text;         -- of the place of a group that the newest finding is about
alter table alert_finding add column place_name text;

-- Who looked into which finding and why; see track_viewing.
create table finding_viewing (
    viewing_id          bigint generated always as identity primary key,
    staff_id            bigint not null references staff,
    finding_id          bigint not null,                -- of telemetry
    purpose             text not null check (purpose in ('ALERT', 'DAILY_CHECK', 'LOST_CONTACT', 'CASE_REVIEW', 'OUTSIDE_REQUEST', 'OTHER')),
    reason              text not null default '',
    opened_at           timestamptz not null
);

-- Orders about a person that are not zones. What is judged lies in telemetry.rule; these rows say who ordered it, and keep every version.
create table rule (
    rule_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in ('REPORT_EVERY', 'STAY_TOGETHER', 'KEEP_AWAY')),
    other_person_id     bigint references person,     -- whom to keep away from
    subject_id          bigint not null,              -- of telemetry: the person, or a pair
    judged_rule_id      bigint not null unique,       -- telemetry.rule
    version             integer not null default 1,
    ended_at            timestamptz,                  -- ended by hand
    ended_by            bigint references staff,
    end_reason          text,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check ((kind = 'KEEP_AWAY') = (other_person_id is not null)),
    check (other_person_id <> person_id)
);
create index rule_person on rule (person_id);
create table rule_revision (
    rule_id             bigint not null references rule,
    version             integer not null,
    fix_every_s         integer,                      -- of a plan to report by
    send_every_s        integer,
    buffer_s            integer,
    distance_m          double precision,             -- of the others
    schedule            jsonb,                        -- as in telemetry.rule; null: at all hours
    valid_from          timestamptz not null,
    valid_to            timestamptz,                  -- null: until ended
    effective_from      timestamptz not null,         -- from when it replaces the version before
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    primary key (rule_id, version)
);
