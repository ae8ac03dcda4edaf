-- Conduct: what went wrong, what was put forward because of it, what was decided, and each step that followed. Nothing here is written by the
-- clock alone: a proposal has a proposer and a measure a decider, both by name. Rows are not changed but for what closes them.

create table incident (
    incident_id         bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in (
        'LATE_REPORT', 'OUT_OF_SUPERVISION', 'LEFT_WITHOUT_LEAVE', 'FORBIDDEN_CONTACT', 'MOVED_WITHOUT_APPROVAL', 'REFUSED_TO_REPORT',
        'INJUNCTION_BREACH', 'ABSENT_FROM_STUDY', 'REVIEW_PAPERS_MISSING', 'PUBLIC_SECURITY_PUNISHMENT', 'CONDITIONS_GONE',
        'GUARANTOR_LOST', 'OTHER_BREACH')),
    source              text   not null default '' check (source ~ '^$|^(alert|duty|session):[0-9]+$'),
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index incident_person on incident (person_id);

-- What is known of it. A correction, the end of an absence or a withdrawal is a further version.
create table incident_version (
    incident_id         bigint not null references incident,
    version             integer not null,
    gravity             text check (gravity in ('LIGHT', 'HEAVIER', 'SERIOUS')),
    first_day           date   not null,
    last_day            date,                         -- of an absence; null: it goes on
    admonished_on       date,
    note                text   not null default '',
    withdrawn           boolean not null default false, -- entered by mistake; note says why
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    primary key (incident_id, version),
    check (last_day is null or first_day <= last_day)
);
create unique index incident_version_now on incident_version (incident_id) where superseded_at is null;

create table conduct_proposal (
    proposal_id         bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in (
        'REPRIMAND', 'WARNING', 'PUBLIC_SECURITY_PROPOSAL', 'REVOCATION_PROPOSAL', 'RECALL_PROPOSAL', 'COMMENDATION',
        'COMMUTATION_PROPOSAL', 'LENIENCY_RECOMMENDATION')),
    grounds             text[] not null default '{}', -- of the ladder, as they stood
    suggested           text,                         -- what the ladder called for; null: nothing
    basis               text   check (basis in ('CONDITIONS', 'DEED')), -- of a commendation
    reason              text   not null,
    state               text   not null default 'PROPOSED' check (state in ('PROPOSED', 'DECIDED', 'REJECTED', 'TAKEN_BACK')),
    proposed_at         timestamptz not null default now(),
    proposed_by         bigint not null references staff,
    closed_at           timestamptz,
    closed_by           bigint references staff,
    close_reason        text   not null default '',
    check ((state = 'PROPOSED') = (closed_at is null)),
    check ((closed_at is null) = (closed_by is null))
);
create index conduct_proposal_person on conduct_proposal (person_id);
create index conduct_proposal_open on conduct_proposal (proposed_at) where state = 'PROPOSED';

-- A decision by a named person.
create table conduct_measure (
    measure_id          bigint generated always as identity primary key,
    proposal_id         bigint not null unique references conduct_proposal,
    person_id           bigint not null references person,
    kind                text   not null,              -- as the proposal's
    state               text   not null default 'DECIDED' check (state in ('DECIDED', 'OBJECTED', 'UPHELD', 'CHANGED', 'WITHDRAWN')),
    changed_to          text,
    decided_on          date   not null,
    document_number     text   not null check (document_number <> ''),
    reason              text   not null,
    decided_by          bigint not null references staff,
    recorded_at         timestamptz not null default now(),
    check ((state = 'CHANGED') = (changed_to is not null))
);
create index conduct_measure_person on conduct_measure (person_id);

-- The evidence listed: the incidents, and the measures before, that a proposal rests on.
create table conduct_evidence (
    proposal_id         bigint not null references conduct_proposal,
    incident_id         bigint references incident,
    measure_id          bigint references conduct_measure,
    check (num_nonnulls(incident_id, measure_id) = 1)
);
create index conduct_evidence_proposal on conduct_evidence (proposal_id);
create index conduct_evidence_incident on conduct_evidence (incident_id);

-- What followed a decision, each with its day.
create table conduct_step (
    step_id             bigint generated always as identity primary key,
    measure_id          bigint not null references conduct_measure,
    kind                text   not null check (kind in ('SERVED', 'SENT', 'COPIED', 'OBJECTED', 'ANSWERED', 'RULED')),
    day                 date   not null,
    result              text   check (result in ('UPHELD', 'CHANGED', 'WITHDRAWN', 'GRANTED', 'REFUSED')),
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check ((kind in ('ANSWERED', 'RULED')) = (result is not null))
);
create index conduct_step_measure on conduct_step (measure_id, step_id);

create table monthly_assessment (
    assessment_id       bigint generated always as identity primary key,
    person_id           bigint not null references person,
    month               date   not null check (extract(day from month) = 1),
    grade               text   not null check (grade in ('GOOD', 'PASS', 'FAIL')),
    items               jsonb  not null,              -- {"REPORTS":"GOOD",...}
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz
);
create unique index monthly_assessment_now on monthly_assessment (person_id, month) where superseded_at is null;

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('conduct.reprimand-days-max', 'DAYS', 10, '2020-07-01', '《社区矫正法实施办法》第三十四条：未超过十日', false),
    ('conduct.warning-months-max', 'MONTHS', 1, '2020-07-01', '《社区矫正法实施办法》第四十六条：超过一个月', false),
    ('conduct.reprimands-before-warning', 'COUNT', 2, '2020-07-01', '《社区矫正法实施办法》第三十五条：受到两次训诫，仍不改正', false),
    ('conduct.warnings-before-revocation', 'COUNT', 2, '2020-07-01', '《社区矫正法实施办法》第四十六条：受到两次警告，仍不改正', false),
    ('conduct.commendation-months-min', 'MONTHS', 6, '2020-07-01', '《社区矫正法实施办法》第三十三条：接受社区矫正六个月以上', false),
    ('conduct.assessment-days', 'DAYS', 5, '2020-07-01', '本系统默认：月末后几日内完成当月考核', false),
    ('conduct.decide-days', 'WORKING_DAYS', 5, '2020-07-01', '本系统默认：提出后几个工作日内决定', false),
    ('conduct.serve-days', 'WORKING_DAYS', 3, '2020-07-01', '本系统默认：决定后几个工作日内送达', false),
    ('conduct.send-days', 'WORKING_DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第三十六条、第四十六条（及时提请）；天数为本系统默认', false),
    ('conduct.copy-days', 'WORKING_DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第四十六条（同时抄送人民检察院）；天数为本系统默认', false),
    ('conduct.objection-days', 'WORKING_DAYS', 10, '2020-07-01', '《社区矫正法》第三十四条（及时办理并告知）；天数为本系统默认', false),
    ('conduct.ruling-days', 'DAYS', 30, '2020-07-01', '《社区矫正法》第四十八条、第四十九条：三十日内作出裁定或者决定', true);
