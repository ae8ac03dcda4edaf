-- Files of people that were uploaded to be tried and entered. The content is kept only until it was entered, or for a day.
create table roster_import (
    import_id           bigint generated always as identity primary key,
    staff_id            bigint not null references staff,   -- who uploaded it and alone sees it
    digest              text not null,                      -- SHA-256 of the content
    content             bytea,
    uploaded_at         timestamptz not null default now(),
    applied_at          timestamptz,
    entered             integer,                            -- people put on the books
    skipped             integer                             -- rows left out: bad, known already or alike
);
create index roster_import_staff on roster_import (staff_id, uploaded_at desc);
