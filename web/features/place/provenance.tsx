import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Place } from './queries.ts';

/** Who said what, under which licence, and when it was read. */
export function Provenance({ place }: { place: Place }) {
  const { t, language } = useI18n();
  return (
    <ul className="provenance">
      {place.sources.map(({ id, url, licence, attribution, fetchedAt, source }) => {
        const fields = place.provenance
          .filter((said) => said.source.id === id)
          .flatMap(({ field }) => t.fieldNames[field] ?? []);
        const name = attribution ?? source.name;
        return (
          <li key={id}>
            <span>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}
              , {licence ?? t.noLicence}
            </span>
            <time dateTime={fetchedAt}>{dateText(fetchedAt, language)}</time>
            {fields.length > 0 && <span className="fields">{[...new Set(fields)].join(', ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
