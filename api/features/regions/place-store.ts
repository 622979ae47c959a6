/** The gazetteer's table: writing. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { PlaceRow } from './model.ts';

/** Writes places, in batches; a row of the same source and id is brought up to date. */
export async function savePlaces(
  queryable: Queryable,
  places: readonly PlaceRow[],
  onProgress?: (saved: number) => void,
): Promise<void> {
  const batchSize = 5000;
  for (let start = 0; start < places.length; start += batchSize) {
    const batch = places.slice(start, start + batchSize);
    await queryable.query(sql`/* regions.savePlaces */
      insert into place (kind, name, names, context, country, postcodes, population, position, search_text,
        source, source_id, licence)
      select kind, name, names, context, country, postcodes, population, st_point(lon, lat)::geography, "searchText",
        source, "sourceId", licence
      from json_to_recordset(${JSON.stringify(batch)}::json) as place(kind place_kind, name text, names jsonb,
        context text, country text, postcodes text[], population integer, lon float8, lat float8, "searchText" text,
        source text, "sourceId" text, licence text)
      on conflict (source, source_id) do update set kind = excluded.kind, name = excluded.name, names = excluded.names,
        context = excluded.context, country = excluded.country, postcodes = excluded.postcodes,
        population = excluded.population, position = excluded.position, search_text = excluded.search_text,
        licence = excluded.licence`);
    onProgress?.(start + batch.length);
  }
}

/** True once a source's rows are there: they are written in one transaction. */
export async function hasPlacesOf(queryable: Queryable, source: string): Promise<boolean> {
  const [row] = await queryable.query<{ loaded: boolean }>(sql`/* regions.hasPlacesOf */
    select exists (select from place where source = ${source}) as loaded`);
  return row?.loaded ?? false;
}

/**
 * After a load: sorts the new rows into the text index, where they otherwise wait in a list that each search reads in
 * full, and counts the table anew for the planner. The embedded engine has no autovacuum to do so.
 */
export async function settlePlaces(queryable: Queryable): Promise<void> {
  await queryable.query(sql`/* regions.settleTextIndex */ select gin_clean_pending_list('place_search_text_index')`);
  await queryable.query(sql`/* regions.analyzePlaces */ analyze place`);
}
