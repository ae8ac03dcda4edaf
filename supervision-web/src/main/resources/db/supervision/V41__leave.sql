-- Leave from the residence city or county: applied for, decided, taken, reported back. Whose decision it is follows from its days and from
-- all days of leave within two months; both are kept as they were reckoned. Rows gain facts and lose none.
create table leave (
    leave_id            bigint generated always as identity primary key,
    person_id           bigint not null references person,
    reason              text   not null check (reason in ('MEDICAL', 'STUDY', 'LITIGATION', 'FAMILY', 'WORK')),
    destination         text   not null,
    area                jsonb  not null,              -- as zone_revision.area
    first_day           date   not null,
    last_day            date   not null,              -- included
    time_zone           text   not null,              -- of the days
    proof               text   not null,
    document_number     text   not null default '',   -- of the proof
    companion           text   not null default '',
    phone               text   not null,
    urgency             text   not null default '',   -- why it was not applied for in time
    extends_leave_id    bigint references leave,      -- the leave it goes on from
    applied_on          date   not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    authority           text   not null check (authority in ('OFFICE', 'COUNTY', 'CITY')), -- as last reckoned; fixed by the decision
    days                integer not null,             -- with what it goes on from
    total_days          integer not null,             -- the most of any two months that contain it
    approved            boolean,                      -- null: not decided
    decided_at          timestamptz,
    decided_by          bigint references staff,
    decided_in          bigint references organisation,
    decision_document   text   not null default '',
    decision_reason     text   not null default '',
    begun_at            timestamptz,                  -- when its first day was noted
    alert_id            bigint references alert,      -- overdue return
    ended_at            timestamptz,                  -- when it was so, e.g. when the person was back
    end_kind            text check (end_kind in ('WITHDRAWN', 'REVOKED', 'RETURNED', 'CLOSED')),
    end_note            text   not null default '',
    ended_by            bigint references staff,
    end_recorded_at     timestamptz,
    end_entry_id        bigint,                       -- of the timeline, for a correction
    informed_on         date,                         -- the procuratorate was told
    informed_document   text   not null default '',
    check (first_day <= last_day),
    check ((approved is null) = (decided_at is null)),
    check ((ended_at is null) = (end_kind is null))
);
create index leave_person on leave (person_id, first_day);
create index leave_waiting on leave (recorded_at) where approved is null and end_kind is null;
create index leave_running on leave (last_day) where approved and end_kind is null;

-- What was entered by mistake and taken back: the return as it stood.
create table leave_return_undone (
    leave_id            bigint not null references leave,
    returned_at         timestamptz not null,
    recorded_at         timestamptz not null,         -- of the return
    recorded_by         bigint,
    undone_at           timestamptz not null,
    undone_by           bigint not null references staff,
    reason              text   not null
);

-- How someone on leave was seen after (IM-28): by phone, by video, by the agency of the place.
create table leave_check (
    check_id            bigint generated always as identity primary key,
    leave_id            bigint not null references leave,
    at                  timestamptz not null,
    way                 text   not null check (way in ('PHONE', 'VIDEO', 'LOCAL_AGENCY')),
    place               text   not null,              -- where the person was, as far as was seen or said
    note                text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index leave_check_leave on leave_check (leave_id, at);

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('leave.apply-ahead-days', 'DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第二十七条：一般应当提前三日提交书面申请'),
    ('leave.office-days-max', 'DAYS', 7, '2020-07-01', '《社区矫正法实施办法》第二十七条：七日内的，经委托可以由司法所批准，并报县级备案'),
    ('leave.office-delegated', 'YES_NO', 1, '2020-07-01', '本系统默认：县级社区矫正机构已委托司法所批准七日内的外出'),
    ('leave.county-days-max', 'DAYS', 30, '2020-07-01', '《社区矫正法实施办法》第二十七条：县级每次批准外出的时间不超过三十日'),
    ('leave.total-days-max', 'DAYS', 30, '2020-07-01', '《社区矫正法实施办法》第二十七条：两个月内外出时间累计超过三十日的，报上一级审批'),
    ('leave.total-months', 'MONTHS', 2, '2020-07-01', '《社区矫正法实施办法》第二十七条：两个月内累计'),
    ('leave.inform-procuratorate-days', 'DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第二十七条：上一级批准的，县级应当及时通报检察院；日数为本系统默认'),
    ('leave.check-every-days', 'DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第二十八条：外出期间以电话通讯、实时视频等方式监督；间隔为本系统默认');
