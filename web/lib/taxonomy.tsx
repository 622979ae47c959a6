import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql/gql.ts';
import type { Action, TaxonomyQuery } from '../gql/graphql.ts';
import { useI18n } from './i18n/i18n.tsx';

const taxonomyQuery = graphql(`
  query Taxonomy($language: Language!) {
    categoryGroups { slug icon label(language: $language) }
    categories { slug icon rank label(language: $language) group { slug } }
    actions { code direction icon label(language: $language) group { slug } }
  }
`);

type Group = TaxonomyQuery['categoryGroups'][number];
type Category = TaxonomyQuery['categories'][number];
type ActionType = TaxonomyQuery['actions'][number];

export interface Taxonomy {
  groups: Group[];
  categories: Category[];
  actions: ActionType[];
  group: (slug: string) => Group | undefined;
  category: (slug: string) => Category | undefined;
  action: (code: Action) => ActionType | undefined;
}

const empty: Taxonomy = {
  groups: [],
  categories: [],
  actions: [],
  group: () => undefined,
  category: () => undefined,
  action: () => undefined,
};
const Context = createContext<Taxonomy>(empty);

/** The words of the field in the reader's language; empty until they arrive. */
export const useTaxonomy = () => useContext(Context);

export function TaxonomyProvider({ children }: { children: ReactNode }) {
  const { language } = useI18n();
  const [{ data }] = useQuery({ query: taxonomyQuery, variables: { language } });
  const taxonomy = useMemo(() => (data ? indexed(data) : empty), [data]);
  return <Context value={taxonomy}>{children}</Context>;
}

function indexed({ categoryGroups, categories, actions }: TaxonomyQuery): Taxonomy {
  const groupBySlug = new Map(categoryGroups.map((group) => [group.slug, group]));
  const categoryBySlug = new Map(categories.map((category) => [category.slug, category]));
  const actionByCode = new Map(actions.map((action) => [action.code, action]));
  return {
    groups: categoryGroups,
    categories,
    actions,
    group: (slug) => groupBySlug.get(slug),
    category: (slug) => categoryBySlug.get(slug),
    action: (code) => actionByCode.get(code),
  };
}
