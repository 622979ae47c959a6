import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { PlaceQuery as Answer } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';

const placeQuery = graphql(`
  query Place($slug: String!, $language: Language!, $from: DateTime!, $to: DateTime!) {
    listing(slug: $slug) {
      id
      slug
      name
      status
      description(language: $language)
      location { lon lat }
      locationApproximate
      category { slug icon label(language: $language) group { slug } }
      offers {
        action { code icon label(language: $language) group { slug } }
        objects { slug label(language: $language) }
        priceKind amountMin amountMax currency loanDays maxItems depositAmount atHome inferred
        note(language: $language)
      }
      address { formatted }
      openingHours { osm timezone state nextChange intervals(from: $from, to: $to) { from to state comment } }
      openingHoursNote
      byAppointment
      contact { phone email website social { network url } }
      languages
      wheelchair
      accessNotes(language: $language)
      sources { id url licence attribution fetchedAt source { name } }
      provenance { field source { id } }
      verifiedAt
      freshness
    }
  }
`);

export type Place = NonNullable<Answer['listing']>;

export interface PlaceAnswer {
  place: Place | null;
  loading: boolean;
  error: boolean;
  retry: () => void;
}

const dayMs = 86_400_000;

/** The place of a slug with its hours from eight days ago to nine days ahead: the present week in every time zone. */
export function usePlace(slug: string | null): PlaceAnswer {
  const { language } = useI18n();
  const [from, to] = useMemo(() => {
    const today = Math.floor(Date.now() / dayMs) * dayMs;
    return [new Date(today - 8 * dayMs).toISOString(), new Date(today + 9 * dayMs).toISOString()];
  }, []);
  const [{ data, fetching, error }, execute] = useQuery({
    query: placeQuery,
    variables: { slug: slug ?? '', language, from, to },
    pause: !slug,
  });
  const place = data?.listing?.slug === slug ? data?.listing : null;
  return {
    place: place ?? null,
    loading: fetching && !place,
    error: Boolean(error),
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}
