import { Clock, Eraser, Maximize2, MessageSquarePlus, Shapes } from 'lucide-react';
import type { Action, NearInput } from '../../gql/graphql.ts';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { asksHours, type Filters, isFiltered, type Near, noFilters } from '../../lib/url.ts';
import { Glyph, PlainIcon } from '../../ui/glyph.tsx';
import type { Question } from './queries.ts';
import type { Results } from './use-results.ts';
import { PlaceSign, Sign, Way } from './way.tsx';
import { useWays } from './ways-query.ts';

interface Props {
  filters: Filters;
  near: Near | null;
  question: Question;
  connection: NonNullable<Results['connection']>;
  /** The broader kind of the thing that is asked for, where there is one. */
  broaderObject: { slug: string; label: string } | null;
  onFilters: (filters: Filters) => void;
  onPlace: (slug: string) => void;
  /** A circle to look in; null: just more of the map. */
  onLookWider: (circle: NearInput | null) => void;
  /** Tells us what is missing here. */
  onTell?: (() => void) | undefined;
}

const furthestMeters = 200_000;
/** Rounds up to a distance that a person would name. */
const named = (meters: number) =>
  [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, furthestMeters].find((step) => step >= meters) ?? furthestMeters;

/** Says what is missing, then ways on, each with what it leads to as far as we know. */
export function Empty({
  filters,
  near,
  question,
  connection,
  broaderObject,
  onFilters,
  onPlace,
  onLookWider,
  onTell,
}: Props) {
  const { t, language } = useI18n();
  const { action, category, group } = useTaxonomy();
  const { facets, nearestOutside: nearest } = connection;
  const far = nearest?.distanceMeters ?? null;
  const here = question.near;
  // A circle that holds the nearest: a wider one that holds nothing either would lead nowhere.
  const wider =
    here && far !== null && far <= furthestMeters ? { lon: here.lon, lat: here.lat, radiusMeters: named(far) } : null;
  const filtered = isFiltered(filters);
  const { widerCount, everythingCount, mayKnow } = useWays(question, filters, { wider, filtered });

  const object = filters.objects[0];
  const instead = object && filters.actions.length > 0 ? facets.actions[0] : undefined;
  const broader = object && facets.objects.find(({ objectType }) => objectType.slug === broaderObject?.slug);
  const kind = category(filters.categories.length === 1 ? (filters.categories[0] ?? '') : '');
  const wholeGroup = kind && facets.groups.find(({ group }) => group.slug === kind.group.slug);
  const inState = (state: string) => facets.openStates?.find((count) => count.state === state)?.count ?? 0;
  const labelOf = (code: Action) => action(code)?.label ?? code;

  return (
    <div className="empty">
      <h2>{near ? t.noneWithin(distanceText(near.radiusMeters, language)) : t.noneHere}</h2>
      <p>{t.noneTold}</p>
      <ul>
        {nearest && far !== null && (
          <Way
            sign={<PlaceSign node={nearest.node} />}
            title={nearest.node.name}
            why={t.nearestIs(distanceText(far, language))}
            onPress={() => onPlace(nearest.node.slug)}
          />
        )}
        {asksHours(filters) && !filters.includeUnknownHours && inState('UNKNOWN') > 0 && (
          <Way
            sign={
              <Sign>
                <Clock size={19} />
              </Sign>
            }
            title={t.alsoUnknownHours}
            why={t.placeCount(inState('UNKNOWN'))}
            onPress={() => onFilters({ ...filters, includeUnknownHours: true })}
          />
        )}
        {asksHours(filters) && inState('CLOSED') > 0 && (
          <Way
            sign={
              <Sign>
                <Clock size={19} />
              </Sign>
            }
            title={t.allHours}
            why={t.placeCount(inState('CLOSED') + inState('UNKNOWN'))}
            onPress={() => onFilters({ ...filters, openNow: false, openAt: null, includeUnknownHours: false })}
          />
        )}
        {wider && (
          <Way
            sign={
              <Sign>
                <Maximize2 size={19} />
              </Sign>
            }
            title={t.lookWithin(distanceText(wider.radiusMeters, language))}
            why={widerCount === undefined ? t.zoomOutWhy : t.placeCount(widerCount)}
            onPress={() => onLookWider(wider)}
          />
        )}
        {!here && (
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
        {instead && (
          <Way
            sign={
              <Glyph
                group={action(instead.action.code)?.group.slug ?? ''}
                icon={action(instead.action.code)?.icon ?? ''}
                size={36}
              />
            }
            title={t.instead(labelOf(instead.action.code))}
            why={t.placeCount(instead.count)}
            onPress={() => onFilters({ ...filters, actions: [instead.action.code] })}
          />
        )}
        {broader && (
          <Way
            sign={
              <Sign>
                <PlainIcon icon={broader.objectType.icon} />
              </Sign>
            }
            title={t.moreBroadly(broader.objectType.label)}
            why={t.placeCount(broader.count)}
            onPress={() => onFilters({ ...filters, objects: [broader.objectType.slug] })}
          />
        )}
        {wholeGroup && (
          <Way
            sign={
              <Sign>
                <Shapes size={19} />
              </Sign>
            }
            title={t.moreBroadly(group(wholeGroup.group.slug)?.label ?? wholeGroup.group.slug)}
            why={t.placeCount(wholeGroup.count)}
            onPress={() => onFilters({ ...filters, categories: [wholeGroup.group.slug] })}
          />
        )}
        {mayKnow && mayKnow.node.slug !== nearest?.node.slug && (
          <Way
            sign={<PlaceSign node={mayKnow.node} />}
            title={t.ask(mayKnow.node.name)}
            why={t.mayKnow(mayKnow.node.category.label, distanceText(mayKnow.distanceMeters ?? 0, language))}
            onPress={() => onPlace(mayKnow.node.slug)}
          />
        )}
        {filtered && everythingCount !== 0 && (
          <Way
            sign={
              <Sign>
                <Eraser size={19} />
              </Sign>
            }
            title={t.withoutFilters}
            why={everythingCount === undefined ? t.withoutFiltersWhy : t.placeCount(everythingCount)}
            onPress={() => onFilters(noFilters)}
          />
        )}
        {onTell && (
          <Way
            sign={
              <Sign>
                <MessageSquarePlus size={19} />
              </Sign>
            }
            title={t.tellMissing}
            why={t.tellMissingWhy}
            onPress={onTell}
          />
        )}
      </ul>
    </div>
  );
}
