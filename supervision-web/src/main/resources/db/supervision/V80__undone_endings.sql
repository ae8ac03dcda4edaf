-- A step that ended a case by mistake: its notices are withdrawn or corrected, and what it ended is listed to be ordered anew.
alter table case_step add column left_at timestamptz; -- when what was ordered ended, of a step that ended a case

alter table exchange_notice drop constraint exchange_notice_state_check;
alter table exchange_notice add constraint exchange_notice_state_check check (state in
    ('WAITING', 'QUEUED', 'DELIVERED', 'REFUSED', 'BY_HAND', 'WITHDRAWN')); -- withdrawn: what it tells of was a mistake, and it never went out
