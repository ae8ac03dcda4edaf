-- Messages between a county's agency and the courts, procuratorates, police and prisons it works with. What was signed is kept byte by byte,
-- so that it can be shown and checked as long as the case is kept.

-- With whom a county exchanges messages. Added by hand, after both sides have compared the fingerprints of their keys.
create table partner (
    partner_id          bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation, -- the county (or city) on whose side it stands
    kind                text   not null check (kind in ('COURT', 'PROCURATORATE', 'POLICE', 'PRISON', 'CORRECTIONS')),
    name                text   not null,
    code                text   not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$'),     -- what they call themselves in messages
    own_code            text   not null check (own_code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$'), -- what they call us
    base_url            text   not null,
    public_key          text   not null,              -- theirs: Ed25519, as base64url of 32 bytes
    key_id              text   not null,              -- its fingerprint (RFC 7638)
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    ended_at            timestamptz,
    ended_by            bigint references staff
);
create unique index partner_address on partner (key_id, code, own_code) where ended_at is null;
create index partner_organisation on partner (organisation_id) where ended_at is null;

-- What a change replaced; an older message was signed by the key that stood here.
create table partner_revision (
    partner_id          bigint not null references partner,
    version             integer not null,
    partner             jsonb not null,
    replaced_at         timestamptz not null default now(),
    replaced_by         bigint not null references staff,
    primary key (partner_id, version)
);

-- The outbox. A notice is written in the transaction of the act it tells of, and stays until it was delivered or sent on paper.
create table exchange_notice (
    notice_id           bigint generated always as identity primary key,
    message_id          uuid   not null unique,
    organisation_id     bigint not null references organisation, -- the county that sends it
    person_id           bigint not null references person,
    kind                text   not null check (kind ~ '^[A-Z_]{3,30}$'),
    recipient           text   not null check (recipient in ('COURT', 'PROCURATORATE', 'POLICE', 'PRISON', 'CORRECTIONS')),
    partner_id          bigint references partner,    -- null: none is registered, or one has to be chosen
    about               jsonb  not null,              -- whom it is about, as it was then
    body                jsonb  not null,
    state               text   not null check (state in ('WAITING', 'QUEUED', 'DELIVERED', 'REFUSED', 'BY_HAND')),
    sequence            bigint,                       -- in this case, to this partner
    content             bytea,                        -- exactly what is signed and sent, from the first attempt on
    attempts            integer not null default 0,
    next_attempt_at     timestamptz,
    last_error          text   not null default '',   -- a word of ours, and perhaps what the other side said
    receipt             bytea,                        -- as it came
    receipt_signature   text,
    delivered_at        timestamptz,                  -- by the receipt
    sent_on             date,                         -- by hand: when and how
    sent_how            text,
    sent_by             bigint references staff,
    created_at          timestamptz not null,
    created_by          bigint references staff,      -- null: the clock
    check ((state = 'QUEUED') <= (partner_id is not null and next_attempt_at is not null)),
    check ((state = 'DELIVERED') = (receipt is not null)),
    check ((state = 'BY_HAND') = (sent_on is not null))
);
create index exchange_notice_due on exchange_notice (next_attempt_at) where state = 'QUEUED';
create index exchange_notice_case on exchange_notice (partner_id, person_id, notice_id) where state in ('QUEUED', 'REFUSED');
create index exchange_notice_person on exchange_notice (person_id, notice_id);
create index exchange_notice_organisation on exchange_notice (organisation_id, notice_id);

-- The inbox. A row is committed before the receipt is sent.
create table exchange_message (
    inbox_id            bigint generated always as identity primary key,
    partner_id          bigint not null references partner,
    message_id          uuid   not null unique,       -- whoever sent it: a partner registered anew cannot send an old one again
    kind                text   not null check (kind ~ '^[A-Z_]{3,30}$'),
    sequence            bigint not null,
    created_at          timestamptz not null,         -- by their clock
    received_at         timestamptz not null,
    content             bytea  not null,              -- exactly what was signed
    signature           text   not null,
    digest              text   not null,
    about               jsonb  not null,
    body                jsonb  not null,
    person_id           bigint references person,     -- found by its numbers, or named by an officer
    case_entry_id       bigint references case_entry, -- its entry on that person's timeline
    state               text   not null default 'NEW' check (state in ('NEW', 'READ', 'ACTED')),
    read_at             timestamptz,
    read_by             bigint references staff,
    acted_at            timestamptz,
    acted_by            bigint references staff,
    act                 text   not null default ''    -- what was done
);
create index exchange_message_partner on exchange_message (partner_id, received_at desc);
create index exchange_message_person on exchange_message (person_id, received_at desc) where person_id is not null;

-- What was turned away because nobody known had signed it: counted by day and reason, nothing of it kept.
create table exchange_quarantine (
    day                 date   not null,
    reason              text   not null check (reason in ('NO_SIGNATURE', 'MALFORMED', 'UNKNOWN_KEY', 'BAD_SIGNATURE')),
    messages            bigint not null,
    last_at             timestamptz not null,
    last_address        text   not null,
    primary key (day, reason)
);

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('exchange.answer-days', 'WORKING_DAYS', 3, '2020-07-01', '本系统默认：收到异常行为、再犯罪通报后几个工作日内核查处理');
