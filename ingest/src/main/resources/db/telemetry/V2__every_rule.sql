-- Every kind of rule, what is known of devices through time, arrivals, pairs, groups of places, coverage.

-- What is ordered. An area has a length for each of its parts (radius of a point, buffer of a line), null where the geometry says it all.
alter table rule drop constraint rule_kind_check;
alter table rule add constraint rule_kind_check
    check (kind in ('STAY_IN', 'KEEP_OUT', 'KEEP_AWAY', 'STAY_TOGETHER', 'REPORT_EVERY'));
alter table rule alter column area drop not null;
alter table rule add column lengths_m double precision[];
update rule set lengths_m = array[radius_m] where radius_m is not null;
alter table rule drop column radius_m;
alter table rule add column place_group_id bigint;                 -- in place of an area: all places of a group
alter table rule add column terms jsonb not null default '{}';     -- the numbers of the order, see OrderRow
alter table rule add constraint rule_ground check (
    case kind when 'STAY_IN' then area is not null and place_group_id is null
              when 'KEEP_OUT' then (area is null) <> (place_group_id is null)
              else area is null and place_group_id is null end);
create index rule_place_group on rule (place_group_id) where place_group_id is not null;

-- Agency-wide places by group (all schools). A change makes a new version of the group; places remember the versions they belong to, so that the
-- past is judged by the places of then.
create table place_group (
    group_id            bigint generated always as identity primary key,
    name                text   not null unique,
    version             bigint not null default 0
);
alter table rule add foreign key (place_group_id) references place_group;
create table place_group_version (
    group_id            bigint not null references place_group,
    version             bigint not null,
    valid_from          timestamptz not null,
    recorded_at         timestamptz not null default now(),
    primary key (group_id, version)
);
create table place (
    place_id            bigint generated always as identity primary key,
    group_id            bigint not null references place_group,
    name                text   not null,
    area                geometry(Geometry, 4326) not null,
    lengths_m           double precision[],
    from_version        bigint not null,
    to_version          bigint,                       -- exclusive; null: still one of them
    recorded_at         timestamptz not null default now()
);
create index place_of_group on place (group_id, from_version);
create index place_area on place using gist (area);

-- What the judge takes as given of a device, from an instant on. A change of plan and a night's learning are new rows; none is ever changed.
create table device_terms (
    device_id           bigint not null references device,
    valid_from          timestamptz not null,
    send_interval_s     integer not null,
    buffer_s            integer not null,
    outlier_share       double precision check (outlier_share > 0 and outlier_share < 1), -- null: not learnt, the default
    learnt_fixes        integer,                      -- from how many fixes; null: not learnt
    recorded_at         timestamptz not null default now(),
    primary key (device_id, valid_from)
);
insert into device_terms (device_id, valid_from, send_interval_s, buffer_s)
    select device_id, '-infinity', send_interval_s, buffer_s from device;

-- When a subject's devices were heard of, by the platform's clock: runs in which nothing was long in coming. Silence is judged by these alone.
create table arrival (
    subject_id          bigint not null,
    located             boolean not null,             -- packets that brought a valid fix have runs of their own, beside those of all packets
    began_at            timestamptz not null,
    last_at             timestamptz not null,
    primary key (subject_id, located, began_at)
) with (fillfactor = 70);                             -- the newest run of each subject grows in place

-- Two devices as one subject. Ids count down from -1, so that they never meet a person's.
create sequence pair_id_seq increment -1 start -1 minvalue -9007199254740991 maxvalue -1;
create table pair (
    pair_id             bigint primary key default nextval('pair_id_seq'),
    kind                text   not null check (kind in ('KEEP_AWAY', 'STAY_TOGETHER')),
    first_subject_id    bigint not null,              -- whose track sets the pace
    second_subject_id   bigint not null,              -- the same for STAY_TOGETHER: bracelet first, phone second
    recorded_at         timestamptz not null default now(),
    unique (kind, first_subject_id, second_subject_id)
);
create index pair_second on pair (second_subject_id);

alter table position add column hdop real;            -- what a fix is worth whose device tells no accuracy
alter table finding add column place_id bigint;       -- which place of a group

-- For each person and day of the agency's calendar: how long observed, and why not. Written after the fold, from the oldest owed day on.
create table coverage (
    subject_id          bigint not null,
    day                 date   not null,
    zone                text   not null,
    observed_s          integer not null,
    breach_s            integer not null,             -- of the observed time
    no_packet_s         integer not null,
    no_fix_s            integer not null,
    powered_off_s       integer not null,
    server_down_s       integer not null,
    not_authorised_s    integer not null,
    computed_at         timestamptz not null,
    primary key (subject_id, day)
);
alter table subject_state add column coverage_from timestamptz;      -- coverage is owed from here on; null: nothing
alter table subject_state add column plan_wake_at timestamptz;       -- ask again at this instant whether the subject is silent
alter table subject_state add column plan_standings jsonb not null default '[]'; -- as standings, of the plans to report by
create index subject_state_plan_wake on subject_state (plan_wake_at) where plan_wake_at is not null;
