-- Moderation: why something was refused or removed, what was said against it, and merges that can be undone.

create type statement_act as enum ('REFUSED', 'REMOVED', 'REVERTED');
create type statement_ground as enum ('LAW', 'RULES');

create table statement (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  person_id text references person on delete set null,
  act statement_act not null,
  ground statement_ground not null,
  facts text not null,
  created_at timestamptz(3) not null,
  appealed_at timestamptz(3),
  appeal_words text,
  appeal_decided_at timestamptz(3),
  appeal_granted boolean,
  appeal_reason text
);
comment on table statement is 'Statement of reasons for a decision against what somebody contributed (Digital Services Act, article 17)';
comment on column statement.person_id is 'Whose contribution it was; they may appeal';
create index statement_listing_id_index on statement (listing_id);
create index statement_person_id_index on statement (person_id);

create table listing_merge (
  id integer generated always as identity primary key,
  loser_id integer not null references listing on delete cascade,
  winner_id integer not null references listing on delete cascade,
  moved_record_ids integer[] not null,
  took_holder boolean not null,
  at timestamptz(3) not null,
  undone_at timestamptz(3)
);
comment on column listing_merge.moved_record_ids is 'Source records that spoke of the loser and speak of the winner since';
comment on column listing_merge.took_holder is 'Whether nobody held the winner, so that who held the loser holds it';
create index listing_merge_loser_id_index on listing_merge (loser_id);
create index listing_merge_winner_id_index on listing_merge (winner_id);

alter table review add column statement_id integer references statement on delete cascade;
create index review_statement_id_index on review (statement_id);
alter table review drop constraint review_subject_key;
alter table review add constraint review_subject_key unique nulls not distinct
  (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id);
alter type review_kind add value 'APPEAL';

alter table claim add column objection text;
comment on column claim.objection is 'What whoever holds the place says against it';

-- What somebody without an account sent, until the mailed link confirms it.
create table unconfirmed (
  id integer generated always as identity primary key,
  token_hash text not null unique,
  email text not null,
  language text not null,
  listing_id integer references listing on delete cascade,
  fields jsonb not null,
  reason text,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
comment on column unconfirmed.listing_id is 'What it is about; null: a place that is missing';
create index unconfirmed_listing_id_index on unconfirmed (listing_id);
create index unconfirmed_expires_at_index on unconfirmed (expires_at);

alter table listing add column author_email text, add column author_language text;
comment on column listing.author_email is 'Of somebody without an account who sent it in, until it is decided; never public';

alter table source_record add column yields boolean not null default false;
comment on column source_record.yields is 'True where it came with a merged listing: it speaks where nobody else does';
