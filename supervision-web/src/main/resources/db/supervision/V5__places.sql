-- Questions about places: what usual places a person has, who was near a place, who was together. Who asked, for which period and why. The
-- audit rows are written with them; these rows let the same reader look at the answer for a while without stating the purpose again.
create table place_question (
    question_id         bigint generated always as identity primary key,
    staff_id            bigint not null references staff,
    kind                text not null check (kind in ('HABITS', 'NEAR', 'MEETINGS')),
    purpose             text not null check (purpose in ('ALERT', 'DAILY_CHECK', 'LOST_CONTACT', 'CASE_REVIEW', 'OUTSIDE_REQUEST', 'OTHER')),
    reason              text not null,
    period_from         timestamptz not null,
    period_to           timestamptz not null,         -- exclusive
    person_id           bigint references person,     -- HABITS: whose
    organisation_id     bigint references organisation, -- the others: of whose people, with all below
    latitude            double precision,             -- NEAR: the place
    longitude           double precision,
    radius_m            integer,
    apart_m             integer,                      -- MEETINGS: how near
    lasts_min           integer,                      -- and how long at least
    asked_at            timestamptz not null,
    check (period_from < period_to),
    check ((kind = 'HABITS') = (person_id is not null)),
    check ((kind = 'HABITS') = (organisation_id is null)),
    check ((kind = 'NEAR') = (latitude is not null and longitude is not null and radius_m is not null)),
    check ((kind = 'MEETINGS') = (apart_m is not null and lasts_min is not null))
);
create index place_question_person on place_question (person_id, asked_at);

-- Whose positions an answer has shown: each person is put on record once a question.
create table place_question_shown (
    question_id         bigint not null references place_question,
    person_id           bigint not null references person,
    primary key (question_id, person_id)
);
