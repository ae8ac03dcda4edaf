-- How low a place may stand to set a figure. Most bind the place that sets them, so it takes a county department to set one for itself or for
-- an office below it: what an office may decide is not for the office to widen. Figures named here may be set lower down; they are about how
-- an office keeps its own lists and lessons. Others above the county may be named here too.
create table limit_level (
    limit_key           text primary key,
    lowest_level        text not null check (lowest_level in ('PROVINCE', 'CITY', 'COUNTY', 'OFFICE', 'STATION'))
);

insert into limit_level (limit_key, lowest_level) values
    ('duties.soon-days', 'OFFICE'),
    ('education.code-minutes', 'OFFICE'),
    ('resettlement.coming-days', 'OFFICE');
