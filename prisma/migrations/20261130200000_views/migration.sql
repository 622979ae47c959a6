-- How often a place was looked at: a number a day, and nothing of who looked.

create table listing_views (
  listing_id integer not null references listing on delete cascade,
  day date not null,
  count integer not null,
  primary key (listing_id, day)
);
comment on column listing_views.day is 'In UTC';
