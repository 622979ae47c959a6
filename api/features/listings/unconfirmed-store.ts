/** Every statement of what is sent without an account. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';
import type { FieldChanges } from './write-model.ts';

export interface Unconfirmed {
  email: string;
  language: Language;
  /** Null: a place that is missing. */
  listingId: number | null;
  fields: FieldChanges;
  reason: string | null;
  expiresAt: Date;
}

export async function insertUnconfirmed(
  transaction: Queryable,
  sent: Unconfirmed & { tokenHash: string; at: Date },
): Promise<void> {
  const { tokenHash, email, language, listingId, fields, reason, at, expiresAt } = sent;
  await transaction.query(sql`/* listings.insertUnconfirmed */
    with gone as (delete from unconfirmed where expires_at <= ${at})
    insert into unconfirmed (token_hash, email, language, listing_id, fields, reason, created_at, expires_at)
    values (${tokenHash}, ${email}, ${language}, ${listingId}, ${JSON.stringify(fields)}::jsonb, ${reason}, ${at},
      ${expiresAt})`);
}

/** How many letters this address was sent within a day and has not used. */
export async function countToday(queryable: Queryable, email: string, at: Date): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(sql`/* listings.countUnconfirmed */
    select count(*) from unconfirmed where email = ${email} and created_at > ${at}::timestamptz - interval '1 day'`);
  return row?.count ?? 0;
}

/** A link is used once. */
export async function takeUnconfirmed(transaction: Queryable, tokenHash: string): Promise<Unconfirmed | undefined> {
  const [row] = await transaction.query<Unconfirmed>(sql`/* listings.takeUnconfirmed */
    delete from unconfirmed where token_hash = ${tokenHash}
    returning email, language, listing_id as "listingId", fields, reason, expires_at as "expiresAt"`);
  return row;
}

/** For the moderator's answer; it goes with it. */
export async function setAuthorAddress(transaction: Queryable, id: number, email: string, language: Language) {
  await transaction.query(sql`/* listings.setAuthorAddress */
    update listing set author_email = ${email}, author_language = ${language} where id = ${id}`);
}
