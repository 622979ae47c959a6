/** Where a page begins or ends: the order's key and the id of its outermost listing, in base64url JSON. */
import { z } from 'zod';
import { InvalidInput } from '../../platform/errors.ts';
import type { ListingOrder } from './model.ts';

export interface Cursor {
  order: ListingOrder;
  /** Metres, negative score, sort name or ISO 8601 instant. */
  key: number | string;
  id: number;
}

const id = z.int().min(1).max(2_147_483_647);
const keys: Record<ListingOrder, z.ZodType<number | string>> = {
  DISTANCE: z.number().min(0).max(1e8),
  RELEVANCE: z.number().min(-100).max(0),
  NAME: z.string().regex(/^[^\0]*$/),
  UPDATED: z.iso.datetime(),
};

export function encodeCursor({ order, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/** Throws InvalidInput naming the argument for garbage and for a cursor of another order. */
export function decodeCursor(text: string, order: ListingOrder, argument: string): Cursor {
  const parsed = z.tuple([z.literal(order), keys[order], id]).safeParse(parseJson(text));
  if (!parsed.success) throw new InvalidInput(argument, `not a cursor that a search in the order ${order} gave.`);
  const [, key, listingId] = parsed.data;
  return { order, key, id: listingId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
