-- Who holds which post from when to when, and who stands in for whom. Days are included and by the clock of the organisation. A fact keeps
-- recorded time too: rows never change but for superseded_*, so that who was in post can be asked about any past day, as known on any day.

-- Volunteers and experts may be registered without an account.
alter table staff alter column user_name drop not null;
alter table staff alter column password_hash drop not null;
alter table staff add constraint staff_account check ((user_name is null) = (password_hash is null));
alter table staff add column phone text not null default '' check (length(phone) <= 40);
alter table staff add column sex text check (sex in ('MALE', 'FEMALE')); -- null: not known

create sequence staff_post_seq;
create table staff_post (
    fact_id             bigint generated always as identity primary key,
    post_id             bigint not null,              -- the same in all versions of one post
    staff_id            bigint not null references staff,
    organisation_id     bigint not null references organisation,
    title               text   not null check (title <> ''),
    kind                text   not null check (kind in ('CORRECTIONS_WORKER', 'FULL_TIME', 'PART_TIME', 'VOLUNTEER', 'EXPERT')),
    first_day           date   not null,
    last_day            date,                         -- null: still
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    superseded_by       bigint references staff,
    check (last_day is null or first_day <= last_day)
);
create unique index staff_post_now on staff_post (post_id) where superseded_at is null;
create index staff_post_staff on staff_post (staff_id) where superseded_at is null;
create index staff_post_organisation on staff_post (organisation_id);

create sequence deputy_seq;
create table deputy (
    fact_id             bigint generated always as identity primary key,
    deputy_id           bigint not null,              -- the same in all versions
    principal_id        bigint not null references staff, -- for whom
    staff_id            bigint not null references staff, -- who stands in
    first_day           date   not null,              -- by the clock of the principal's organisation
    last_day            date   not null,
    reason              text   not null check (reason <> ''),
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    superseded_by       bigint references staff,
    check (first_day <= last_day),
    check (principal_id <> staff_id)
);
create unique index deputy_now on deputy (deputy_id) where superseded_at is null;
create index deputy_staff on deputy (staff_id) where superseded_at is null;
create index deputy_principal on deputy (principal_id) where superseded_at is null;

-- In which capacity a browser acts: the key of org.guitu.web.access.Capacity; null: as usual.
alter table session add column capacity text check (capacity ~ '^(post|deputy):[0-9]+$');
