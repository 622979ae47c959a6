/** The GraphQL schema: importing a feature's schema adds its types and queries to the builder. */
import { builder } from './builder.ts';
import './features/taxonomy/schema.ts';

export const schema = builder.toSchema();
