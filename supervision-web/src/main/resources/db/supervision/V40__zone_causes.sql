-- What an approval (leave, travel, a place) did to a person's zones, so that it can be taken back exactly: a pause of an ordered zone, or a
-- zone that is ordered for the approval alone.
create table zone_cause (
    zone_cause_id       bigint generated always as identity primary key,
    cause               text   not null,              -- <feature>:<its row>, e.g. leave:12
    person_id           bigint not null references person,
    zone_id             bigint not null references zone,
    paused_from         timestamp,                    -- by the wall clock of the zone's hours; null: the zone was ordered for this
    paused_to           timestamp,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    undone_at           timestamptz,                  -- taken back for the rest
    undone_by           bigint,
    check ((paused_from is null) = (paused_to is null))
);
create index zone_cause_cause on zone_cause (cause) where undone_at is null;
create index zone_cause_zone on zone_cause (zone_id);
