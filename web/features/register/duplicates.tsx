import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { SamePlaceFragment } from '../../gql/graphql.ts';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { pageAddress } from '../../lib/page-address.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { Draft } from './draft.ts';
import { useForm } from './form.ts';
import { duplicatesQuery } from './queries.ts';

/** Typing rests this long before it is looked for. */
const restMs = 500;

/** While one types: places nearby that may be this one. */
export function LikelyDuplicates({ draft, except }: { draft: Draft; except: string | null }) {
  const { location } = draft;
  const asked = useRested(
    JSON.stringify({
      at: location ?? { lon: 0, lat: 0 },
      name: draft.name.trim() || null,
      phone: draft.phone.trim() || null,
      website: draft.website.trim() || null,
      except,
    }),
  );
  const [{ data }] = useQuery({
    query: duplicatesQuery,
    variables: JSON.parse(asked),
    pause: !location || draft.name.trim().length + draft.phone.length + draft.website.length < 3,
  });
  const found = location ? (data?.possibleDuplicates ?? []) : [];
  return <div role="status">{found.length > 0 && <Duplicates duplicates={found} />}</div>;
}

/** Places to look at: each leads to its page, in a tab of its own so that nothing typed is left behind. */
export function Duplicates({ duplicates }: { duplicates: SamePlaceFragment[] }) {
  const { language } = useI18n();
  const { words } = useForm();
  return (
    <section className="form-duplicates" aria-label={words.duplicates.title}>
      <h2>{words.duplicates.title}</h2>
      <p>{words.duplicates.why}</p>
      <ul>
        {duplicates.map(({ listing, distanceMeters, reasons }) => (
          <li key={listing.id}>
            <Glyph group={listing.category.group.slug} icon={listing.category.icon} size={36} />
            <div>
              <a href={pageAddress(`/listings/${listing.slug}`)} target="_blank" rel="noopener">
                {listing.name}
                <span className="visually-hidden">, {words.newTab}</span>
              </a>
              <p>
                {[
                  listing.category.label,
                  listing.address?.formatted,
                  distanceText(distanceMeters, language),
                  ...reasons.map((reason) => words.duplicates.reason[reason]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
