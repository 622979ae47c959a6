import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { PlaceQuery as Answer } from '../../gql/graphql.ts';
import { keptAtOf } from '../../lib/answers.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useReconnect } from '../../lib/use-reconnect.ts';
import { useSavedPlaces } from '../saved/saved.ts';

const placeQuery = graphql(`
  query Place($slug: String!, $language: Language!, $from: DateTime!, $to: DateTime!) {
    listing(slug: $slug) {
      id
      slug
      name
      status
      description(language: $language)
      descriptionLanguage(language: $language)
      location { lon lat }
      locationApproximate
      category { slug icon label(language: $language) group { slug } }
      offers {
        action { code icon label(language: $language) group { slug } }
        objects { slug label(language: $language) }
        priceKind amountMin amountMax currency loanDays maxItems depositAmount atHome inferred
        note(language: $language)
        noteLanguage(language: $language)
      }
      address { formatted }
      openingHours {
        osm timezone state nextChange
        intervals(from: $from, to: $to) { from to state comment }
        holidays(from: $from, to: $to) { date name }
      }
      openingHoursNote
      byAppointment
      contact { phone email website social { network url } }
      languages
      wheelchair
      payment
      photosPage
      organization { name class website }
      accessNotes(language: $language)
      sources { id url licence attribution fetchedAt vanishedAt source { name } }
      accessNotesLanguage(language: $language)
      provenance { field source { id } }
      verifiedAt
      freshness
    }
  }
`);

export type Place = NonNullable<Answer['listing']>;

export interface PlaceAnswer {
  /** What was asked for; a place of another slug is the one that it was merged into. */
  slug: string;
  place: Place | null;
  loading: boolean;
  error: boolean;
  /** Nobody answers, and this place was not kept. */
  unreachable: boolean;
  /** When this was said, where it is what was kept on this device, seen before or saved; ISO 8601. */
  keptAt: string | null;
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
  const [{ data, fetching, error, operation, extensions }, execute] = useQuery({
    query: placeQuery,
    variables: { slug: slug ?? '', language, from, to },
    pause: !slug,
  });
  const answered = operation?.variables.slug === slug ? data?.listing : null;
  const saved = useSavedPlaces().find((kept) => error && !answered && kept.place.slug === slug);
  const place = answered ?? saved?.place ?? null;
  const unreachable = Boolean(error?.networkError) && !place;
  const keptAt = answered ? keptAtOf(extensions) : (saved?.savedAt ?? null);
  const retry = () => execute({ requestPolicy: 'network-only' });
  useReconnect(slug !== null && (unreachable || keptAt !== null), retry);
  return {
    slug: slug ?? '',
    place,
    loading: fetching && !place,
    error: Boolean(error),
    unreachable,
    keptAt,
    retry,
  };
}
