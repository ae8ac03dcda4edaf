-- The steps of a case, its investigation, reception, team, plan and transfer. Nothing is changed but by a further row that says so.

create table case_step (
    step_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    step                text   not null,              -- org.guitu.web.lifecycle.CaseStep
    from_state          text   not null,
    to_state            text   not null,
    happened_on         date   not null,              -- in the time zone of the responsible organisation
    document_number     text   not null default '',
    note                text   not null default '',
    entry_id            bigint not null references case_entry,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    undone_at           timestamptz,                  -- entered by mistake: what a correcting entry says
    undone_by           bigint references staff,
    undo_reason         text
);
create index case_step_person on case_step (person_id, step_id);

-- A deciding body asks whether someone can be supervised here.
create table investigation (
    investigation_id    bigint generated always as identity primary key,
    person_id           bigint not null references person,
    asked_by            text   not null,
    asked_on            date   not null,
    fast_track          boolean not null,
    asked_number        text   not null default '',
    home                text   not null default '',   -- housing and livelihood
    family              text   not null default '',
    village             text   not null default '',   -- what the neighbourhood says
    victim              text   not null default '',
    danger              text   not null default '',   -- whether re-offending is to be feared
    opinion             text check (opinion in ('SUITABLE', 'UNSUITABLE')),
    reported_on         date,
    report_number       text   not null default '',
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check ((opinion is null) = (reported_on is null))
);
create index investigation_person on investigation (person_id);

-- What reception and discharge consist of; one row for each item once it is done.
create table case_check (
    check_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    item                text   not null,              -- org.guitu.web.lifecycle.CheckItem
    done_on             date   not null,
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    undone_at           timestamptz,                  -- ticked by mistake
    undone_by           bigint references staff
);
create unique index case_check_once on case_check (person_id, item) where undone_at is null;

create table team_member (
    member_id           bigint generated always as identity primary key,
    person_id           bigint not null references person,
    name                text   not null,
    sex                 text   not null check (sex in ('MALE', 'FEMALE')),
    kind                text   not null,              -- org.guitu.web.lifecycle.TeamMember.Kind
    phone               text   not null default '',
    joined_on           date   not null,
    left_on             date,
    signed_on           date,                         -- the letter of responsibility
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check (left_on is null or joined_on <= left_on)
);
create index team_member_person on team_member (person_id);

create table correction_plan (
    plan_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    version             integer not null,
    situation           text   not null,              -- what the assessment found
    measures            text   not null,              -- supervision and education
    help                text   not null default '',
    valid_from          date   not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    unique (person_id, version)
);

-- A change of the place where the sentence is served, from the application to the arrival or the refusal.
create table transfer (
    transfer_id         bigint generated always as identity primary key,
    person_id           bigint not null references person,
    to_place            text   not null,              -- the county or city, as written
    to_organisation_id  bigint references organisation, -- where it is one of ours
    reason              text   not null,
    applied_on          date   not null,
    asked_on            date,                         -- the new place was asked
    answered_on         date,
    agreed              boolean,
    decided_on          date,
    approved            boolean,
    told_on             date,                         -- the person was told of a refusal
    files_sent_on       date,
    files_received_on   date,
    arrived_on          date,
    withdrawn_on        date,
    note                text   not null default '',
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index transfer_person on transfer (person_id);
create unique index transfer_open on transfer (person_id)
    where arrived_on is null and withdrawn_on is null and coalesce(agreed, true) and coalesce(approved, true);

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('lifecycle.investigation-days', 'WORKING_DAYS', 10, '2020-07-01', '《社区矫正法实施办法》第十四条：十个工作日内提交调查评估报告', false),
    ('lifecycle.investigation-fast-days', 'WORKING_DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第十四条：速裁程序五个工作日内', false),
    ('lifecycle.receipt-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第十六条：收到法律文书后五日内送达回执', false),
    ('lifecycle.papers-missing-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第十六条：文书不齐的五日内补齐', false),
    ('lifecycle.report-in-days', 'DAYS', 10, '2020-07-01', '《社区矫正法》第二十一条：生效之日起十日内报到', true),
    ('lifecycle.intake-days', 'WORKING_DAYS', 5, '2020-07-01', '本系统默认：接收后五个工作日内完成入矫手续', false),
    ('lifecycle.discharge-days', 'WORKING_DAYS', 5, '2020-07-01', '本系统默认：解除后五个工作日内发证明、通知决定机关、检察院、公安机关（《社区矫正法》第四十四条）', false),
    ('lifecycle.detained-days', 'DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第四十一条：被采取强制措施的三日内通报', false),
    ('lifecycle.search-hours', 'HOURS', 24, '2020-07-01', '《社区矫正法》第三十条：失去联系的应当立即组织查找（本系统以二十四小时记录查找结果）', false),
    ('lifecycle.summary-days', 'DAYS', 30, '2020-07-01', '《社区矫正法实施办法》第五十三条：期满前三十日作出总结和鉴定', false),
    ('lifecycle.medical-report-months', 'MONTHS', 1, '2020-07-01', '《社区矫正法实施办法》第二十四条：保外就医的每月报告身体情况', false),
    ('lifecycle.medical-review-months', 'MONTHS', 3, '2020-07-01', '《社区矫正法实施办法》第二十四条：每三个月提交病情复查情况', false),
    ('lifecycle.transfer-ask-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第三十条：收到申请后五日内征求新执行地意见', false),
    ('lifecycle.transfer-answer-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第三十条：新执行地五日内回复', false),
    ('lifecycle.transfer-told-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第三十条：不同意的五日内告知', false),
    ('lifecycle.transfer-files-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第三十一条：同意变更的五日内移送档案', false),
    ('lifecycle.transfer-received-days', 'DAYS', 5, '2020-07-01', '《社区矫正法实施办法》第三十一条：新执行地五日内送达回执', false),
    ('lifecycle.transfer-arrive-days', 'DAYS', 7, '2020-07-01', '《社区矫正法实施办法》第三十一条：七日内到新执行地报到', false);
