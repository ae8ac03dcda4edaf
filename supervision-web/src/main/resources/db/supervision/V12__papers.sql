-- The papers of a case: their templates, their numbers, and what was issued.

-- Every text a paper was ever made from, by its hash: what was issued can be traced to its template even when the shipped one has changed.
create table paper_text (
    sha256              text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    source              text not null,
    recorded_at         timestamptz not null default now()
);

-- What an organisation uses in place of the shipped template; the newest version is in force there and below. sha256 null: its own one no
-- longer, but that of those above it or the shipped one.
create table paper_template (
    template_id         bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    kind                text not null,
    version             integer not null,
    sha256              text references paper_text,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    unique (organisation_id, kind, version)
);

-- A template that was looked through and waits for the word to use it. Old ones are dropped whenever one comes in.
create table paper_template_upload (
    upload_id           bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    kind                text not null,
    source              text not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);

-- The word of an organisation's numbers, e.g. 测矫告字; the newest row holds, and where there is none, the word of the kind itself.
create table paper_number_word (
    word_id             bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    kind                text not null,
    word                text not null check (word <> ''),
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index paper_number_word_of on paper_number_word (organisation_id, kind, word_id desc);

-- The last number given. Its row is held until the paper is stored: two papers never share one, and none is lost.
create table paper_counter (
    organisation_id     bigint not null references organisation,
    kind                text not null,
    year                integer not null,
    number              integer not null check (number > 0),
    primary key (organisation_id, kind, year)
);

create table paper (
    paper_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text not null,
    organisation_id     bigint not null references organisation, -- that issued it
    year                integer not null,
    number              integer not null,
    number_text         text not null,
    title               text not null,
    issued_on           date not null,                -- by the calendar of the organisation
    facts               jsonb not null,               -- what it was filled with
    template_sha256     text not null references paper_text,
    template_id         bigint references paper_template, -- null: the shipped one
    pdf                 bytea not null,
    docx                bytea not null,
    once                text unique,                  -- of the form it was asked for with: sent twice, it is issued once
    issued_at           timestamptz not null default now(),
    issued_by           bigint not null references staff,
    voided_at           timestamptz,
    voided_by           bigint references staff,
    void_reason         text,
    unique (organisation_id, kind, year, number),
    check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
create index paper_person on paper (person_id, paper_id desc);
create index paper_organisation on paper (organisation_id, kind, issued_on);
alter table paper alter column pdf set storage external;  -- compressed already
alter table paper alter column docx set storage external;

-- What was issued stays as it was; it can only be declared void, once.
create function paper_guard() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'papers are never deleted' using errcode = 'insufficient_privilege';
    end if;
    if old.voided_at is not null
        or (to_jsonb(new) - array['voided_at', 'voided_by', 'void_reason'])
            is distinct from (to_jsonb(old) - array['voided_at', 'voided_by', 'void_reason']) then
        raise exception 'papers are never changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger paper_guard before update or delete on paper for each row execute function paper_guard();
create trigger paper_guard_truncate before truncate on paper for each statement execute function paper_guard();
