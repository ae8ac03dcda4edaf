-- The duty that a notice discharges: once its recipient's receipt is here, or it went out on paper, the duty is met and the notice is the proof.
alter table exchange_notice add column duty_kind text not null default '';
alter table exchange_notice add column duty_ref text not null default '';
