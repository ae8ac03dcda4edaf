-- People to be protected, victims above all: not in corrections, known to those alone who draw up orders, and located only with their own consent
-- and only while somebody is ordered to keep away from them. Their ids are subjects of telemetry and never meet a person's.
create table protected_person (
    protected_id        bigint generated always as identity (start with 4000000000000000) primary key,
    organisation_id     bigint not null references organisation,
    name                text   not null check (name <> ''),
    phone               text   not null default '',
    note                text   not null default '',
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index protected_person_organisation on protected_person (organisation_id);
create table protected_person_revision (
    protected_id        bigint not null references protected_person,
    version             integer not null,
    protected_person    jsonb  not null,              -- the row as it was
    replaced_at         timestamptz not null default now(),
    replaced_by         bigint not null references staff,
    primary key (protected_id, version)
);

-- The paper in which they consented, and when they took it back.
create table protected_consent (
    consent_id          bigint generated always as identity primary key,
    protected_id        bigint not null references protected_person,
    document_number     text   not null check (document_number <> ''),
    signed_on           date   not null,
    valid_from          timestamptz not null,         -- when it was entered: nothing of before is collected
    withdrawn_at        timestamptz,
    withdrawn_by        bigint references staff,
    withdrawal_reason   text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create unique index protected_consent_now on protected_consent (protected_id) where withdrawn_at is null;

create table protected_wearing (
    wearing_id          bigint generated always as identity primary key,
    protected_id        bigint not null references protected_person,
    device_id           bigint not null references device_holding,
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    ended_by            bigint references staff,
    check (valid_to is null or valid_from <= valid_to)
);
create unique index protected_wearing_device on protected_wearing (device_id) where valid_to is null;
create index protected_wearing_person on protected_wearing (protected_id);

-- The orders that name them, as far as collecting needs to know.
create table protected_order (
    rule_id             bigint primary key references rule,
    protected_id        bigint not null references protected_person,
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,
    ended_at            timestamptz
);
create index protected_order_person on protected_order (protected_id);

-- What was handed to admission: one row for each stretch in which consent, device and order came together.
create table protected_cover (
    telemetry_basis_id  bigint primary key,           -- telemetry.basis
    protected_id        bigint not null references protected_person,
    device_id           bigint not null references device_holding,
    rule_id             bigint not null references rule,
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,
    ended_at            timestamptz
);
create index protected_cover_person on protected_cover (protected_id) where ended_at is null;

alter table rule add column other_protected_id bigint references protected_person; -- whom to keep away from, in place of other_person_id
alter table rule drop constraint rule_check;
alter table rule add constraint rule_other check (
    (kind = 'KEEP_AWAY') = (other_person_id is not null or other_protected_id is not null)
    and (other_person_id is null or other_protected_id is null));
