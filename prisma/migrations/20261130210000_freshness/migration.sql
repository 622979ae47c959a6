-- Whether what is said of a place still holds: who was asked, what they answered, and whether its website answers.

create type freshness_answer as enum ('STILL_TRUE', 'CHANGED', 'CLOSED');

create table freshness_question (
  listing_id integer primary key references listing on delete cascade,
  asked_at timestamptz(3) not null,
  answer freshness_answer,
  answered_at timestamptz(3),
  check ((answer is null) = (answered_at is null))
);
comment on table freshness_question is 'The last time that those who run a place were asked';
create index freshness_question_asked_at_index on freshness_question (asked_at);

create table website_check (
  listing_id integer primary key references listing on delete cascade,
  website text not null,
  host text not null,
  with_get boolean not null default false,
  checked_at timestamptz(3),
  failures integer not null default 0,
  failing_since timestamptz(3),
  next_at timestamptz(3) not null
);
comment on column website_check.website is 'The address that was looked at; another one begins anew';
comment on column website_check.with_get is 'Whether the next request is a GET: the server did not like HEAD';
comment on column website_check.failures is 'Looks in a row that found nothing there';
create index website_check_next_at_index on website_check (next_at);

create table website_host (
  host text primary key,
  asked_at timestamptz(3) not null,
  robots text,
  robots_at timestamptz(3)
);
comment on table website_host is 'Whom the checker asks: when last, and what its robots.txt says (empty: nothing)';
