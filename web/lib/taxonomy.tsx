import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql/gql.ts';
import type { Action, TaxonomyQuery } from '../gql/graphql.ts';
import { useI18n } from './i18n/i18n.tsx';
import { useReconnect } from './use-reconnect.ts';

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
  /** Where they did not arrive: asks again. */
  retry: (() => void) | null;
}

const empty: Taxonomy = {
  groups: [],
  categories: [],
  actions: [],
  group: () => undefined,
  category: () => undefined,
  action: () => undefined,
  retry: null,
};
const Context = createContext<Taxonomy>(empty);

/** The words of the field in the reader's language; empty until they arrive. */
export const useTaxonomy = () => useContext(Context);

export function TaxonomyProvider({ children }: { children: ReactNode }) {
  const { language } = useI18n();
  const [{ data, error }, execute] = useQuery({ query: taxonomyQuery, variables: { language } });
  useReconnect(Boolean(error?.networkError) && !data, () => execute({ requestPolicy: 'network-only' }));
  const taxonomy = useMemo(
    () => (data ? indexed(data) : { ...empty, retry: error ? () => execute({ requestPolicy: 'network-only' }) : null }),
    [data, error, execute],
  );
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
    retry: null,
  };
}
