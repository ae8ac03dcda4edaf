-- The people of a word are read from the index alone, and how many they are is known well enough for a surname to be told from a name: with
-- a hundred steps a surname's people look like four.
create index person_token_person on person_token (token, person_id);
drop index person_token_prefix;
alter table person_token alter column token set statistics 2000;
-- In the order of its characters a key's beginning has an end.
alter table person alter column sort_key type text collate "C";
