-- A sensitive period may ask that phones with a plan be located more closely for exactly its days: in more hours, at random points of each day,
-- or both. No plan is rewritten: admission is handed another basis beside the plan's own, known by its period.
alter table sensitive_period add column hours jsonb;                 -- as telemetry.basis.hours; null: plans stay as they are
alter table sensitive_period add column followed_at timestamptz;     -- when all who have a plan were gone through
alter table basis_cover add column period_id bigint references sensitive_period;
create index basis_cover_period on basis_cover (period_id, valid_to) where period_id is not null;
create index assignment_recorded on assignment (recorded_at);
