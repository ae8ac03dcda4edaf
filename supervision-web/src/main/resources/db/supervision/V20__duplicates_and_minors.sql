-- Who may be the same person is looked for by birth date.
create index person_born on person (born_on);

-- Who is treated as a minor, and why. person.minor is the standing row's value; nobody ceases to be one by age.
create table person_minor (
    fact_id             bigint generated always as identity primary key,
    person_id           bigint not null references person,
    minor               boolean not null,
    reason              text not null default '',     -- empty: reckoned from the birth date and the day of the decision or term
    recorded_at         timestamptz not null default now(),
    recorded_by         bigint not null,
    superseded_at       timestamptz
);
create unique index person_minor_now on person_minor (person_id) where superseded_at is null;

-- A file is found by the last characters of the identity number too; such a token is written backwards behind a mark no word begins with.
insert into person_token (person_id, origin, token)
select person_id, 'PERSON', '#' || lower(reverse(identity_number)) from person where identity_number is not null
on conflict do nothing;

insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('people.minor-age', 'COUNT', 18, '2020-07-01', '《未成年人保护法》第二条；《社区矫正法》第五十二条、第五十八条', true);
