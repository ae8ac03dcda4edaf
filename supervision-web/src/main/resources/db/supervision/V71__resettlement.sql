-- Voluntary help for those who have served a sentence (安置帮教): who will come back, who helps whom, visits, bases.
-- Nothing here is supervision: no device, no zone, no duty of the person's. What was entered by mistake is superseded, not deleted.

-- What a prison tells of an inmate who will return here; to be verified before the release. Not a person of ours until taken in.
create table inmate (
    inmate_id           bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,   -- whose it is to verify
    inbox_id            bigint unique references exchange_message, -- where it came by wire
    source              text   not null,              -- the prison, or who told
    name                text   not null,
    sex                 text   not null check (sex in ('MALE', 'FEMALE')),
    identity_number     text,
    born_on             date,
    address             text   not null default '',
    expected_on         date   not null,              -- the day of release as told
    key_reasons         text[] not null default '{}', -- why a key person; empty: none
    note                text   not null default '',
    received_on         date   not null,
    verify_by           date   not null,              -- by the figure as it was then
    state               text   not null default 'RECEIVED' check (state in ('RECEIVED', 'VERIFIED', 'WRONG', 'NOT_OURS')),
    finding             text   not null default '',   -- how it was verified
    verified_on         date,
    verified_by         bigint references staff,
    person_id           bigint references person,     -- once taken in
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check ((state = 'RECEIVED') = (verified_on is null))
);
create index inmate_organisation on inmate (organisation_id, expected_on);

-- One stretch of help. A person may decline it and come back to it.
create table resettlement (
    resettlement_id     bigint generated always as identity primary key,
    person_id           bigint not null references person,
    origin              text   not null check (origin in ('PRISON', 'CORRECTIONS')),
    released_on         date   not null,              -- in the future: a coming release
    until_on            date   not null,              -- last day of help, by the figure as it was then
    key_reasons         text[] not null default '{}',
    inmate_id           bigint references inmate,
    notice_on           date,                         -- the prison's notice before release came in
    receipt_on          date,                         -- its receipt went out
    met_on              date,                         -- met and escorted (必接必送)
    met_by              text   not null default '',   -- who met
    not_met             text   not null default '',   -- or why not
    ended_on            date,
    end_reason          text check (end_reason in ('EXPIRED', 'DECLINED', 'MOVED', 'DIED', 'RE_OFFENDED', 'MISTAKE')),
    end_note            text   not null default '',
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    check (released_on <= until_on),
    check ((ended_on is null) = (end_reason is null))
);
create unique index resettlement_now on resettlement (person_id) where ended_on is null;
create index resettlement_released on resettlement (released_on) where ended_on is null;

-- What an edit replaced.
create table resettlement_revision (
    resettlement_id     bigint not null references resettlement,
    version             integer not null,
    resettlement        jsonb not null,
    replaced_at         timestamptz not null default now(),
    replaced_by         bigint not null references staff,
    primary key (resettlement_id, version)
);

-- One helper for one person: of the staff, or a volunteer by name.
create table resettlement_pairing (
    pairing_id          bigint generated always as identity primary key,
    resettlement_id     bigint not null references resettlement,
    staff_id            bigint references staff,
    helper              text   not null,
    phone               text   not null default '',
    valid_from          date   not null,
    valid_to            date,                         -- exclusive
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from <= valid_to)
);
create unique index resettlement_pairing_now on resettlement_pairing (resettlement_id) where valid_to is null and superseded_at is null;

create table resettlement_visit (
    visit_id            bigint generated always as identity primary key,
    resettlement_id     bigint not null references resettlement,
    visited_on          date   not null,
    visitor             text   not null,
    way                 text   not null check (way in ('HOME', 'OFFICE', 'TELEPHONE', 'WORKPLACE')),
    findings            text   not null,
    needs               text   not null default '',
    entry_id            bigint references case_entry,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    superseded_by       bigint references staff,
    supersede_reason    text
);
create index resettlement_visit_of on resettlement_visit (resettlement_id, visited_on desc) where superseded_at is null;

-- Where people can live and work for a while after release.
create table resettlement_base (
    base_id             bigint generated always as identity primary key,
    organisation_id     bigint not null references organisation,
    name                text   not null,
    kind                text   not null check (kind in ('TRANSITIONAL', 'WORK', 'TRAINING', 'COMBINED')),
    capacity            integer not null check (capacity between 1 and 10000),
    address             text   not null default '',
    contact             text   not null default '',
    closed_on           date,
    version             integer not null default 1,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index resettlement_base_organisation on resettlement_base (organisation_id);

create table resettlement_placement (
    placement_id        bigint generated always as identity primary key,
    base_id             bigint not null references resettlement_base,
    person_id           bigint not null references person,
    work                text   not null default '',
    valid_from          date   not null,
    valid_to            date,                         -- exclusive
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from <= valid_to)
);
create unique index resettlement_placement_now on resettlement_placement (person_id) where valid_to is null and superseded_at is null;
create index resettlement_placement_base on resettlement_placement (base_id);

-- Where the household is registered and where the person lives may differ: both list the person (双列管).
create table resettlement_listing (
    listing_id          bigint generated always as identity primary key,
    resettlement_id     bigint not null references resettlement,
    place               text   not null check (place in ('HOUSEHOLD', 'RESIDENCE')),
    organisation_id     bigint references organisation, -- of this system; null: elsewhere
    name                text   not null,
    told_on             date,                         -- when the other side was told
    confirmed_on        date,                         -- when it said that it lists the person
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff,
    superseded_at       timestamptz
);
create unique index resettlement_listing_now on resettlement_listing (resettlement_id, place) where superseded_at is null;

insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('resettlement.verify-days', 'WORKING_DAYS', 10, '2020-07-01', '本系统默认：收到服刑人员基本信息后几个工作日内核实'),
    ('resettlement.notice-months', 'MONTHS', 1, '2020-07-01', '刑释前一个月送达通知并回执（安置帮教工作衔接规定）'),
    ('resettlement.first-visit-days', 'DAYS', 7, '2020-07-01', '刑释后七日内首次走访（县级平台工作指引，2018）'),
    ('resettlement.visit-days', 'DAYS', 90, '2020-07-01', '本系统默认：两次走访最多相隔几日'),
    ('resettlement.prison-months', 'MONTHS', 60, '2020-07-01', '刑满释放人员帮教期五年'),
    ('resettlement.corrections-months', 'MONTHS', 36, '2020-07-01', '解除矫正人员帮教期三至五年，默认三年'),
    ('resettlement.coming-days', 'DAYS', 60, '2020-07-01', '本系统默认：提前几日列入“即将释放”');
