-- When within a phone's plan its positions may be kept; null: at all times. {"weekly": {"timezone", "windows": [{"days", "from", "to"}]},
-- "points": {"seed", "perDay", "from", "to", "timezone", "minutesAround"}}. Outside of it reports are of the device's health alone.
alter table basis add column hours jsonb;
alter table basis add constraint basis_hours check (hours is null or kind = 'PHONE_PLAN');
