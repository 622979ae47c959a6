-- People: who signs in, with what, and what they may do; organisations' members; the log of privileged acts.

-- ---------------------------------------------------------------------------------------------------------------------
-- Sign-in. Rows are written by better-auth; ids are its random strings.

create table person (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text not null default 'en',
  two_factor_enabled boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
comment on column person.language is 'BCP 47 language in which this person is written to';

create table session (
  id text primary key,
  person_id text not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  second_factor_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
comment on column session.ip_address is 'Always null: better-auth wants the column, we do not keep addresses';
comment on column session.second_factor_at is 'When this session proved a second factor; null: it did not';
create index session_person_id_index on session (person_id);
create index session_expires_at_index on session (expires_at);

create table credential (
  id text primary key,
  person_id text not null references person on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (provider_id, account_id)
);
comment on table credential is 'A password (provider_id credential), or an account with an OpenID Connect provider';
create index credential_person_id_index on credential (person_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
comment on column verification.identifier is 'Hash of what was mailed or set as a cookie';
create index verification_identifier_index on verification (identifier);
create index verification_expires_at_index on verification (expires_at);

create table two_factor (
  id text primary key,
  person_id text not null references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz(3)
);
create index two_factor_person_id_index on two_factor (person_id);

create table passkey (
  id text primary key,
  person_id text not null references person on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz(3) default now()
);
create index passkey_person_id_index on passkey (person_id);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
comment on column rate_limit.last_request is 'Milliseconds since 1970';

-- ---------------------------------------------------------------------------------------------------------------------
-- Roles beyond being a member

create type staff_role as enum ('MODERATOR', 'ADMINISTRATOR');

create table role_grant (
  id integer generated always as identity primary key,
  person_id text not null references person on delete cascade,
  role staff_role not null,
  region_code text,
  granted_at timestamptz(3) not null default now(),
  check ((role = 'MODERATOR') = (region_code is not null)),
  unique nulls not distinct (person_id, role, region_code)
);
comment on column role_grant.region_code is 'A moderator''s region. No foreign key: boundaries may be loaded anew';

-- ---------------------------------------------------------------------------------------------------------------------
-- Members of organisations

alter table organization add column creation_key text unique;
comment on column organization.creation_key is 'Hash of who created it and their idempotency key: the same request again creates nothing';

create type organization_role as enum ('OWNER', 'EDITOR');

create table organization_member (
  organization_id integer not null references organization on delete cascade,
  person_id text not null references person on delete cascade,
  role organization_role not null,
  joined_at timestamptz(3) not null default now(),
  primary key (organization_id, person_id)
);
create index organization_member_person_id_index on organization_member (person_id);

create table organization_invitation (
  id integer generated always as identity primary key,
  organization_id integer not null references organization on delete cascade,
  email text not null check (email = lower(email)),
  role organization_role not null,
  token_hash text not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  unique (organization_id, email)
);
comment on column organization_invitation.token_hash is 'SHA-256 of the mailed token, hexadecimal; the row goes when it is used';

-- ---------------------------------------------------------------------------------------------------------------------
-- The log of privileged acts: rows are added and never change, whoever is connected.

create table audit_entry (
  id integer generated always as identity primary key,
  at timestamptz(3) not null,
  actor_id text,
  act text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
comment on column audit_entry.actor_id is 'Id of a person, who may be gone since; null: an operator at the command line';
comment on column audit_entry.subject is 'Type and id of what it was done to, such as Organization:12';
create index audit_entry_subject_index on audit_entry (subject);
create index audit_entry_actor_id_index on audit_entry (actor_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added only: they neither change nor go.', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();
