/** The one place where a filter becomes SQL: GraphQL, tiles and every other door call it. */
import sql, { join, type Sql } from 'sql-template-tag';
import { InvalidInput } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import type { OpenState } from '../hours/model.ts';
import { expandCategories, expandObjects, type TaxonomyService } from '../taxonomy/service.ts';
import type { ListingFilter } from './model.ts';
import { compileText, type TextCondition } from './text.ts';

export interface FilterContext {
  taxonomy: TaxonomyService;
  /** What openNow means. */
  now: Date;
  /** True where no area limits the search. */
  everywhere?: boolean;
  /** What errors put before the name of a filter: "where." */
  path?: string;
}

/** A filter as conditions over alias `l` of public_listing, kept apart so that each facet can leave its own out. */
export interface CompiledFilter {
  categories: Sql[];
  /** Over alias `o` of offer: what one and the same offer must meet. */
  offer: { actions: Sql[]; objects: Sql[]; price: Sql[] };
  open: Sql[];
  others: Sql[];
  text: TextCondition | undefined;
  /** The instant of openAt, else of openNow. */
  openAt: Date;
}

/** Throws InvalidInput that names the filter for a word that does not exist, an impossible id or too long a text. */
export function compileFilter(filter: ListingFilter, context: FilterContext): CompiledFilter {
  const { taxonomy, now, path = '' } = context;
  const text = filter.text ? compileText(filter.text, context, `${path}text`) : undefined;
  const others = othersOf(filter, path);
  return {
    categories: categoriesOf(filter.categories, text, taxonomy, `${path}categories`),
    offer: {
      actions: filter.actions?.length ? [sql`o.action = any(${filter.actions}::text[])`] : [],
      objects: filter.objects?.length
        ? [sql`o.objects && ${known(expandObjects(taxonomy, filter.objects), `${path}objects`)}::text[]`]
        : [],
      price:
        typeof filter.free === 'boolean'
          ? [filter.free ? sql`o.price_kind = 'FREE'` : sql`o.price_kind <> 'FREE'`]
          : [],
    },
    open: openConditions(filter, now),
    others: text ? [...others, text.matches] : others,
    text,
    openAt: filter.openAt ?? now,
  };
}

/** The whole filter as one condition over alias `l`; `true` where it restricts nothing. */
export function conditionOf({ categories, offer, open, others }: CompiledFilter): Sql {
  return allOf([...categories, ...offerCondition(offer), ...open, ...others]);
}

/** That one offer of listing `l` meets all of these; nothing where there are none. */
export function offerCondition({ actions, objects, price }: Partial<CompiledFilter['offer']>): Sql[] {
  const conditions = [...(actions ?? []), ...(objects ?? []), ...(price ?? [])];
  if (conditions.length === 0) return [];
  return [sql`exists (select from offer o where o.listing_id = l.id and ${join(conditions, ' and ')})`];
}

export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? join([...conditions], ' and ') : sql`true`;
}

function categoriesOf(
  asked: ListingFilter['categories'],
  text: TextCondition | undefined,
  taxonomy: TaxonomyService,
  argument: string,
): Sql[] {
  if (asked?.length) return [sql`l.categories && ${known(expandCategories(taxonomy, asked), argument)}::text[]`];
  const left = taxonomy.categories
    .filter(({ slug, offByDefault }) => offByDefault && !text?.categories.includes(slug))
    .map(({ slug }) => slug);
  return left.length > 0 ? [sql`not l.categories <@ ${left}::text[]`] : [];
}

function known({ slugs, unknown }: { slugs: string[]; unknown: string[] }, argument: string): string[] {
  if (unknown.length > 0) {
    throw new InvalidInput(argument, `there is no "${unknown.map((slug) => slug.slice(0, 80)).join('", "')}".`);
  }
  return slugs;
}

function othersOf(filter: ListingFilter, path: string): Sql[] {
  const conditions: Sql[] = [];
  if (filter.wheelchair?.length) conditions.push(sql`l.wheelchair = any(${filter.wheelchair}::wheelchair_access[])`);
  for (const name of ['languages', 'labels', 'sources'] as const) {
    const values = filter[name];
    if (!values?.length) continue;
    if (values.some((value) => value.includes('\0')))
      throw new InvalidInput(`${path}${name}`, 'holds a NUL character.');
    conditions.push(sql`${listColumns[name]} && ${values}::text[]`);
  }
  if (filter.organization) {
    conditions.push(sql`l.organization_id = ${organizationId(filter.organization, `${path}organization`)}::integer`);
  }
  if (filter.verifiedSince) conditions.push(sql`l.verified_at >= ${filter.verifiedSince}::timestamptz`);
  return conditions;
}

const listColumns = { languages: sql`l.languages`, labels: sql`l.labels`, sources: sql`l.sources` };

/** The number in a global id, which is base64 of "Organization:12". */
function organizationId(globalId: string, argument: string): number {
  const id = parseRowId(
    Buffer.from(globalId, 'base64')
      .toString()
      .replace(/^Organization:/, ''),
  );
  if (id === 0) throw new InvalidInput(argument, 'not the id of an organization.');
  return id;
}

function openConditions({ openNow, openAt, includeUnknownHours }: ListingFilter, now: Date): Sql[] {
  const unknown: OpenState[] = includeUnknownHours ? ['UNKNOWN'] : [];
  const conditions: Sql[] = [];
  if (typeof openNow === 'boolean') conditions.push(hasState([openNow ? 'OPEN' : 'CLOSED', ...unknown], now));
  if (openAt) conditions.push(hasState(['OPEN', ...unknown], openAt));
  return conditions;
}

/**
 * The same state as `openStateAt`. Looked up for each listing that everything cheaper lets through: as a set of
 * schedules, the planner joins it and searches the area once for each of them.
 */
function hasState(states: readonly OpenState[], at: Date): Sql {
  const scheduled = sql`(
    select schedule_state(s, ${at}::timestamptz) from schedule s where s.id = l.schedule_id) = any(${states}::open_state[])`;
  const byHours = states.includes('UNKNOWN') ? sql`(l.schedule_id is null or ${scheduled})` : scheduled;
  return states.includes('CLOSED')
    ? sql`(l.status = 'TEMPORARILY_CLOSED' or ${byHours})`
    : sql`(l.status <> 'TEMPORARILY_CLOSED' and ${byHours})`;
}
