-- What devices said, and what the judge made of it. Written by ingest alone.
-- Instants are UTC, coordinates WGS-84 degrees, numbers carry their unit in the name.

create extension if not exists postgis schema public;

-- The device register and the law, as admission needs them. The case side writes them through Registry.
create table device (
    device_id           bigint generated always as identity primary key,
    protocol            text   not null,
    identity            text   not null,              -- as registries compare it: jt808 without leading zeros
    model               text   not null default '',
    clock_offset_s      integer,                      -- null: the protocol's own default
    datum               text   not null default 'WGS84' check (datum in ('WGS84', 'GCJ02', 'BD09')),
    alarm_bits          jsonb  not null default '{}', -- bit -> alarm word or null
    auth_code           text,                         -- what the terminal must authenticate with
    send_interval_s     integer not null default 600 check (send_interval_s between 1 and 86400),
    buffer_s            integer not null default 900 check (buffer_s between 0 and 86400),
    recorded_at         timestamptz not null default now(),
    retired_at          timestamptz,
    change_xid          xid8   not null default pg_current_xact_id(), -- see DeviceBook: who follows the register asks for what is newer
    unique (protocol, identity)
);
create index device_change on device (change_xid);

create table basis (
    basis_id            bigint generated always as identity primary key,
    kind                text   not null check (kind in ('AUTHORISATION', 'PHONE_PLAN')),
    subject_id          bigint not null,
    device_id           bigint not null references device,
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,         -- exclusive; lifting a basis early moves it
    recorded_at         timestamptz not null default now(),
    change_xid          xid8   not null default pg_current_xact_id(),
    check (valid_from <= valid_to)                    -- equal: it never was
);
create index basis_change on basis (change_xid);
create index basis_device on basis (device_id, valid_from);
create index basis_subject on basis (subject_id, valid_from);

create table rule_book (
    subject_id          bigint primary key,
    version             bigint not null
);

create table rule (
    rule_id             bigint not null,
    revision            integer not null,
    subject_id          bigint not null,
    kind                text   not null check (kind in ('STAY_IN', 'KEEP_OUT')),
    area                geometry(Geometry, 4326) not null,   -- Point with radius_m, Polygon, MultiPolygon, LineString with buffer_m
    radius_m            double precision check (radius_m > 0),
    schedule            jsonb,                        -- {"timezone", "weekly":[{"days","from","to"}]}; null: always
    valid_from          timestamptz not null,
    valid_to            timestamptz not null default 'infinity',
    book_version        bigint not null,              -- the version this revision came with
    recorded_at         timestamptz not null default now(),
    primary key (rule_id, revision)
);
create sequence rule_id_seq;
create index rule_subject on rule (subject_id);
create index rule_area on rule using gist (area);

-- Positions: a hypertable where the server offers TimescaleDB, else native daily partitions kept by PositionTable. The same table and the
-- same statements either way. Days outside the retention window lie in the default partition.
create table position_shape (
    device_id           bigint not null,
    fix_time            timestamptz not null,
    content_hash        bigint not null,              -- leaves out serial, header, late marker and receive time
    subject_id          bigint not null,
    received_at         timestamptz not null,
    latitude            double precision,
    longitude           double precision,
    located             boolean not null,
    accuracy_m          real,
    speed_kmh           real,
    course_deg          real,
    altitude_m          real,
    satellites          smallint,
    battery_percent     real,
    source              smallint not null default 0,
    alarms              integer not null default 0,   -- Alarm.toBits
    marks               integer not null default 0,   -- MarkBits
    primary key (device_id, fix_time, content_hash)
);
do $$
declare
    hypertable boolean := exists (select from pg_extension where extname = 'timescaledb');
begin
    if not hypertable and exists (select from pg_available_extensions where name = 'timescaledb') then
        begin
            -- Creating it where it is not preloaded would end the connection; who may not read the setting has to create it beforehand.
            if current_setting('shared_preload_libraries') like '%timescaledb%' then
                create extension timescaledb;
                hypertable := true;
            end if;
        exception when insufficient_privilege then
            raise notice 'timescaledb is offered but may not be created: using native partitions';
        end;
    end if;
    if hypertable then
        create table position (like position_shape including all);
        perform create_hypertable('position', 'fix_time', chunk_time_interval => interval '1 day');
    else
        create table position (like position_shape including all) partition by range (fix_time);
        create table position_default partition of position default;
    end if;
end $$;
drop table position_shape;
create index position_subject on position (subject_id, fix_time);

create table report_untimed (
    untimed_id          bigint generated always as identity primary key,
    device_id           bigint not null,
    subject_id          bigint not null,
    content_hash        bigint not null,
    received_at         timestamptz not null,
    claimed_time        timestamptz,                  -- null: not a date
    latitude            double precision,
    longitude           double precision,
    located             boolean not null,
    battery_percent     real,
    alarms              integer not null default 0,
    marks               integer not null default 0
);
create unique index report_untimed_once on report_untimed (device_id, content_hash);

-- Raw words and unknown items, counted: one row for each distinct value a device sends.
create table raw_item (
    device_id           bigint not null,
    name                text   not null,
    value               text   not null,
    first_at            timestamptz not null,
    last_at             timestamptz not null,
    seen                bigint not null default 1,
    primary key (device_id, name, value)
);

create table quarantine (
    quarantine_id       bigint generated always as identity primary key,
    received_at         timestamptz not null,
    device_id           bigint,                       -- null: not on the books, or not known
    protocol            text   not null,
    reason              text   not null,
    at_byte             integer not null default 0,
    bytes               bytea  not null,              -- the frame, or its header alone for an unknown device
    total_bytes         integer not null
);
create index quarantine_received on quarantine (received_at);

-- What is newest about each device. change_xid and change_seq are the cursor of those who follow (see Feed).
create sequence change_seq;
create table device_status (
    device_id           bigint primary key references device,
    subject_id          bigint,
    last_seen_at        timestamptz not null,
    fix_time            timestamptz,
    latitude            double precision,
    longitude           double precision,
    accuracy_m          real,
    speed_kmh           real,
    course_deg          real,
    battery_percent     real,
    charging            boolean,
    alarms              integer not null default 0,
    health_at           timestamptz,                  -- of battery, charging and alarms: older news does not replace newer
    connected           boolean not null default false,
    change_xid          xid8   not null default pg_current_xact_id(),
    change_seq          bigint not null default nextval('change_seq')
);
create index device_status_change on device_status (change_xid, change_seq);

create table subject_state (
    subject_id          bigint primary key,
    book_version        bigint not null default 0,    -- of the newest fold
    judged_at           timestamptz,                  -- device time of the newest folded fix
    dirty_from          timestamptz,                  -- re-fold from here; null: nothing is owed
    refold_from         timestamptz,                  -- a re-fold from here is under way; left by one that died, so owed as well
    wake_at             timestamptz,                  -- judge again at this instant though nothing arrives
    checkpoint          bytea,
    standings           jsonb  not null default '[]'  -- [{"ruleId","kind","state","posterior"}]
);
create index subject_state_dirty on subject_state (subject_id) where dirty_from is not null or refold_from is not null;
create index subject_state_wake on subject_state (wake_at) where wake_at is not null;

create table checkpoint (
    subject_id          bigint not null,
    at                  timestamptz not null,
    book_version        bigint not null,
    state               bytea  not null,
    primary key (subject_id, at)
);

create table finding (
    finding_id          bigint generated always as identity primary key,
    subject_id          bigint not null,
    device_id           bigint,
    kind                text   not null,
    rule_id             bigint,
    started_at          timestamptz not null,
    confirmed_at        timestamptz not null,
    raised_at           timestamptz not null,         -- when the platform could know; depends on arrival
    ended_at            timestamptz,
    depth_m             double precision not null default 0,
    fixes               integer not null default 0,
    retrospective       boolean not null default false,
    book_version        bigint not null,
    evidence            jsonb  not null default '[]',
    standing            boolean not null default true,
    retracted_at        timestamptz,
    retraction_reason   text,
    merged_into         bigint references finding,
    split_from          bigint references finding,
    change_xid          xid8   not null default pg_current_xact_id(),
    change_seq          bigint not null default nextval('change_seq')
);
create index finding_subject on finding (subject_id, started_at);
create index finding_standing on finding (subject_id, ended_at) where standing;
create index finding_change on finding (change_xid, change_seq);

create table finding_history (
    finding_id          bigint not null references finding,
    recorded_at         timestamptz not null default now(),
    change              text   not null check (change in ('OPENED', 'UPDATED', 'ENDED', 'RETRACTED', 'MERGED', 'SPLIT')),
    started_at          timestamptz not null,
    ended_at            timestamptz,
    note                text   not null default ''
);
create index finding_history_finding on finding_history (finding_id, recorded_at);

-- When this server was up. A gap between two rows is our own downtime and nobody's silence.
create table uptime (
    uptime_id           bigint generated always as identity primary key,
    started_at          timestamptz not null default now(),
    beat_at             timestamptz not null default now(),
    stopped_at          timestamptz                   -- null on a row that is not the newest: it was killed
);
create index uptime_beat on uptime (beat_at);
