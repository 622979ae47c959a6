import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { SuggestQuery } from '../../gql/graphql.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';

const suggestQuery = graphql(`
  query Suggest($text: String!, $near: PointInput, $language: Language!, $first: Int!) {
    suggest(text: $text, near: $near, language: $language, first: $first) {
      kind
      label
      detail
      icon
      slug
      location { lon lat }
      place { kind population }
      category { slug icon group { slug } }
      group { slug }
      action { code icon group { slug } }
      objectType { slug icon }
      listing { slug category { icon group { slug } } openingHours { state } }
    }
  }
`);

export type Suggestion = SuggestQuery['suggest'][number];

const pauseMs = 140;
const most = 8;
/** Nearness to the centre matters to about a kilometre; coarser positions make more questions equal. */
const coarse = (degrees: number) => Number(degrees.toFixed(2));

/** Suggestions for what has been typed, once the fingers rest; the last ones stay until the next arrive. */
export function useSuggestions(text: string, near: Position | null): { suggestions: Suggestion[]; waiting: boolean } {
  const { language } = useI18n();
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = rested.trim();
  const [{ data, fetching }] = useQuery({
    query: suggestQuery,
    variables: { text: asked, language, first: most, near: near && { lon: coarse(near.lon), lat: coarse(near.lat) } },
    pause: asked === '' || text.trim() === '',
  });
  return { suggestions: text.trim() ? (data?.suggest ?? []) : [], waiting: fetching || rested !== text };
}

const objectNamesQuery = graphql(`
  query ObjectNames($language: Language!) {
    objectTypes { slug label(language: $language) }
  }
`);

/** The word for the thing that is asked for, also where no place here deals with it. */
export function useObjectLabel(slug: string | undefined): string | null {
  const { language } = useI18n();
  const [{ data }] = useQuery({ query: objectNamesQuery, variables: { language }, pause: !slug });
  return slug ? (data?.objectTypes.find((type) => type.slug === slug)?.label ?? slug) : null;
}
