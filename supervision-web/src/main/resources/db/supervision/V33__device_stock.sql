-- Where a device is in its life, as a fact with valid and recorded time.
create table device_state (
    fact_id             bigint generated always as identity primary key,
    device_id           bigint not null references device_holding,
    state               text   not null check (state in ('RECEIVED', 'IN_STOCK', 'FITTED', 'REMOVED', 'IN_REPAIR', 'LOST', 'RETIRED')),
    note                text   not null default '',
    valid_from          timestamptz not null,
    valid_to            timestamptz,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz,
    check (valid_to is null or valid_from < valid_to)
);
create unique index device_state_now on device_state (device_id) where superseded_at is null and valid_to is null;
create index device_state_device on device_state (device_id, valid_from);
insert into device_state (device_id, state, valid_from, recorded_by)
select h.device_id, case when h.retired_at is not null then 'RETIRED' when w.device_id is not null then 'FITTED' else 'IN_STOCK' end,
       coalesce(h.retired_at, w.valid_from, h.recorded_at), h.recorded_by
  from device_holding h
  left join wearing w on w.device_id = h.device_id and w.superseded_at is null and w.valid_to is null;

-- Who handed a device to whom.
create table device_transfer (
    transfer_id         bigint generated always as identity primary key,
    device_id           bigint not null references device_holding,
    from_organisation_id bigint not null references organisation,
    to_organisation_id  bigint not null references organisation,
    note                text   not null default '',
    transferred_at      timestamptz not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null references staff
);
create index device_transfer_device on device_transfer (device_id, transferred_at desc);

-- One wearing is one activation, however often its row is corrected or ended.
create sequence activation_id_seq;
alter table wearing add column activation_id bigint;
update wearing w set activation_id = n.id
  from (select device_id, person_id, valid_from, nextval('activation_id_seq') as id
          from (select distinct device_id, person_id, valid_from from wearing) one) n
 where n.device_id = w.device_id and n.person_id = w.person_id and n.valid_from = w.valid_from;
alter table wearing alter column activation_id set default nextval('activation_id_seq');
alter table wearing alter column activation_id set not null;
create index wearing_activation on wearing (activation_id);

-- What was seen when a bracelet was put on: by hand, or in what the device said..
create table fitting_item (
    entry_id            bigint generated always as identity primary key,
    activation_id       bigint not null,
    item                text   not null check (item in ('STRAP_CLOSED', 'FIRST_FIX', 'TEST_ALARM')),
    seen_at             timestamptz not null,
    by_hand             boolean not null,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint references staff,
    check (by_hand = (recorded_by is not null))
);
create unique index fitting_item_once on fitting_item (activation_id, item);

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('devices.fitting-hours-max', 'HOURS', 24, '2020-07-01', '本系统默认：手环佩戴后几小时内完成佩戴检查（合带、首次定位、测试告警）', false);
