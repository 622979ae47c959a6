import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Place } from './queries.ts';
import { usePlaceWords } from './words.tsx';

/** Who said what, under which licence, and when it was read. */
export function Provenance({ place }: { place: Place }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  return (
    <ul className="provenance">
      {place.sources.map(({ id, url, licence, attribution, fetchedAt, vanishedAt, source }) => {
        const fields = place.provenance
          .filter((said) => said.source.id === id)
          .flatMap(({ field }) => t.fieldNames[field] ?? words.moreFields[field] ?? []);
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
              , <Licence spdx={licence ?? null} />
            </span>
            <time dateTime={fetchedAt}>{dateText(fetchedAt, language)}</time>
            {vanishedAt && <span className="fields">{words.notThereSince(dateText(vanishedAt, language))}</span>}
            {fields.length > 0 && <span className="fields">{[...new Set(fields)].join(', ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The licence by its SPDX id, which leads to its text. */
export function Licence({ spdx }: { spdx: string | null }) {
  const { t } = useI18n();
  if (!spdx || !/^[\w.+-]+$/.test(spdx)) return spdx ?? t.noLicence;
  return (
    <a href={`https://spdx.org/licenses/${spdx}.html`} target="_blank" rel="license noreferrer">
      {spdx}
    </a>
  );
}
