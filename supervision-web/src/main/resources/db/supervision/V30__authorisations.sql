-- Who asked that a person be located by a device, on what ground and evidence, and what the head of the county department decided. An
-- authorisation is a basis that came of an approved application.
create table authorisation_application (
    application_id      bigint generated always as identity primary key,
    person_id           bigint not null references person,
    ground              text   not null check (ground in ('INJUNCTION_BREACHED', 'LEFT_WITHOUT_APPROVAL', 'REFUSED_TO_REPORT',
                                                          'PUBLIC_SECURITY_PUNISHMENT', 'REVOCATION_PROPOSED')),
    evidence            text   not null check (evidence <> ''),
    evidence_link       text   not null default '',   -- a page of this site: the alert or the sanction it rests on
    renews_basis_id     bigint references basis,
    assessment          text   not null default '',   -- of a renewal: why it is still needed
    first_day           date   not null,
    last_day            date   not null,              -- included
    state               text   not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    applied_at          timestamptz not null,
    applied_by          bigint not null references staff,
    decided_at          timestamptz,                  -- approved, refused or withdrawn
    decided_by          bigint references staff,
    document_number     text   not null default '',   -- of the decision
    decision_reason     text   not null default '',   -- of a refusal or a withdrawal
    recorded_at         timestamptz not null default now(),
    check (first_day <= last_day),
    check (renews_basis_id is null or assessment <> ''),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check (state not in ('APPROVED', 'REFUSED') or document_number <> '')
);
create index authorisation_application_person on authorisation_application (person_id, applied_at desc);
create index authorisation_application_waiting on authorisation_application (applied_at) where state = 'PROPOSED';

-- Authorisations entered before this have no application: their approver stands there by name alone.
alter table basis add column application_id bigint references authorisation_application;
create unique index basis_application on basis (application_id) where application_id is not null;

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('orders.authorisation-months-max', 'MONTHS', 3, '2020-07-01', '《社区矫正法》第二十九条', true),
    ('orders.ground.injunction-breached', 'YES_NO', 1, '2020-07-01', '《社区矫正法》第二十九条第一款第（一）项', true),
    ('orders.ground.left-without-approval', 'YES_NO', 1, '2020-07-01', '《社区矫正法》第二十九条第一款第（二）项', true),
    ('orders.ground.refused-to-report', 'YES_NO', 1, '2020-07-01', '《社区矫正法》第二十九条第一款第（三）项', true),
    ('orders.ground.public-security-punishment', 'YES_NO', 1, '2020-07-01', '《社区矫正法》第二十九条第一款第（四）项', true),
    ('orders.ground.revocation-proposed', 'YES_NO', 1, '2020-07-01', '《社区矫正法》第二十九条第一款第（五）项', true),
    ('orders.plan-days-max', 'DAYS', 366, '2020-07-01', '本系统默认：手机定位计划一次最长几日', false),
    ('orders.revocable-hours-max', 'HOURS', 24, '2020-07-01', '本系统默认：登记有误的依据几小时内可以撤回', false);
