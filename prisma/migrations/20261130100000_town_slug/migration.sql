-- Towns have pages, and a page needs a name in its address.
alter table place add column slug text generated always as (
  case when kind = 'TOWN' then trim('-' from regexp_replace(normalize_text(name), '[^a-z0-9]+', '-', 'g')) end
) stored;
comment on column place.slug is
  'A town''s name in addresses; of a country''s namesakes the largest has it alone, the others add their source_id';
create index place_slug_index on place (country, slug, population desc, id) where slug is not null;
