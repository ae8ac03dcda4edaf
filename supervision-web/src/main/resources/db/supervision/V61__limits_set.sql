-- Who took a figure or a day out of force, and why one was corrected for days that are past.
alter table limit_value add column reason text not null default '';
alter table limit_value add column superseded_by bigint references staff;
alter table holiday add column superseded_by bigint references staff;
