-- Who sent something without an account may appeal too: where to answer them, until they are answered.
alter table statement add appeal_email text, add appeal_language text;
comment on column statement.appeal_email is 'Of an appeal without an account; forgotten with the answer';
