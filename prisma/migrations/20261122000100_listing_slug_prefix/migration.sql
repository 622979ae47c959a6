-- Which numbers of a slug are taken (repair-cafe, repair-cafe-2, …) is asked for every new listing, whatever the
-- collation of the database: the unique index orders by that, this one by bytes.
create index listing_slug_prefix_index on listing (slug text_pattern_ops);
