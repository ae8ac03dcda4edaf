-- How a person can be reached, who belongs to the family, where he or she works or learns: facts with valid time in days (valid_to included,
-- null: still) and recorded time. A row never changes but for superseded_at.
create table household_entry (
    entry_id            bigint not null,
    version             integer not null,
    person_id           bigint not null references person,
    section             text   not null check (section in ('CONTACT', 'RELATIVE', 'OCCUPATION')),
    kind                text   not null,              -- org.guitu.web.household.EntryKind
    name                text   not null default '',   -- of the relative, the employer or the school
    phone               text   not null default '',   -- or the address of another way to reach someone
    address             text   not null default '',
    detail              text   not null default '',   -- where a relative works; as what the person works; which class
    together            boolean not null default false, -- a relative who lives with the person
    emergency           boolean not null default false, -- to be called first
    note                text   not null default '',
    valid_from          date   not null,
    valid_to            date,
    withdrawn           text,                         -- why it was a mistake
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    primary key (entry_id, version),
    check (valid_to is null or valid_from <= valid_to)
);
create sequence household_entry_id owned by household_entry.entry_id;
create unique index household_entry_now on household_entry (entry_id) where superseded_at is null;
create index household_entry_person on household_entry (person_id) where superseded_at is null;

-- Photographs as they are shown: at most 800 pixels, JPEG, nothing else in the file.
create table person_photo (
    photo_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    content             bytea  not null,
    width               integer not null,
    height              integer not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    withdrawn_at        timestamptz,
    withdrawn_by        bigint references staff,
    withdraw_reason     text
);
create index person_photo_person on person_photo (person_id, photo_id desc);
