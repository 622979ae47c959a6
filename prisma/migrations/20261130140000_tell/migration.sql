-- What people tell us: that something about a place is wrong, and what they looked for in vain.

create type report_problem as enum ('CLOSED', 'MOVED', 'WRONG_HOURS', 'WRONG_CONTACT', 'NOT_WHAT_IT_SAYS', 'OTHER');

create table report (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  problem report_problem not null,
  words text,
  email text,
  language text not null,
  created_at timestamptz(3) not null
);
comment on column report.email is 'For an answer, never public';
create index report_listing_id_index on report (listing_id);

create table need (
  id integer generated always as identity primary key,
  looked_for text,
  actions text[] not null default '{}',
  objects text[] not null default '{}',
  categories text[] not null default '{}',
  position geography(Point, 4326) not null,
  radius_meters integer,
  place_name text,
  words text,
  email text,
  language text not null,
  created_at timestamptz(3) not null
);
comment on column need.email is 'For an answer, never public';
create index need_position_index on need using gist (position);

-- One open review a listing, however many report it.
alter type review_kind add value 'REPORT';
