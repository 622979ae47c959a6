import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { PlacePhotosQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Licence } from './provenance.tsx';
import { usePlaceWords } from './words.tsx';

const photosQuery = graphql(`
  query PlacePhotos($slug: String!, $language: Language!) {
    listing(slug: $slug) {
      websiteGoneSince
      photos {
        id width height alt(language: $language) altLanguage(language: $language) credit licence hidden
        urls { path width }
      }
    }
  }
`);

type Photo = NonNullable<PlacePhotosQuery['listing']>['photos'][number];

/** What is asked for only once a place is opened. */
export interface PlaceMore {
  photos: readonly Photo[];
  /** ISO 8601; null: its website answers, or nobody looked. */
  websiteGoneSince: string | null;
}

/** So long the place waits for its photos, so that nothing moves when they come. */
const patienceMs = 400;

/** Undefined while it is worth waiting for it; nothing where it does not come. */
export function usePlaceMore(slug: string): PlaceMore | undefined {
  const { language } = useI18n();
  const [{ data, fetching }] = useQuery({ query: photosQuery, variables: { slug, language }, pause: !slug });
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!data && fetching && !late) return undefined;
  return { photos: data?.listing?.photos ?? [], websiteGoneSince: data?.listing?.websiteGoneSince ?? null };
}

/** A row of photos that scrolls sideways; each opens whole. Their room is known before they are there. */
export function Photos({ photos, name }: { photos: readonly Photo[]; name: string }) {
  const words = usePlaceWords();
  if (photos.length === 0) return null;
  return (
    <ul className="photos" aria-label={words.placePhotos}>
      {photos.map(({ id, width, height, alt, altLanguage, credit, licence, hidden, urls }) => (
        <li key={id}>
          <a href={urls.at(-1)?.path} target="_blank" rel="noreferrer">
            <img
              src={urls[0]?.path}
              srcSet={urls.map((file) => `${file.path} ${file.width}w`).join(', ')}
              sizes={`${Math.round((180 * width) / height)}px`}
              width={width}
              height={height}
              alt={alt ?? words.photoOf(name)}
              lang={altLanguage ?? undefined}
              decoding="async"
            />
          </a>
          <small>
            {credit && `${credit}, `}
            <Licence spdx={licence} />
            {hidden && `, ${words.photoHidden}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
