-- The nearest town is looked for among towns only: streets and house numbers around a point are thousands.
create index place_town_position_index on place using gist (position) where kind = 'TOWN';

comment on column place.search_text is
  'normalize_text of every name between bars, then words of the context, each after a comma: |torino|turin|,piemonte,to';
