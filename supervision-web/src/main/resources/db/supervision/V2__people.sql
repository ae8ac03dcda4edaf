-- People, what they wear, the basis for collecting positions, and the zones ordered for them.
-- A fact (category, class, assignment, wearing) keeps valid time (valid_from inclusive, valid_to exclusive, null: still) and recorded
-- time: a row never changes but for superseded_at, so that what was known on any day can be asked on any later day.
-- Instants are UTC. subject_id of the telemetry schema is person_id here.

create table person (
    person_id           bigint generated always as identity primary key,
    case_number         text not null unique,
    name                text not null,
    latin_name          text not null default '',     -- pinyin or the name as the papers write it in Latin letters
    sort_key            text not null,                -- latin_name or name, as lists are ordered
    sex                 text not null check (sex in ('MALE', 'FEMALE')),
    born_on             date,
    identity_number     text unique,                  -- GB 11643, checked; optional
    phone               text not null default '',
    address             text not null default '',
    term_from           date,
    term_to             date,                         -- last day of the sentence served in the community
    note                text not null default '',
    version             integer not null default 1,   -- grows with each edit; the second of two editors is told
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    check (term_from is null or term_to is null or term_from <= term_to)
);
create index person_sort on person (sort_key, person_id);

-- What an edit replaced.
create table person_revision (
    person_id           bigint not null references person,
    version             integer not null,
    person              jsonb not null,
    replaced_at         timestamptz not null default now(),
    replaced_by         bigint not null,
    primary key (person_id, version)
);

-- The beginnings a search may match: endings of names, initials, case numbers, device identities. See SearchTokens.
create table person_token (
    person_id           bigint not null references person,
    origin              text not null check (origin in ('PERSON', 'DEVICE')),
    token               text collate "C" not null,     -- compared by code points, so that a range is a beginning
    primary key (person_id, origin, token)
);
create index person_token_prefix on person_token (token);

create table person_category (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    category            text not null check (category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION', 'RELEASED')),
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index person_category_now on person_category (person_id) where superseded_at is null and valid_to is null;

create table person_class (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    class               text not null check (class in ('BASIC', 'LIGHT', 'NORMAL', 'STRICT')),
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index person_class_now on person_class (person_id) where superseded_at is null and valid_to is null;

-- Which organisation is responsible, and who of its staff.
create table assignment (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    organisation_id     bigint not null references organisation,
    officer_id          bigint references staff,
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index assignment_now on assignment (person_id) where superseded_at is null and valid_to is null;
create index assignment_organisation on assignment (organisation_id) where superseded_at is null and valid_to is null;

-- The case side of a device; protocol, identity and reading are telemetry.device.
create table device_holding (
    device_id           bigint primary key,           -- telemetry.device
    organisation_id     bigint not null references organisation,
    kind                text not null check (kind in ('BRACELET', 'PHONE')),
    inventory_number    text not null default '',
    note                text not null default '',
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    retired_at          timestamptz
);
create index device_holding_organisation on device_holding (organisation_id);

create table wearing (
    fact_id             bigint generated always as identity primary key,
    device_id           bigint not null references device_holding,
    person_id           bigint not null references person,
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index wearing_device_now on wearing (device_id) where superseded_at is null and valid_to is null;
create index wearing_person on wearing (person_id) where superseded_at is null;

-- The legal ground for collecting. An authorisation answers to article 29 of the Community Corrections Law: one of five grounds, the
-- head of the county department, three months at most.
create table basis (
    basis_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text not null check (kind in ('AUTHORISATION', 'PHONE_PLAN')),
    ground              text check (ground in ('INJUNCTION_BREACHED', 'LEFT_WITHOUT_APPROVAL', 'REFUSED_TO_REPORT',
                                               'PUBLIC_SECURITY_PUNISHMENT', 'REVOCATION_PROPOSED')),
    approved_by         text not null default '',     -- the county head, by name
    document_number     text not null default '',
    assessment          text not null default '',     -- of a renewal: why it is still needed
    renews_basis_id     bigint references basis,
    continuous          boolean not null default true, -- phone plans: all day, or in the windows alone
    windows             jsonb not null default '[]',
    first_day           date not null,
    last_day            date not null,                -- included
    time_zone           text not null,                -- of the two days
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,         -- exclusive; the day after last_day begins
    ended_at            timestamptz,                  -- lifted early
    ended_by            bigint,
    end_reason          text,
    revoked             boolean not null default false, -- granted by mistake and taken back
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    check (first_day <= last_day and valid_from < valid_to),
    check (kind <> 'AUTHORISATION' or (ground is not null and approved_by <> '' and document_number <> '')),
    check (kind <> 'AUTHORISATION' or last_day < first_day + interval '3 months')
);
create index basis_person on basis (person_id, valid_from);

-- What of a basis was handed to admission: one row for each stretch in which a device was worn under it.
create table basis_cover (
    telemetry_basis_id  bigint primary key,           -- telemetry.basis
    basis_id            bigint not null references basis,
    device_id           bigint not null references device_holding,
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,
    ended_at            timestamptz
);
create index basis_cover_basis on basis_cover (basis_id);

-- An area kept to be used again: a school, a station, the borders of a district.
create table place (
    place_id            bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    name                text not null,
    area                jsonb not null,               -- as zone_revision.area
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    removed_at          timestamptz
);
create index place_organisation on place (organisation_id) where removed_at is null;

create table zone (
    zone_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    rule_id             bigint not null unique,       -- telemetry.rule
    version             integer not null default 1,   -- of the newest revision
    ended_at            timestamptz,                  -- in force until; null: as its revision says
    ended_by            bigint,
    end_reason          text,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null
);
create index zone_person on zone (person_id);

create table zone_revision (
    zone_id             bigint not null references zone,
    version             integer not null,
    name                text not null,
    kind                text not null check (kind in ('STAY_IN', 'KEEP_OUT')),
    area                jsonb not null,               -- a GeoJSON Feature; radiusM with a Point, bufferM with a line
    schedule            jsonb,                        -- {"timezone", "weekly":[{"days","from","to"}]}; null: always
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    effective_from      timestamptz not null,         -- from when this revision replaces the one before
    place_id            bigint references place,
    note                text not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    primary key (zone_id, version)
);
