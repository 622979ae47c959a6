import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { ObjectTypesQuery, SuggestQuery } from '../../gql/graphql.ts';
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

/** What tells a suggestion from the others, also when the list changes under the finger that chooses. */
export const keyOf = ({ kind, slug, label, detail, location }: Suggestion) =>
  `suggestion ${[kind, slug, label, detail, location?.lon, location?.lat].join('|')}`;

const pauseMs = 140;
const most = 8;
/** Nearness to the centre matters to about a kilometre; coarser positions make more questions equal. */
const coarse = (degrees: number) => Number(degrees.toFixed(2));

export interface Suggestions {
  suggestions: Suggestion[];
  waiting: boolean;
  failed: boolean;
}

/** Suggestions for what has been typed, once the fingers rest; the last ones stay until the next arrive. */
export function useSuggestions(text: string, near: Position | null): Suggestions {
  const { language } = useI18n();
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = rested.trim();
  const [{ data, fetching, error }] = useQuery({
    query: suggestQuery,
    variables: { text: asked, language, first: most, near: near && { lon: coarse(near.lon), lat: coarse(near.lat) } },
    pause: asked === '' || text.trim() === '',
  });
  const typing = text.trim() !== '';
  const waiting = fetching || rested !== text;
  return {
    suggestions: typing ? (data?.suggest ?? []) : [],
    waiting,
    failed: typing && !waiting && error !== undefined,
  };
}

const objectTypesQuery = graphql(`
  query ObjectTypes($language: Language!) {
    objectTypes { slug icon label(language: $language) parent { slug } }
  }
`);

type ObjectType = ObjectTypesQuery['objectTypes'][number];

export interface ObjectTypes {
  /** Null until they arrive, or where nobody asks for a thing. */
  bySlug: ReadonlyMap<string, ObjectType> | null;
  retry: (() => void) | null;
}

/** Every kind of thing, also those that no place here deals with; asked for when somebody names one. */
export function useObjectTypes(wanted: boolean): ObjectTypes {
  const { language } = useI18n();
  const [{ data, error }, execute] = useQuery({ query: objectTypesQuery, variables: { language }, pause: !wanted });
  const bySlug = useMemo(() => data && new Map(data.objectTypes.map((type) => [type.slug, type])), [data]);
  return {
    bySlug: bySlug ?? null,
    retry: error ? () => execute({ requestPolicy: 'network-only' }) : null,
  };
}
