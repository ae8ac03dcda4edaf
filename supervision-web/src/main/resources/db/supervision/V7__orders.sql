-- What a zone can order beyond its area and hours: a dwell, a band that warns, a group of places; and who keeps which group of places.
-- zone_revision.schedule may now hold "dates" and "pauses" too, and no "weekly": at all hours but for these. An area of alternative places
-- is a GeometryCollection with "lengthsM"; that of a group of places has no geometry.

-- Who keeps a group. Its name, places and versions are telemetry's; whoever is above, below or at the organisation may name it in an order,
-- and the organisation and those above it may change it.
create table place_group (
    group_id            bigint primary key,           -- telemetry.place_group
    organisation_id     bigint not null references organisation,
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null
);
create index place_group_organisation on place_group (organisation_id);

-- A file of places that was looked through and waits for the word to apply it. Old ones are dropped whenever one comes in.
create table place_upload (
    upload_id           bigint generated always as identity primary key,
    group_id            bigint not null references place_group,
    version             bigint not null,              -- of the group when it was looked through
    valid_from          timestamptz,                  -- from when; null: from when it is applied
    content             bytea not null,               -- a GeoJSON FeatureCollection
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null
);

alter table zone_revision add column dwell_s integer check (dwell_s > 0);             -- mandatory attendance; null: all the time
alter table zone_revision add column approach_m double precision check (approach_m > 0); -- a band around it that warns
alter table zone_revision add column place_group_id bigint references place_group;    -- in place of a drawn area
alter table zone_revision add constraint zone_revision_terms check (
    (kind = 'STAY_IN' or dwell_s is null) and (kind = 'KEEP_OUT' or (approach_m is null and place_group_id is null)));
