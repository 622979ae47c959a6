-- Listings by people: who registered one, who holds it, what is suggested of it, and what a moderator decided.

alter table listing
  add column author_id text references person on delete set null,
  add column holder_id text references person on delete set null,
  add column creation_key text unique;
comment on column listing.author_id is 'Who registered it here; null for imports, and once the account is gone';
comment on column listing.holder_id is 'A person who holds it without an organisation; members of organization_id hold it too';
comment on column listing.creation_key is 'Hash of who registered it and their idempotency key';
create index listing_author_id_index on listing (author_id) where author_id is not null;
create index listing_holder_id_index on listing (holder_id) where holder_id is not null;

-- What was never handed in goes with its author; the rest stays, without a name.
create function remove_drafts() returns trigger language plpgsql as $$
begin
  delete from listing where author_id = old.id and status = 'DRAFT';
  return old;
end $$;
create trigger person_remove_drafts before delete on person for each row execute function remove_drafts();

create table suggestion (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  person_id text references person on delete set null,
  email text,
  language text not null,
  revision_id integer not null references revision on delete cascade,
  fields jsonb not null,
  reason text,
  created_at timestamptz(3) not null
);
comment on table suggestion is 'A change that somebody who does not hold the place would make: kept until a moderator decides';
comment on column suggestion.email is 'Of a visitor without an account, for the answer; never public';
comment on column suggestion.revision_id is 'The state that the change was made from';
comment on column suggestion.fields is 'What would be said: the keys that change, in the shape of source_record.fields';
create index suggestion_listing_id_index on suggestion (listing_id);
create index suggestion_person_id_index on suggestion (person_id);
create index suggestion_revision_id_index on suggestion (revision_id);

create type claim_method as enum ('LISTING_EMAIL', 'WEBSITE_DOMAIN', 'MODERATOR');

create table claim (
  id integer generated always as identity primary key,
  listing_id integer not null references listing on delete cascade,
  person_id text not null references person on delete cascade,
  organization_id integer references organization on delete cascade,
  method claim_method not null,
  evidence text,
  email text,
  token_hash text unique,
  language text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  proved_at timestamptz(3)
);
comment on table claim is 'That somebody runs a place';
comment on column claim.organization_id is 'For which organisation; null: for the person';
comment on column claim.email is 'Where the link was sent';
comment on column claim.token_hash is 'SHA-256 of the mailed token, hexadecimal; null once used, and where none was mailed';
create index claim_listing_id_index on claim (listing_id);
create index claim_person_id_index on claim (person_id);
create index claim_organization_id_index on claim (organization_id);

create type review_decision as enum ('APPROVED', 'ASKED', 'REJECTED');

alter table review
  add column suggestion_id integer references suggestion on delete cascade,
  add column claim_id integer references claim on delete cascade,
  add column person_id text references person on delete set null,
  add column decision review_decision,
  add column decision_reason text,
  add column decided_by text references person on delete set null;
comment on column review.person_id is 'Whose doing is looked at; null where nobody''s, and once the account is gone';
create index review_suggestion_id_index on review (suggestion_id);
create index review_claim_id_index on review (claim_id);
create index review_person_id_index on review (person_id) where person_id is not null;
create index review_open_index on review (created_at, id) where resolved_at is null;

-- One open review a subject; several people may suggest and claim.
alter table review drop constraint review_kind_listing_id_other_listing_id_source_record_id_key;
alter table review add constraint review_subject_key
  unique nulls not distinct (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id);

alter type review_kind add value 'NEW_LISTING';
alter type review_kind add value 'SUGGESTED_EDIT';
alter type review_kind add value 'PUBLISHED_EDIT';
alter type review_kind add value 'CLAIM';
