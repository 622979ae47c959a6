import sql from 'sql-template-tag';
import type { Database, Queryable } from '../../platform/database.ts';

/** Names of sources by their slugs. */
export async function sourceNames(database: Database, slugs: readonly string[]): Promise<Map<string, string>> {
  const sources = await database.prisma.source.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, name: true },
  });
  return new Map(sources.map(({ slug, name }) => [slug, name]));
}

export function organizationOf(database: Database, id: number | null) {
  return id === null
    ? null
    : database.prisma.organization.findUnique({ where: { id }, select: { name: true, website: true } });
}

/** A circle with a number to know it by. */
export interface NumberedCircle {
  id: number;
  lon: number;
  lat: number;
  radiusMeters: number;
}

/** Of each circle that holds public listings, their main categories. */
export function kindsInCircles(
  database: Queryable,
  circles: readonly NumberedCircle[],
): Promise<{ id: number; kinds: string[] }[]> {
  return database.query(sql`/* pages.kindsInCircles */
    select circle.id, array_agg(distinct inside.category order by inside.category) as kinds
    from jsonb_to_recordset(${JSON.stringify(circles)}::jsonb)
        as circle(id integer, lon float8, lat float8, "radiusMeters" float8)
      cross join lateral st_setsrid(st_makepoint(lon, lat), 4326) as point
      cross join lateral (
        select l.category from public_listing l
        where l.position && _st_expand(point::geography, "radiusMeters")
          and (l.position <-> point::geography) <= "radiusMeters") inside
    group by circle.id`);
}

/** How listings are parted into sitemaps: by spans of their ids. */
export function readSpans(database: Queryable, idsInSpan: number): Promise<{ number: number; updatedAt: Date }[]> {
  return database.query(sql`/* pages.spans */
    select (id - 1) / ${idsInSpan}::integer as number, max(updated_at) as "updatedAt"
    from public_listing group by 1 order by 1`);
}

/** Public listings with ids above `after`, up to `last`. */
export function readSlugs(
  database: Queryable,
  { after, last, limit }: { after: number; last: number; limit: number },
): Promise<{ id: number; slug: string; updatedAt: Date }[]> {
  return database.query(sql`/* pages.slugs */
    select id, slug, updated_at as "updatedAt" from public_listing
    where id > ${after} and id <= ${last} order by id limit ${limit}`);
}
