import { useMemo } from 'react';
import { useQuery } from 'urql';
import { destinationOf } from '../app/destination.ts';
import type { Question } from '../features/results/queries.ts';
import { graphql } from '../gql/gql.ts';
import { type Box, distanceMeters, type Position } from '../lib/geometry.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import type { Near } from '../lib/url.ts';
import type { Area } from './settings.ts';

const townQuery = graphql(`
  query EmbedTown($text: String!, $language: Language!) {
    suggest(text: $text, language: $language, first: 12) {
      kind
      label
      location { lon lat }
      place { kind population }
    }
  }
`);

const regionQuery = graphql(`
  query EmbedRegion($code: String!, $language: Language!) {
    region(code: $code) { name(language: $language) bbox { west south east north } }
  }
`);

/** What the list asks for, and the circle that the map shows first. */
export interface Place {
  name: string | null;
  question: Pick<Question, 'near' | 'within'>;
  near: Near | null;
  circle: Position & { radiusMeters: number };
}

/** Lisbon to Helsinki. */
const europe: Place = {
  name: null,
  question: { near: null, within: { bbox: { west: -11, south: 35, east: 32, north: 66 } } },
  near: null,
  circle: { lon: 10.8, lat: 50.4, radiusMeters: 1_700_000 },
};

/** The place of an area. `missing` is its name where nobody knows it: Europe is shown instead. */
export function useArea(area: Area | null): { place: Place | null; missing: string | null; waiting: boolean } {
  const { language } = useI18n();
  const town = area?.kind === 'town' ? area.name : null;
  const code = area?.kind === 'region' ? area.code : null;
  const [towns] = useQuery({ query: townQuery, variables: { text: town ?? '', language }, pause: town === null });
  const [regions] = useQuery({ query: regionQuery, variables: { code: code ?? '', language }, pause: code === null });
  return useMemo(() => {
    const found = (place: Place | null, missing: string | null = null) => ({ place, missing, waiting: false });
    if (!area) return found(europe);
    if (area.kind === 'near') return found(placeOfCircle(area.near));
    if (area.kind === 'box') return found(placeOfBox(area.box, null, { bbox: area.box }));
    const { data, fetching } = area.kind === 'town' ? towns : regions;
    if (!data) return fetching ? { place: null, missing: null, waiting: true } : found(europe, town ?? code);
    if ('region' in data) {
      const { region } = data;
      return region && code ? found(placeOfBox(region.bbox, region.name, { region: code })) : found(europe, code);
    }
    const suggestion = data.suggest.find(({ kind }) => kind === 'PLACE');
    const destination = suggestion && destinationOf(suggestion);
    if (!destination) return found(europe, town);
    const { near, position, radiusMeters } = destination;
    return found(
      placeOfCircle(near ?? { ...position, radiusMeters: Math.min(radiusMeters, 200_000), name: suggestion.label }),
    );
  }, [area, town, code, towns, regions]);
}

function placeOfCircle(near: Near): Place {
  const { lon, lat, radiusMeters } = near;
  return { name: near.name, question: { near: { lon, lat, radiusMeters }, within: null }, near, circle: near };
}

function placeOfBox(box: Box, name: string | null, within: Place['question']['within']): Place {
  const { west, south, east, north } = box;
  const width = east >= west ? east - west : east - west + 360;
  const centre = { lon: ((west + width / 2 + 540) % 360) - 180, lat: (south + north) / 2 };
  const toEdge = Math.max(
    distanceMeters(centre, { lon: centre.lon, lat: north }),
    distanceMeters(centre, { lon: centre.lon + width / 2, lat: centre.lat }),
  );
  return {
    name,
    question: { near: null, within },
    near: null,
    circle: { ...centre, radiusMeters: Math.max(200, toEdge) },
  };
}
