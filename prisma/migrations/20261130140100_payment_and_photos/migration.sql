-- How a place takes money, and where its photographs can be seen.

alter table listing add column payment text[] not null default '{}', add column photos_page text;
comment on column listing.payment is 'CASH, CARDS, CONTACTLESS; empty where nobody said';

-- The view's columns are those that the table had when it was made.
create or replace view public_listing as
  select * from listing where status in ('PUBLISHED', 'TEMPORARILY_CLOSED');
