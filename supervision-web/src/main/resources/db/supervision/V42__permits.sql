-- What a county approves beside leave: regular travel across city and county lines for life or work (IM-29), meeting someone the person must
-- not meet, entering a place the person must not enter. Each opens the rule book for exactly its hours and can be taken back.
create table permit (
    permit_id           bigint generated always as identity primary key,
    person_id           bigint not null references person,
    kind                text   not null check (kind in ('TRAVEL', 'CONTACT', 'PLACE')),
    reason              text   not null,
    subject             text   not null,              -- where one travels, whom one meets, which place
    relation            text   check (relation in ('VICTIM', 'ACCUSER', 'INFORMANT', 'ACCOMPLICE', 'OTHER')), -- of whom one meets
    detail              text   not null default '',   -- how often; where one meets
    injunction          boolean not null default false, -- a court forbade it: court and procuratorate are told
    area                jsonb,                        -- of travel, as zone_revision.area
    schedule            jsonb,                        -- of travel, as in telemetry.rule; null: at all hours
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,
    time_zone           text   not null,
    proof               text   not null,
    document_number     text   not null default '',
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    approved            boolean,                      -- null: not decided
    decided_at          timestamptz,
    decided_by          bigint references staff,
    decided_in          bigint references organisation,
    decision_document   text   not null default '',
    decision_reason     text   not null default '',
    ended_at            timestamptz,
    end_kind            text check (end_kind in ('WITHDRAWN', 'REVOKED', 'CLOSED')),
    end_note            text   not null default '',
    ended_by            bigint references staff,
    check (valid_from < valid_to),
    check (kind <> 'TRAVEL' or area is not null),
    check ((kind = 'CONTACT') = (relation is not null)),
    check ((approved is null) = (decided_at is null)),
    check ((ended_at is null) = (end_kind is null))
);
create index permit_person on permit (person_id, valid_from);

-- What it opens: a forbidden place, or an order to keep away.
create table permit_opens (
    permit_id           bigint not null references permit,
    zone_id             bigint references zone,
    rule_id             bigint references rule,
    check ((zone_id is null) <> (rule_id is null))
);
create index permit_opens_permit on permit_opens (permit_id);

-- Word of where a regular traveller is, by phone or message.
create table permit_report (
    report_id           bigint generated always as identity primary key,
    permit_id           bigint not null references permit,
    at                  timestamptz not null,
    words               text   not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index permit_report_permit on permit_report (permit_id, at);

-- What an approval did to an order to keep away, as zone_cause.
create table rule_cause (
    rule_cause_id       bigint generated always as identity primary key,
    cause               text   not null,
    person_id           bigint not null references person,
    rule_id             bigint not null references rule,
    paused_from         timestamp not null,           -- by the wall clock of the rule's schedule
    paused_to           timestamp not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    undone_at           timestamptz,
    undone_by           bigint
);
create index rule_cause_cause on rule_cause (cause) where undone_at is null;

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('permits.travel-months-max', 'MONTHS', 6, '2020-07-01', '《社区矫正法实施办法》第二十九条：批准一次的有效期为六个月'),
    ('permits.opening-hours-max', 'HOURS', 72, '2020-07-01', '本系统默认：会客、进入特定场所一次批准的最长时间'),
    ('permits.inform-days', 'DAYS', 3, '2020-07-01', '《社区矫正法实施办法》第三十九条：批准进入禁止令所涉场所的，告知人民法院和检察院；日数为本系统默认');
