import { ChevronRight, Clock, Eraser, Maximize2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Go } from '../../lib/location.ts';
import { type Filters, type Near, noFilters } from '../../lib/url.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { markState } from '../../ui/state-line.tsx';

interface Props {
  filters: Filters;
  near: Near | null;
  nearest: ResultsQuery['listings']['nearestOutside'];
  go: Go;
  onLookWider: (radiusMeters: number | null) => void;
}

/** Rounds up to a distance that a person would name. */
const wider = (meters: number) =>
  [2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000].find((step) => step >= meters) ?? 200_000;

/** Says what is missing, then ways on. */
export function Empty({ filters, near, nearest, go, onLookWider }: Props) {
  const { t, language } = useI18n();
  const far = nearest?.distanceMeters ?? null;
  const radius = near && wider(Math.max(near.radiusMeters * 2, far ?? 0));
  const filtered = JSON.stringify(filters) !== JSON.stringify(noFilters);
  return (
    <div className="empty">
      <h2>{near ? t.noneWithin(distanceText(near.radiusMeters, language)) : t.noneHere}</h2>
      <p>{t.noneTold}</p>
      <ul>
        {nearest && far !== null && (
          <Way
            sign={
              <Glyph
                group={nearest.node.category.group.slug}
                icon={nearest.node.category.icon}
                state={markState(nearest.node.openingHours)}
                size={36}
              />
            }
            title={nearest.node.name}
            why={t.nearestIs(distanceText(far, language))}
            onPress={() => go({ place: nearest.node.slug })}
          />
        )}
        {near && radius && near.radiusMeters < 200_000 ? (
          <Way
            sign={
              <Sign>
                <Maximize2 size={19} />
              </Sign>
            }
            title={t.lookWithin(distanceText(radius, language))}
            why={t.zoomOutWhy}
            onPress={() => onLookWider(radius)}
          />
        ) : (
          <Way
            sign={
              <Sign>
                <Maximize2 size={19} />
              </Sign>
            }
            title={t.zoomOut}
            why={t.zoomOutWhy}
            onPress={() => onLookWider(null)}
          />
        )}
        {filters.openNow && (
          <Way
            sign={
              <Sign>
                <Clock size={19} />
              </Sign>
            }
            title={t.allHours}
            why={t.allHoursWhy}
            onPress={() => go({ filters: { ...filters, openNow: false } })}
          />
        )}
        {filtered && (
          <Way
            sign={
              <Sign>
                <Eraser size={19} />
              </Sign>
            }
            title={t.withoutFilters}
            why={t.withoutFiltersWhy}
            onPress={() => go({ filters: noFilters })}
          />
        )}
      </ul>
    </div>
  );
}

const Sign = ({ children }: { children: ReactNode }) => (
  <span className="sign" aria-hidden="true">
    {children}
  </span>
);

function Way({ sign, title, why, onPress }: { sign: ReactNode; title: string; why: string; onPress: () => void }) {
  return (
    <li>
      <Button className="way" onPress={onPress}>
        {sign}
        <span>
          <b>{title}</b>
          <span>{why}</span>
        </span>
        <ChevronRight size={20} aria-hidden />
      </Button>
    </li>
  );
}
