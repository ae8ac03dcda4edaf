-- Help: what someone is in need of, what was given, to whom the person was referred and what came of it, and the psychological file.
-- Whoever is on our books may be helped, those released too; nothing here is a duty of theirs.

-- A fact keeps valid time and recorded time like those of V2.
create table help_fact (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in ('HARDSHIP', 'ALLOWANCE', 'EMPLOYMENT', 'SCHOOLING')),
    value               text   not null,
    evidence            text   not null default '',
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to),
    check (value in ('HARDSHIP_NONE', 'HARDSHIP', 'NOT_ELIGIBLE', 'ELIGIBLE', 'COVERED', 'UNABLE', 'UNWILLING', 'SEEKING', 'PLACED',
                     'SCHOOL_NOT_NEEDED', 'SCHOOL_NEEDED', 'AT_SCHOOL'))
);
create unique index help_fact_now on help_fact (person_id, kind) where superseded_at is null and valid_to is null;

create table relief (
    relief_id           bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in ('CASH', 'GOODS', 'MEDICAL', 'HOUSING', 'TRAINING', 'JOB', 'OTHER')),
    day                 date   not null,
    yuan                integer check (yuan between 1 and 10000000),
    giver               text   not null,
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,                  -- withdrawn: entered by mistake
    superseded_by       bigint references staff
);
create index relief_person on relief (person_id, day desc);

create table referral (
    referral_id         bigint generated always as identity primary key,
    person_id           bigint not null references person,
    body                text   not null check (body in ('LEGAL_AID', 'MEDIATION', 'HOTLINE_12348', 'CIVIL_AFFAIRS', 'HUMAN_RESOURCES',
                                                        'EDUCATION', 'HEALTH', 'HOUSING', 'OTHER')),
    matter              text   not null,
    contact             text   not null default '',   -- whom one spoke to there
    sent_on             date   not null,
    state               text   not null default 'SENT' check (state in ('SENT', 'ACCEPTED', 'ANSWERED', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index referral_person on referral (person_id);
create index referral_open on referral (sent_on) where state in ('SENT', 'ACCEPTED', 'ANSWERED');

-- How a referral came to the state it is in, each step with its day.
create table referral_step (
    step_id             bigint generated always as identity primary key,
    referral_id         bigint not null references referral,
    state               text   not null,
    day                 date   not null,
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index referral_step_referral on referral_step (referral_id, step_id);

create table psychology_entry (
    entry_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in ('ASSESSMENT', 'TALK')),
    day                 date   not null,
    instrument          text   not null default '',   -- of an assessment
    level               text   check (level in ('NORMAL', 'MILD', 'MODERATE', 'SEVERE')),
    summary             text   not null,
    next_on             date,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,                  -- withdrawn: entered by mistake
    superseded_by       bigint references staff,
    check ((kind = 'ASSESSMENT') = (level is not null))
);
create index psychology_entry_person on psychology_entry (person_id, day desc);

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('help.referral-days', 'WORKING_DAYS', 15, '2020-07-01', '本系统默认：转介后几个工作日内应有答复');
