-- Who works here, what they may do, how they prove who they are, and what they did.

create table organisation (
    organisation_id     bigint generated always as identity primary key,
    parent_id           bigint references organisation,
    name                text   not null check (length(name) between 1 and 100),
    level               text   not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'OFFICE', 'STATION')),
    time_zone           text   not null default 'Asia/Shanghai',
    path                text   not null unique,       -- ids from the root down, e.g. /1/4/; a subtree is a prefix
    recorded_at         timestamptz not null default now()
);
create index organisation_path on organisation (path text_pattern_ops);

create table staff (
    staff_id            bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    user_name           text   not null unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name                text   not null check (length(name) between 1 and 60),
    password_hash       text   not null,
    must_change         boolean not null,             -- the password is a one-time password
    password_until      timestamptz,                  -- a one-time password ends by itself
    lang                text check (lang in ('zh', 'en')),
    recorded_at         timestamptz not null default now(),
    deactivated_at      timestamptz
);
create index staff_organisation on staff (organisation_id);

create table staff_role (
    staff_id            bigint not null references staff,
    role                text   not null check (role in ('ADMINISTRATOR', 'OFFICER')),
    granted_at          timestamptz not null default now(),
    granted_by          bigint references staff,
    primary key (staff_id, role)
);

-- Cookies and tokens are stored as SHA-256 only.
create table session (
    session_hash        bytea  primary key,
    staff_id            bigint not null references staff,
    started_at          timestamptz not null,
    last_seen_at        timestamptz not null,
    expires_at          timestamptz not null,
    address             text   not null
);
create index session_staff on session (staff_id);

create table api_token (
    token_id            bigint generated always as identity primary key,
    token_hash          bytea  not null unique,
    staff_id            bigint not null references staff,
    created_at          timestamptz not null,
    expires_at          timestamptz not null,
    revoked_at          timestamptz
);

-- Failed sign-ins, counted by account and by address.
create table sign_in_failure (
    key                 text   primary key,           -- user:<name> or address:<ip>
    failures            integer not null,
    last_at             timestamptz not null,
    locked_until        timestamptz
);

-- What was done. Append-only: a row is inserted with what it records; the chain columns are filled once, by the appender.
create table audit (
    audit_id            bigint generated always as identity primary key,
    at                  timestamptz not null default now(),
    staff_id            bigint references staff,      -- null: the command line, or nobody known
    organisation_id     bigint references organisation,
    action              text   not null,
    subject_id          bigint,
    purpose             text   not null default '',
    detail              jsonb  not null default '{}',
    chain_seq           bigint unique,
    chain_hash          bytea,
    check ((chain_seq is null) = (chain_hash is null))
);
create index audit_at on audit (at desc, audit_id desc);
create index audit_staff on audit (staff_id, at);
create index audit_subject on audit (subject_id, at) where subject_id is not null;
create index audit_unchained on audit (audit_id) where chain_seq is null;

create function audit_guard() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'audit rows are never deleted' using errcode = 'insufficient_privilege';
    end if;
    if old.chain_seq is not null
        or row (new.audit_id, new.at, new.staff_id, new.organisation_id, new.action, new.subject_id, new.purpose, new.detail)
            is distinct from
           row (old.audit_id, old.at, old.staff_id, old.organisation_id, old.action, old.subject_id, old.purpose, old.detail) then
        raise exception 'audit rows are never changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger audit_guard before update or delete on audit for each row execute function audit_guard();
create trigger audit_guard_truncate before truncate on audit for each statement execute function audit_guard();

-- The head of the chain at the end of each day: a copy of it kept elsewhere proves that nothing before it was rewritten.
create table audit_anchor (
    day                 date   primary key,
    chain_seq           bigint not null,
    chain_hash          bytea  not null,
    anchored_at         timestamptz not null default now()
);
