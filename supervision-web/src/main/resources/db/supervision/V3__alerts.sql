-- What an officer is told of findings and what was done about it. person_id is the subject_id of telemetry.

create table alert (
    alert_id            bigint generated always as identity primary key,
    person_id           bigint not null,
    kind                text   not null,              -- telemetry's FindingKind
    severity            text   not null check (severity in ('CRITICAL', 'SERIOUS', 'INFO')),
    rule_id             bigint,                       -- telemetry.rule; null: a fact the device itself raised
    started_at          timestamptz not null,
    confirmed_at        timestamptz not null,
    raised_at           timestamptz not null,         -- when the platform could know of the first finding
    ended_at            timestamptz,                  -- null while a standing finding of it lasts
    depth_m             double precision not null,
    fixes               integer not null,
    occurrences         integer not null default 1,   -- standing findings: repeats of one cause merge
    retrospective       boolean not null,             -- all of it had ended when its evidence arrived: no siren
    withdrawn_at        timestamptz,                  -- later truth took all its findings back; it stays visible
    withdrawal_reason   text,
    opened_at           timestamptz not null default now(),
    rings_at            timestamptz,                  -- when it last had news worth a sound; null: never
    state               text   not null default 'NEW' check (state in ('NEW', 'ACKNOWLEDGED', 'VERIFIED', 'RESOLVED')),
    acknowledged_by     bigint,
    acknowledged_at     timestamptz,
    verified_by         bigint,
    verified_at         timestamptz,
    resolved_by         bigint,
    resolved_at         timestamptz,
    outcome             text check (outcome in ('TRUE', 'EXCUSED', 'AUTHORISED', 'FALSE', 'EQUIPMENT')),
    change_xid          xid8   not null default pg_current_xact_id(),
    change_seq          bigint not null,
    check ((state = 'RESOLVED') = (outcome is not null and resolved_by is not null and resolved_at is not null)),
    check ((state = 'NEW') = (acknowledged_by is null)),
    check (state <> 'VERIFIED' or verified_by is not null)
);
create index alert_open on alert (person_id, kind, rule_id) where state <> 'RESOLVED';
create index alert_person on alert (person_id, started_at);
create index alert_change on alert (change_xid, change_seq);
create sequence alert_change_seq owned by alert.change_seq;
alter table alert alter column change_seq set default nextval('alert_change_seq');

-- The findings behind an alert, as last heard of. The key makes a finding count once, whatever is read twice.
create table alert_finding (
    finding_id          bigint primary key,
    alert_id            bigint not null references alert,
    started_at          timestamptz not null,
    confirmed_at        timestamptz not null,
    ended_at            timestamptz,
    depth_m             double precision not null,
    fixes               integer not null,
    retrospective       boolean not null,
    standing            boolean not null,
    reason              text                          -- why it no longer stands
);
create index alert_finding_alert on alert_finding (alert_id);

-- Who did what and when; the platform's own steps have no staff_id. Never changed, never deleted.
create table alert_step (
    step_id             bigint generated always as identity primary key,
    alert_id            bigint not null references alert,
    at                  timestamptz not null default now(),
    staff_id            bigint,
    kind                text   not null,
    note                text   not null default '',
    outcome             text
);
create index alert_step_alert on alert_step (alert_id, step_id);

-- How far the findings have been read: moved in the transaction that opens the alerts.
create table alert_cursor (
    reader              text primary key,
    cursor              text not null
);
