-- What courts and others decided, what they forbade, and the term reckoned from it. Each thing keeps its versions: a row never changes but
-- for superseded_at. A thing entered by mistake is withdrawn with a reason, not deleted.
create table decision (
    decision_id         bigint generated always as identity primary key,
    person_id           bigint not null references person,
    withdrawn_at        timestamptz,
    withdrawn_by        bigint references staff,
    withdraw_reason     text,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index decision_person on decision (person_id);

create table decision_revision (
    decision_id         bigint not null references decision,
    version             integer not null,
    paper               text not null check (paper in ('JUDGMENT', 'RULING', 'DECISION', 'EXECUTION_NOTICE', 'OTHER')),
    body_kind           text not null check (body_kind in ('COURT', 'PRISON_ADMINISTRATION', 'POLICE')),
    body                text not null,
    document_number     text not null,
    decided_on          date not null,
    final_on            date,
    served_on           date,                         -- when the paper reached the agency
    crime               text check (crime in ('STATE_SECURITY', 'PUBLIC_SECURITY', 'MARKET_ORDER', 'PERSONAL_RIGHTS', 'PROPERTY',
                                              'SOCIAL_ORDER', 'NATIONAL_DEFENCE', 'CORRUPTION', 'DERELICTION', 'MILITARY')),
    offence             text not null default '',     -- 罪名 and the deed
    sentence            text not null default '',     -- the sentence as it was pronounced
    accomplices         boolean not null default false, -- there are accomplices: contact with them needs an approval
    note                text not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    primary key (decision_id, version)
);
create unique index decision_revision_now on decision_revision (decision_id) where superseded_at is null;

create table injunction (
    injunction_id       bigint generated always as identity primary key,
    person_id           bigint not null references person,
    ended_at            timestamptz,                  -- lifted before its last day, or withdrawn
    ended_by            bigint references staff,
    end_reason          text,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index injunction_person on injunction (person_id);

create table injunction_revision (
    injunction_id       bigint not null references injunction,
    version             integer not null,
    document_number     text not null,
    activities          text not null default '',     -- 禁止从事特定活动
    places              text not null default '',     -- 禁止进入特定区域、场所
    contacts            text not null default '',     -- 禁止接触特定的人
    first_day           date not null,
    last_day            date not null,                -- included
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    primary key (injunction_id, version),
    check (first_day <= last_day),
    check (activities <> '' or places <> '' or contacts <> '')
);
create unique index injunction_revision_now on injunction_revision (injunction_id) where superseded_at is null;

-- The term served in the community with its reckoning; person.term_from and term_to follow the newest version.
create table sentence_term (
    person_id           bigint not null references person,
    version             integer not null,
    change              text not null check (change in ('SENTENCE', 'COMMUTATION', 'NOT_SERVED', 'EXTENSION', 'CORRECTION')),
    reason              text not null default '',
    document_number     text not null default '',
    first_day           date not null,
    years               integer not null check (years between 0 and 30),
    months              integer not null check (months between 0 and 360),
    days                integer not null check (days between 0 and 3660),
    held_days           integer not null check (held_days between 0 and 3660),
    credited_days       integer not null check (credited_days between 0 and 7320),
    excluded_days       integer not null check (excluded_days between 0 and 3660),
    last_day            date not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    primary key (person_id, version),
    check (first_day <= last_day)
);
create unique index sentence_term_now on sentence_term (person_id) where superseded_at is null;

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('sentence.credit-control', 'COUNT', 2, '2020-07-01', '《刑法》第四十一条：判决执行以前先行羁押的，羁押一日折抵刑期二日', true),
    ('sentence.credit-prison', 'COUNT', 1, '2020-07-01', '《刑法》第四十四条、第四十七条：羁押一日折抵刑期一日', true),
    ('sentence.credit-probation', 'COUNT', 0, '2020-07-01', '《刑法》第七十三条：缓刑考验期从判决确定之日起计算，先行羁押的日期不折抵', true);
