/** The GraphQL schema: importing a feature's schema adds its types and queries to the builder. */
import { builder } from './builder.ts';
import './features/accounts/schema.ts';
import './features/hours/schema.ts';
import './features/listings/schema.ts';
import './features/geosearch/schema.ts';
import './features/listings/source-schema.ts';
import './features/listings/revision-schema.ts';
import './features/listings/content-schema.ts';
import './features/listings/write-schema.ts';
import './features/listings/claim-schema.ts';
import './features/listings/visitor-schema.ts';
import './features/moderation/schema.ts';
import './features/moderation/mutations-schema.ts';
import './features/organizations/schema.ts';
import './features/organizations/mutations-schema.ts';
import './features/freshness/schema.ts';
import './features/photos/schema.ts';
import './features/regions/schema.ts';
import './features/geosearch/suggest-schema.ts';
import './features/taxonomy/schema.ts';
import './features/tell/schema.ts';
import './features/views/schema.ts';

export const schema = builder.toSchema();
