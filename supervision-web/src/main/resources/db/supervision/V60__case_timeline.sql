-- The timeline as it is read: the entries of the case, and alerts, which keep their own rows and steps. A row of an alert has a negative
-- entry_id: its number doubled, one less for its resolution. A withdrawn alert counts as corrected. Both of a pair have the alert.
create view case_timeline as
select e.entry_id, e.person_id, e.kind, e.arguments, e.link, e.happened_at, e.recorded_at, e.recorded_by, e.corrects_entry_id,
       exists (select from case_entry c where c.corrects_entry_id = e.entry_id) as corrected
  from case_entry e
union all
select -2 * a.alert_id, a.person_id, 'alerts.log.opened', jsonb_build_array(jsonb_build_array('word', 'alerts.kind.' || a.kind)),
       '/?alert=' || a.alert_id, a.started_at, a.opened_at, null::bigint, null::bigint, a.withdrawn_at is not null
  from alert a where a.person_id is not null
union all
select -2 * a.alert_id - 1, a.person_id, 'alerts.log.resolved',
       jsonb_build_array(jsonb_build_array('word', 'alerts.kind.' || a.kind), jsonb_build_array('word', 'alerts.outcome.' || a.outcome)),
       '/?alert=' || a.alert_id, a.resolved_at, a.resolved_at, a.resolved_by, null::bigint, false
  from alert a where a.state = 'RESOLVED' and a.person_id is not null
union all
select -2 * a.alert_id, a.other_person_id, 'alerts.log.opened', jsonb_build_array(jsonb_build_array('word', 'alerts.kind.' || a.kind)),
       '/?alert=' || a.alert_id, a.started_at, a.opened_at, null::bigint, null::bigint, a.withdrawn_at is not null
  from alert a where a.other_person_id is not null
union all
select -2 * a.alert_id - 1, a.other_person_id, 'alerts.log.resolved',
       jsonb_build_array(jsonb_build_array('word', 'alerts.kind.' || a.kind), jsonb_build_array('word', 'alerts.outcome.' || a.outcome)),
       '/?alert=' || a.alert_id, a.resolved_at, a.resolved_at, a.resolved_by, null::bigint, false
  from alert a where a.state = 'RESOLVED' and a.other_person_id is not null;
create index alert_other_person on alert (other_person_id, started_at) where other_person_id is not null;
create index case_entry_corrects on case_entry (corrects_entry_id) where corrects_entry_id is not null;
