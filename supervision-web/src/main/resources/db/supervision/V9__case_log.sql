-- One timeline of everything that happened in a case. Written by every feature in the transaction that does the thing; never changed: what
-- was entered by mistake is followed by an entry that corrects it.
create table case_entry (
    entry_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind ~ '^[a-z][a-zA-Z0-9.-]{2,80}$'),  -- the message key of its words
    arguments           jsonb  not null default '[]', -- of those words: [["day","2026-11-30"],["word","a.key"],...]; see CaseEntry
    link                text   not null default '',   -- the page it leads to
    happened_at         timestamptz not null,         -- when it was so, which may be long before it was entered
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint references staff,      -- null: the clock or a message
    corrects_entry_id   bigint references case_entry
);
create index case_entry_person on case_entry (person_id, happened_at desc, entry_id desc);
