/** The queue of a moderator, page by page. */
import { InvalidInput } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { normalizeText } from '../../platform/text.ts';
import { isModerator, requireViewer } from '../accounts/policy.ts';
import type { ModerationRequest, Review, ReviewKind } from './model.ts';
import { countReviews, findReviews, type QueueFilter } from './store.ts';

export interface Queue {
  reviews: Review[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  count: () => Promise<number>;
}

interface QueueArguments {
  region?: string | null | undefined;
  kinds?: readonly ReviewKind[] | null | undefined;
  source?: string | null | undefined;
  text?: string | null | undefined;
  ageDays?: number | null | undefined;
  decided?: boolean | null | undefined;
  ids?: readonly number[] | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const longestText = 200;
const longestAgeDays = 3650;

export async function loadQueue(
  { database, viewer, now }: Pick<ModerationRequest, 'database' | 'viewer' | 'now'>,
  { region, kinds, source, text, ageDays, decided, ids, first, after }: QueueArguments,
): Promise<Queue | null> {
  const moderator = requireViewer(viewer);
  if (!isModerator(moderator)) return null;
  const size = first ?? 20;
  if (size < 0 || size > 100) throw new InvalidInput('first', '0 to 100.');
  if (ids && ids.length > 100) throw new InvalidInput('ids', 'at most 100.');
  if (text && text.length > longestText) throw new InvalidInput('text', `at most ${longestText} characters.`);
  if (ageDays && (ageDays < 0 || ageDays > longestAgeDays))
    throw new InvalidInput('ageDays', `0 to ${longestAgeDays}.`);
  const filter: QueueFilter = {
    region,
    kinds,
    source,
    words: normalizeText((text ?? '').replaceAll('\0', ' '))
      .split(' ')
      .filter(Boolean),
    openedBy: ageDays ? new Date(now.getTime() - ageDays * 86_400_000) : undefined,
    decided: decided ?? false,
    ids,
  };
  const page = { ...filter, after: after ? parseCursor(after) : undefined, limit: size + 1 };
  const found = await findReviews(database, moderator, page);
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
    count: () => countReviews(database, moderator, filter),
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
