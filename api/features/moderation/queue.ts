/** The queue of a moderator, page by page. */
import { InvalidInput } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { isModerator, requireViewer } from '../accounts/policy.ts';
import type { ModerationRequest, Review, ReviewKind } from './model.ts';
import { countOpenReviews, openReviews, type QueuePage } from './store.ts';

export interface Queue {
  reviews: Review[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  count: () => Promise<number>;
}

interface QueueArguments {
  region?: string | null | undefined;
  kinds?: readonly ReviewKind[] | null | undefined;
  ids?: readonly number[] | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

export async function loadQueue(
  { database, viewer }: Pick<ModerationRequest, 'database' | 'viewer'>,
  { region, kinds, ids, first, after }: QueueArguments,
): Promise<Queue | null> {
  const moderator = requireViewer(viewer);
  if (!isModerator(moderator)) return null;
  const size = first ?? 20;
  if (size < 0 || size > 100) throw new InvalidInput('first', '0 to 100.');
  const page: QueuePage = { region, kinds, ids, after: after ? parseCursor(after) : undefined, limit: size + 1 };
  if (ids && ids.length > 100) throw new InvalidInput('ids', 'at most 100.');
  const found = await openReviews(database, moderator, page);
  const reviews = found.slice(0, size);
  const [start, end] = [reviews[0], reviews.at(-1)];
  return {
    reviews,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: start ? cursorOf(start) : null,
      endCursor: end ? cursorOf(end) : null,
    },
    count: () => countOpenReviews(database, moderator, { region, kinds, ids }),
  };
}

function cursorOf({ createdAt, id }: Review): string {
  return Buffer.from(`review ${createdAt.getTime()} ${id}`).toString('base64url');
}

function parseCursor(text: string): { createdAt: Date; id: number } {
  const [, time, id] = /^review (\d{1,15}) (\d+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (!time || !id) throw new InvalidInput('after', 'not a cursor of reviews.');
  return { createdAt: new Date(Number(time)), id: parseRowId(id) };
}
