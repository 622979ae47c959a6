-- The foundation: words of the field, regions and gazetteer, sources and what they say, listings and their history,
-- opening hours as ranges, and the pyramid of counts that answers map tiles.

create extension if not exists postgis;
create extension if not exists pg_trgm;

-- ---------------------------------------------------------------------------------------------------------------------
-- Text

-- Lower-case, accent-free, Latin, words parted by one space: the twin of normalizeText in api/platform/text.ts.
-- Written without lower() and character classes, whose answer depends on the database's locale.
create function normalize_text(input text) returns text
language sql immutable strict parallel safe as $$
  select trim(' ' from regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(input, NFKD), '[\u0300-\u036f]', '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ' || 'øØłŁđĐðÐħĦı' || 'абвгдезиклмнопрстуфхъыьэ' || 'АБВГДЕЗИКЛМНОПРСТУФХЪЫЬЭ' || 'ÆŒÞЖЦЧШЩЮЯ',
        'abcdefghijklmnopqrstuvwxyz' || 'oollddddhhi' || 'abvgdeziklmnoprstufhayye' || 'abvgdeziklmnoprstufhayye' || 'æœþжцчшщюя'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sht'), 'ю', 'yu'), 'я', 'ya'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000]+', ' ', 'g'));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Words of the field: loaded from api/features/taxonomy/data.ts, open to an operator's additions.

create table category_group (
  slug text primary key,
  labels jsonb not null,
  icon text not null,
  sort smallint not null
);

create table category (
  slug text primary key,
  group_slug text not null references category_group,
  labels jsonb not null,
  synonyms jsonb not null default '{}',
  icon text not null,
  rank smallint not null check (rank between 1 and 3),
  typical_offers jsonb not null default '[]',
  off_by_default boolean not null default false,
  sort smallint not null
);
create index category_group_slug_index on category (group_slug);

create table action (
  code text primary key,
  direction text not null check (direction in ('LOOK_FOR', 'HAVE')),
  group_slug text not null references category_group,
  labels jsonb not null,
  synonyms jsonb not null default '{}',
  icon text not null,
  sort smallint not null
);

create table object_type (
  slug text primary key,
  parent_slug text references object_type,
  labels jsonb not null,
  synonyms jsonb not null default '{}',
  icon text not null,
  open_repair text,
  sort smallint not null
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Regions (boundaries) and places (gazetteer)

create table region (
  code text primary key,
  level smallint not null,
  parent_code text references region,
  name text not null,
  names jsonb not null default '{}',
  country text not null,
  population integer,
  area_km2 double precision,
  boundary geography(MultiPolygon, 4326) not null,
  source text not null,
  licence text not null
);
comment on column region.level is '0 country, 1 region (NUTS 2), 2 province (NUTS 3), 3 municipality (LAU)';
create index region_boundary_index on region using gist (boundary);
create index region_parent_code_index on region (parent_code);

create type place_kind as enum ('COUNTRY', 'REGION', 'TOWN', 'STREET', 'ADDRESS');

create table place (
  id integer generated always as identity primary key,
  kind place_kind not null,
  name text not null,
  names jsonb not null default '{}',
  context text,
  country text not null,
  postcodes text[] not null default '{}',
  population integer not null default 0,
  position geography(Point, 4326) not null,
  search_text text not null,
  source text not null,
  source_id text not null,
  licence text not null,
  unique (source, source_id)
);
comment on column place.context is 'What tells it from its namesakes: the region or the town it lies in';
comment on column place.search_text is 'normalize_text of every name, each form between bars: |turin|torino|';
create index place_position_index on place using gist (position);
create index place_search_text_index on place using gin (search_text gin_trgm_ops);

-- ---------------------------------------------------------------------------------------------------------------------
-- Organisations

create type organization_class as enum (
  'PUBLIC_BODY', 'FINANCE_AND_PHILANTHROPY', 'SKILLS_AND_FACILITIES', 'THIRD_SECTOR_AND_CULTURE',
  'RESEARCH_AND_INNOVATION', 'INCUBATOR', 'PRIVATE');

create table organization (
  id integer generated always as identity primary key,
  slug text not null unique,
  name text not null,
  class organization_class,
  website text,
  created_at timestamptz(3) not null default now()
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Opening hours: each distinct (OSM string, time zone, country) once, expanded into ranges by a job and on write.

create table schedule (
  id integer generated always as identity primary key,
  osm text not null,
  timezone text not null,
  country text not null,
  open_ranges tstzmultirange not null default '{}',
  unknown_ranges tstzmultirange not null default '{}',
  week_open int4multirange not null default '{}',
  week_unknown int4multirange not null default '{}',
  expanded_from timestamptz(3),
  expanded_until timestamptz(3),
  unique (osm, timezone, country)
);
comment on column schedule.open_ranges is 'When it is open from expanded_from to expanded_until, holidays included';
comment on column schedule.week_open is 'A typical week for later dates: minutes from Monday 00:00 local time, 0 to 10080';
comment on column schedule.country is 'ISO 3166-1 alpha-2: whose public holidays count; empty where not known';
create index schedule_expanded_until_index on schedule (expanded_until);

create type open_state as enum ('OPEN', 'CLOSED', 'UNKNOWN');

-- Minutes from Monday 00:00 on the wall clock of a time zone.
create function minute_of_week(at timestamptz, timezone text) returns integer
language sql stable parallel safe as $$
  select ((extract(isodow from at at time zone timezone) - 1) * 1440
    + extract(hour from at at time zone timezone) * 60
    + extract(minute from at at time zone timezone))::integer
$$;

-- The state of a schedule at an instant; UNKNOWN for no schedule. One expression, so that the planner inlines it.
create function schedule_state(s schedule, at timestamptz) returns open_state
language sql stable parallel safe as $$
  select case
    when (s).expanded_until is null then 'UNKNOWN'
    when at >= (s).expanded_from and at < (s).expanded_until then
      case when (s).open_ranges @> at then 'OPEN' when (s).unknown_ranges @> at then 'UNKNOWN' else 'CLOSED' end
    when (s).week_open @> minute_of_week(at, (s).timezone) then 'OPEN'
    when (s).week_unknown @> minute_of_week(at, (s).timezone) then 'UNKNOWN'
    else 'CLOSED'
  end::open_state
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Listings

create type listing_status as enum (
  'DRAFT', 'PENDING', 'PUBLISHED', 'TEMPORARILY_CLOSED', 'CLOSED', 'ARCHIVED', 'REJECTED', 'MERGED');
create type service_kind as enum ('PLACE', 'MOBILE', 'ONLINE');
create type wheelchair_access as enum ('YES', 'LIMITED', 'NO', 'DESIGNATED', 'UNKNOWN');
create type price_kind as enum ('FREE', 'DONATION', 'PAID', 'DEPOSIT', 'MEMBERSHIP');

-- What is displayed: coalesced on write, field by field, from source_record.fields by rank.
create table listing (
  id integer generated always as identity primary key,
  slug text not null unique,
  status listing_status not null,
  merged_into_id integer references listing,
  name text not null,
  categories text[] not null check (cardinality(categories) > 0),
  description jsonb not null default '{}',
  service_kind service_kind not null default 'PLACE',
  position geography(Point, 4326) not null,
  position_approximate boolean not null default false,
  street text,
  house_number text,
  postcode text,
  city text,
  country text,
  region_codes text[] not null default '{}',
  service_radius_meters integer,
  schedule_id integer references schedule,
  opening_hours_note text,
  by_appointment boolean,
  phone text,
  email text,
  website text,
  social jsonb not null default '{}',
  languages text[] not null default '{}',
  wheelchair wheelchair_access not null default 'UNKNOWN',
  access_notes jsonb not null default '{}',
  labels text[] not null default '{}',
  organization_id integer references organization,
  sources text[] not null default '{}',
  verified_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  category text not null generated always as (categories[1]) stored references category,
  lon double precision not null generated always as (st_x(position::geometry)) stored,
  lat double precision not null generated always as (st_y(position::geometry)) stored,
  world_x integer not null generated always as (
    least(1073741823, floor((st_x(position::geometry) + 180) / 360 * 1073741824))::integer) stored,
  world_y integer not null generated always as (
    greatest(0, least(1073741823, floor((0.5 - ln(tan(pi() / 4 + radians(
      greatest(-85.05112877980659, least(85.05112877980659, st_y(position::geometry)))) / 2)) / (2 * pi())) * 1073741824)
    ))::integer) stored,
  name_sort text collate "C" not null generated always as (normalize_text(name)) stored,
  search_text text not null generated always as (normalize_text(
    name || ' ' || coalesce(street, '') || ' ' || coalesce(house_number, '') || ' ' ||
    coalesce(postcode, '') || ' ' || coalesce(city, ''))) stored
);
comment on column listing.categories is 'The main category first';
comment on column listing.world_x is 'Web Mercator, from the west, in 2^30 parts of the world';
comment on column listing.world_y is 'Web Mercator, from the north, in 2^30 parts of the world';
comment on column listing.sources is 'Slugs of the sources that speak of it';
comment on column listing.region_codes is 'Every region that contains it, the country first';

create view public_listing as
  select * from listing where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
comment on view public_listing is 'The one rule of what is public: every public door reads listings through it';

create index listing_position_index on listing using gist (position)
  where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
create index listing_point_index on listing using gist ((position::geometry))
  where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
create index listing_name_sort_id_index on listing (name_sort, id)
  where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
create index listing_updated_at_id_index on listing (updated_at desc, id desc)
  where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
create index listing_search_text_index on listing using gin (search_text gin_trgm_ops);
create index listing_categories_index on listing using gin (categories);
create index listing_region_codes_index on listing using gin (region_codes);
create index listing_schedule_id_index on listing (schedule_id);
create index listing_organization_id_index on listing (organization_id);

create table offer (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  sort smallint not null,
  action text not null references action,
  objects text[] not null default '{}',
  price_kind price_kind,
  amount_min numeric(12, 2),
  amount_max numeric(12, 2),
  currency text,
  loan_days integer,
  max_items integer,
  deposit_amount numeric(12, 2),
  at_home boolean not null default false,
  note jsonb not null default '{}',
  inferred boolean not null default false
);
comment on column offer.inferred is 'True where no source said so: what places of the category offer as a rule';
comment on column offer.price_kind is 'Null where nobody said';
create index offer_listing_id_index on offer (listing_id, sort);

-- ---------------------------------------------------------------------------------------------------------------------
-- Who says what

create type source_kind as enum (
  'OSM', 'OVERPASS', 'GEOJSON', 'CSV', 'OGC_FEATURES', 'OPENFAIRDB', 'RICIRCOLO', 'SEED',
  'OWNER', 'MODERATOR', 'CITIZEN');

create table source (
  slug text primary key,
  kind source_kind not null,
  name text not null,
  url text,
  licence text,
  attribution text,
  rank smallint not null,
  open boolean not null
);
comment on column source.rank is 'Lower speaks first: moderator 0, owner 10, citizen 20, imports 50 and more';
comment on column source.licence is 'SPDX id; null where nobody stated one';
comment on column source.open is 'False: never exported';

create table import_run (
  id integer generated always as identity primary key,
  source_slug text not null references source,
  dataset text not null,
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  counts jsonb not null default '{}'
);
comment on column import_run.dataset is 'What part of the source was read: a record is missed only within its own dataset';
create index import_run_source_slug_index on import_run (source_slug, dataset);

create table source_record (
  id integer generated always as identity primary key,
  source_slug text not null references source,
  record_id text not null,
  listing_id integer not null references listing on delete cascade,
  dataset text not null,
  url text,
  licence text,
  attribution text,
  fetched_at timestamptz(3) not null,
  import_run_id integer references import_run,
  vanished_at timestamptz(3),
  fields jsonb not null,
  payload jsonb not null default '{}',
  unique (source_slug, record_id)
);
comment on column source_record.fields is 'What the source says, in our words: one key a field of the listing';
comment on column source_record.payload is 'What the source said, in its own words';
comment on column source_record.import_run_id is 'The last import that met it';
create index source_record_listing_id_index on source_record (listing_id);
create index source_record_dataset_index on source_record (source_slug, dataset, import_run_id);

-- The coalesced fields of a listing and, for each, the source record that said so.
create table listing_document (
  listing_id integer primary key references listing on delete cascade,
  fields jsonb not null,
  provenance jsonb not null
);

create type revision_kind as enum ('CREATED', 'UPDATED', 'STATUS_CHANGED', 'MERGED', 'REVERTED');
create type actor_role as enum ('IMPORT', 'OWNER', 'MODERATOR', 'CITIZEN', 'SYSTEM');

create table revision (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  kind revision_kind not null,
  actor_role actor_role not null,
  source_slug text references source,
  reason text,
  changed_fields text[] not null default '{}',
  state jsonb not null,
  valid_during tstzrange not null
);
comment on column revision.state is 'slug, status, region_codes, sources, created_at, updated_at and fields as they were';
create index revision_listing_id_index on revision (listing_id, id);
create index revision_valid_during_index on revision using gist (valid_during);

create type review_kind as enum ('POSSIBLE_DUPLICATE', 'VANISHED', 'SOURCE_CONFLICT');

-- What a moderator should look at.
create table review (
  id integer generated always as identity primary key,
  kind review_kind not null,
  listing_id integer not null references listing on delete cascade,
  other_listing_id integer references listing on delete cascade,
  source_record_id integer references source_record on delete cascade,
  detail jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  resolved_at timestamptz(3),
  unique nulls not distinct (kind, listing_id, other_listing_id, source_record_id)
);
create index review_other_listing_id_index on review (other_listing_id);
create index review_source_record_id_index on review (source_record_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- The pyramid: how many public listings lie in a cell, by categories, at zooms 0 to 11, eight cells a tile side.
-- Every figure is additive, so that statement triggers keep it exact; sum_id is the id itself where count is 1.

create table tile_cell (
  zoom smallint not null,
  cell_x integer not null,
  cell_y integer not null,
  category_set text not null,
  count integer not null,
  sum_x bigint not null,
  sum_y bigint not null,
  sum_id bigint not null,
  primary key (zoom, cell_x, cell_y, category_set)
);
comment on column tile_cell.category_set is 'listing.categories joined by commas, the main one first';

create type tile_change as (id integer, category_set text, world_x integer, world_y integer, sign integer);

create function tile_cell_add(changes tile_change[]) returns void language sql as $$
  with net as (
    select id, category_set, world_x, world_y, sum(sign)::integer as sign
    from unnest(changes) group by 1, 2, 3, 4 having sum(sign) <> 0
  )
  insert into tile_cell as cell (zoom, cell_x, cell_y, category_set, count, sum_x, sum_y, sum_id)
    select zoom, world_x >> (27 - zoom), world_y >> (27 - zoom), category_set,
      sum(sign), sum(sign * world_x::bigint), sum(sign * world_y::bigint), sum(sign * id::bigint)
    from net, generate_series(0, 11) zoom
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4 -- one order for every writer, so that two never wait for each other
  on conflict (zoom, cell_x, cell_y, category_set) do update set
    count = cell.count + excluded.count, sum_x = cell.sum_x + excluded.sum_x,
    sum_y = cell.sum_y + excluded.sum_y, sum_id = cell.sum_id + excluded.sum_id;
  delete from tile_cell cell using (
    select distinct zoom::smallint as zoom, world_x >> (27 - zoom) as cell_x, world_y >> (27 - zoom) as cell_y
    from unnest(changes), generate_series(0, 11) zoom where sign < 0) touched
  where cell.zoom = touched.zoom and cell.cell_x = touched.cell_x and cell.cell_y = touched.cell_y and cell.count = 0;
$$;

create function tile_cell_apply() returns trigger language plpgsql as $$
declare
  changes tile_change[] := '{}';
begin
  if tg_op in ('INSERT', 'UPDATE') then
    changes := changes || array(
      select row(id, array_to_string(categories, ','), world_x, world_y, 1)::tile_change from new_rows
      where status in ('PUBLISHED', 'TEMPORARILY_CLOSED'));
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    changes := changes || array(
      select row(id, array_to_string(categories, ','), world_x, world_y, -1)::tile_change from old_rows
      where status in ('PUBLISHED', 'TEMPORARILY_CLOSED'));
  end if;
  perform tile_cell_add(changes);
  return null;
end
$$;

create trigger listing_insert_tile_cells after insert on listing
  referencing new table as new_rows for each statement execute function tile_cell_apply();
create trigger listing_update_tile_cells after update on listing
  referencing old table as old_rows new table as new_rows for each statement execute function tile_cell_apply();
create trigger listing_delete_tile_cells after delete on listing
  referencing old table as old_rows for each statement execute function tile_cell_apply();
