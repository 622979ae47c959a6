import sql from 'sql-template-tag';
import type { Database } from '../../platform/database.ts';
import type { Action, Category, CategoryGroup, ObjectType, Taxonomy } from './model.ts';

/**
 * Writes the built-in words of the field into their tables. Rows of the same slug are brought up to date; rows that an
 * operator added stay.
 */
export async function saveTaxonomy(database: Database, taxonomy: Taxonomy): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query(sql`/* taxonomy.saveGroups */
      insert into category_group (slug, labels, icon, sort)
      select value ->> 'slug', value -> 'labels', value ->> 'icon', ordinality
      from jsonb_array_elements(${JSON.stringify(taxonomy.groups)}::jsonb) with ordinality
      on conflict (slug) do update set labels = excluded.labels, icon = excluded.icon, sort = excluded.sort`);
    await transaction.query(sql`/* taxonomy.saveCategories */
      insert into category (slug, group_slug, labels, synonyms, icon, rank, typical_offers, off_by_default, sort)
      select value ->> 'slug', value ->> 'group', value -> 'labels', value -> 'synonyms', value ->> 'icon',
        (value ->> 'rank')::smallint, value -> 'typicalOffers', coalesce((value ->> 'offByDefault')::boolean, false),
        ordinality
      from jsonb_array_elements(${JSON.stringify(taxonomy.categories)}::jsonb) with ordinality
      on conflict (slug) do update set group_slug = excluded.group_slug, labels = excluded.labels,
        synonyms = excluded.synonyms, icon = excluded.icon, rank = excluded.rank,
        typical_offers = excluded.typical_offers, off_by_default = excluded.off_by_default, sort = excluded.sort`);
    await transaction.query(sql`/* taxonomy.saveActions */
      insert into action (code, direction, group_slug, labels, synonyms, icon, sort)
      select value ->> 'code', value ->> 'direction', value ->> 'group', value -> 'labels', value -> 'synonyms',
        value ->> 'icon', ordinality
      from jsonb_array_elements(${JSON.stringify(taxonomy.actions)}::jsonb) with ordinality
      on conflict (code) do update set direction = excluded.direction, group_slug = excluded.group_slug,
        labels = excluded.labels, synonyms = excluded.synonyms, icon = excluded.icon, sort = excluded.sort`);
    await transaction.query(sql`/* taxonomy.saveObjectTypes */
      insert into object_type (slug, parent_slug, labels, synonyms, icon, open_repair, sort)
      select value ->> 'slug', value ->> 'parent', value -> 'labels', value -> 'synonyms', value ->> 'icon',
        value ->> 'openRepair', ordinality
      from jsonb_array_elements(${JSON.stringify(taxonomy.objectTypes)}::jsonb) with ordinality
      on conflict (slug) do update set parent_slug = excluded.parent_slug, labels = excluded.labels,
        synonyms = excluded.synonyms, icon = excluded.icon, open_repair = excluded.open_repair, sort = excluded.sort`);
  });
}

/** The words of the field as the database holds them, an operator's additions included. */
export async function loadTaxonomy(database: Database): Promise<Taxonomy> {
  const [groups, categories, actions, objectTypes] = await Promise.all([
    database.query<CategoryGroup>(sql`/* taxonomy.groups */
      select slug, labels, icon from category_group order by sort, slug`),
    database.query<Category>(sql`/* taxonomy.categories */
      select slug, group_slug as "group", labels, synonyms, icon, rank, typical_offers as "typicalOffers",
        off_by_default as "offByDefault" from category order by sort, slug`),
    database.query<Action>(sql`/* taxonomy.actions */
      select code, direction, group_slug as "group", labels, synonyms, icon from action order by sort, code`),
    database.query<ObjectType>(sql`/* taxonomy.objectTypes */
      select slug, parent_slug as parent, labels, synonyms, icon, open_repair as "openRepair"
      from object_type order by sort, slug`),
  ]);
  return { groups, categories, actions, objectTypes };
}
