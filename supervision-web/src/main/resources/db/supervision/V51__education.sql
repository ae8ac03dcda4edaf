-- Education and public-benefit work: courses and their sessions, who was to come and who came, hours of one's own, who can work, and
-- admonitions. A row is not changed but for what supersedes, cancels or closes it.

create table course (
    course_id           bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    title               text   not null,
    subject             text   not null check (subject in ('LAW', 'MORALS', 'PSYCHOLOGY', 'SKILLS', 'OTHER_STUDY', 'PUBLIC_BENEFIT')),
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    retired_at          timestamptz,
    retired_by          bigint references staff
);
create index course_organisation on course (organisation_id);

create table course_session (
    session_id          bigint generated always as identity primary key,
    course_id           bigint not null references course,
    organisation_id     bigint not null references organisation,
    starts_at           timestamptz not null,
    minutes             integer not null check (minutes between 15 and 720),
    place               text   not null,
    teacher             text   not null default '',
    secret              bytea  not null,              -- signs the codes shown in the room
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    closed_at           timestamptz,                  -- the list of who came is final
    closed_by           bigint references staff,
    cancelled_at        timestamptz,
    cancelled_by        bigint references staff,
    cancel_reason       text,
    check (closed_at is null or cancelled_at is null)
);
create index course_session_organisation on course_session (organisation_id, starts_at desc);

create table session_attendee (
    session_id          bigint not null references course_session,
    person_id           bigint not null references person,
    planned_at          timestamptz not null default now(),
    planned_by          bigint not null references staff,
    removed_at          timestamptz,
    removed_by          bigint references staff
);
create unique index session_attendee_now on session_attendee (session_id, person_id) where removed_at is null;
create index session_attendee_person on session_attendee (person_id);

create table attendance (
    attendance_id       bigint generated always as identity primary key,
    session_id          bigint not null references course_session,
    person_id           bigint not null references person,
    present             boolean not null,
    minutes             integer not null check (minutes between 0 and 720), -- that count
    excuse              text   not null default '',   -- of someone who did not come and said why
    how                 text   not null check (how in ('LIST', 'CODE')),    -- from the list, or with the code shown in the room
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    check (present or minutes = 0)
);
create unique index attendance_now on attendance (session_id, person_id) where superseded_at is null;
create index attendance_person on attendance (person_id) where superseded_at is null;

-- Hours outside of sessions: self-study, work at a place.
create table own_hours (
    own_hours_id        bigint generated always as identity primary key,
    person_id           bigint not null references person,
    subject             text   not null check (subject in ('LAW', 'MORALS', 'PSYCHOLOGY', 'SKILLS', 'OTHER_STUDY', 'PUBLIC_BENEFIT')),
    done_at             timestamptz not null,         -- noon of its day
    minutes             integer not null check (minutes between 15 and 720),
    note                text   not null,              -- what, where, who saw it
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,                  -- withdrawn: entered by mistake
    superseded_by       bigint references staff
);
create index own_hours_person on own_hours (person_id, done_at) where superseded_at is null;

-- What counts, from either.
create view education_credit as
select a.person_id, c.subject, c.subject = 'PUBLIC_BENEFIT' as work, s.starts_at as done_at, a.minutes, s.session_id, null::bigint as own_hours_id
  from attendance a
  join course_session s on s.session_id = a.session_id and s.cancelled_at is null
  join course c on c.course_id = s.course_id
 where a.superseded_at is null and a.present
union all
select person_id, subject, subject = 'PUBLIC_BENEFIT', done_at, minutes, null, own_hours_id
  from own_hours where superseded_at is null;

-- Whether someone can do public-benefit work. Nobody said so: able.
create table work_ability (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    able                boolean not null,
    reason              text   not null,
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index work_ability_now on work_ability (person_id) where superseded_at is null and valid_to is null;

-- 教育: the person was spoken to because of staying away; staying away again after it is an incident.
create table admonition (
    admonition_id       bigint generated always as identity primary key,
    person_id           bigint not null references person,
    day                 date   not null,
    note                text   not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index admonition_person on admonition (person_id, day);

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('education.strict-study-hours', 'HOURS', 12, '2020-07-01', '某省分类管理规定：严管每月教育学习不少于十二小时（可按本地规定修改）'),
    ('education.strict-work-hours', 'HOURS', 12, '2020-07-01', '某省分类管理规定：严管每月公益活动不少于十二小时（可按本地规定修改）'),
    ('education.normal-study-hours', 'HOURS', 8, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.normal-work-hours', 'HOURS', 8, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.light-study-hours', 'HOURS', 4, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.light-work-hours', 'HOURS', 4, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.basic-study-hours', 'HOURS', 8, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.basic-work-hours', 'HOURS', 8, '2020-07-01', '本系统默认，可按本地规定修改'),
    ('education.code-minutes', 'MINUTES', 10, '2020-07-01', '本系统默认：现场二维码的有效时间');
