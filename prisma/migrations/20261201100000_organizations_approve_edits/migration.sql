-- Organisations that decide themselves on what others would change of their places.

alter table organization add column approves_edits boolean not null default false;
comment on column organization.approves_edits is 'Whether its members, beside moderators, decide on suggested changes of its places';
