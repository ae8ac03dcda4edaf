-- Alerts about two people and about places of a group.

alter table alert add column other_person_id bigint;  -- the second of a pair; null: about one person alone
alter table alert add column place_name text;         -- of the place of a group that the newest finding is about
alter table alert_finding add column place_name text;
