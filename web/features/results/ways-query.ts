import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { NearInput } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Filters } from '../../lib/url.ts';
import type { Question } from './queries.ts';

const waysQuery = graphql(`
  query WaysOn($near: NearInput, $within: AreaInput, $where: ListingFilter, $wider: NearInput, $widens: Boolean!, $around: NearInput, $mayKnow: ListingFilter, $asks: Boolean!, $filtered: Boolean!, $language: Language!) {
    wider: listings(near: $wider, where: $where, first: 0) @include(if: $widens) { totalCount }
    everything: listings(near: $near, within: $within, first: 0) @include(if: $filtered) { totalCount }
    mayKnow: listings(near: $around, where: $mayKnow, first: 1) @include(if: $asks) {
      edges { distanceMeters node { slug name category { icon label(language: $language) group { slug } } openingHours { state } } }
    }
  }
`);

/** How far away somebody who may know is still worth a call. */
const callMeters = 100_000;

/** Where people know who repairs, lends or takes what nobody offers here. */
const whoKnows: Record<string, string[]> = {
  repair: ['repair-cafe', 'bicycle-workshop', 'makerspace', 'repair-shop', 'electronics-repair'],
  share: ['library-of-things', 'tool-library', 'toy-library', 'library'],
  give: ['free-shop', 'reuse-centre', 'charity-shop'],
  'second-hand': ['reuse-centre', 'charity-shop'],
  recycle: ['recycling-centre', 'reuse-centre'],
};
const anyoneKnows = ['repair-cafe', 'library-of-things', 'reuse-centre', 'community-space', 'library'];

/** What can be said of ways on from a search that found nothing: how many a wider circle and no filters would show, who may know. */
export function useWays(
  question: Question,
  filters: Filters,
  { wider, filtered }: { wider: NearInput | null; filtered: boolean },
) {
  const { language } = useI18n();
  const { action, category, group } = useTaxonomy();
  const { categories, actions, objects, text } = filters;
  const asked =
    (actions[0] && action(actions[0])?.group.slug) ??
    (categories[0] && (category(categories[0])?.group.slug ?? group(categories[0])?.slug));
  const around = question.near ?? wider;
  const [{ data }] = useQuery({
    query: waysQuery,
    variables: {
      near: question.near,
      within: question.within,
      where: question.where,
      wider,
      widens: wider !== null,
      around: around && { lon: around.lon, lat: around.lat, radiusMeters: callMeters },
      mayKnow: { categories: (asked && whoKnows[asked]) || anyoneKnows },
      asks: around !== null && (asked !== undefined || objects.length > 0 || text !== ''),
      filtered,
      language,
    },
  });
  return {
    widerCount: data?.wider?.totalCount,
    everythingCount: data?.everything?.totalCount,
    mayKnow: data?.mayKnow?.edges[0] ?? null,
  };
}
