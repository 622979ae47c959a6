import { type MouseEvent, memo } from 'react';
import { distanceText, minutesOnFoot } from '../../lib/format.ts';
import { hoursAt } from '../../lib/hours.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Freshness } from '../../ui/freshness.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { type Hovered, useIsHovered } from '../../ui/hovered.ts';
import { markState, StateLine } from '../../ui/state-line.tsx';
import { TodayStrip } from '../../ui/today-strip.tsx';
import type { Row } from './queries.ts';

interface Props {
  row: Row;
  distanceMeters: number | null;
  /** The moment whose hours are told. */
  now: Date;
  /** Distances are from where somebody is or will be. */
  walked: boolean;
  chosen: boolean;
  visited: boolean;
  onChoose: (slug: string) => void;
  hovered: Hovered;
}

/** Further than this nobody asks for minutes on foot. */
const walkMeters = 4000;
/** More things than this would wrap. */
const namedThings = 2;

/** A place in the list: a row on a grid, no card. A real link, so that it can be opened elsewhere. */
export const ResultRow = memo(function ResultRow(props: Props) {
  const { row, distanceMeters, now, walked, chosen, visited, onChoose, hovered } = props;
  const { t, language } = useI18n();
  const walks = walked && distanceMeters !== null && distanceMeters <= walkMeters;
  const raised = useIsHovered(hovered, row.slug);
  const raise = () => hovered.set(markOf(row));
  const lower = () => hovered.set(null);
  const things = [
    ...new Set(row.offers.flatMap(({ objects }) => objects.map(({ label }) => label.toLocaleLowerCase(language)))),
  ];
  const offered = things.length > 0 ? things.slice(0, namedThings).join(', ') : row.offers[0]?.action.label;
  const hours = row.openingHours && hoursAt(row.openingHours, now);
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChoose(row.slug);
  };
  return (
    <li>
      <a
        className="row"
        href={`?place=${encodeURIComponent(row.slug)}`}
        aria-current={chosen || undefined}
        data-visited={visited || undefined}
        onClick={choose}
        data-raised={raised || undefined}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && raise()}
        onPointerLeave={lower}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && raise()}
        onBlur={lower}
      >
        <Glyph
          group={row.category.group.slug}
          icon={row.category.icon}
          state={markState(hours, row.status)}
          size={36}
        />
        <span className="name">{row.name}</span>
        <span className="far">
          {distanceMeters !== null && distanceText(distanceMeters, language)}
          {walks && <small>{t.aboutMinutes(minutesOnFoot(distanceMeters))}</small>}
        </span>
        <span className="what">{[row.category.label, offered].filter(Boolean).join(' · ')}</span>
        <Freshness level={row.freshness} verifiedAt={row.verifiedAt} now={now} />
        <StateLine hours={hours} status={row.status} now={now} />
        <TodayStrip hours={hours?.state === 'UNKNOWN' ? null : hours} now={now} />
      </a>
    </li>
  );
});

/** The row as the map marks it. */
const markOf = ({ location, slug, name, category, openingHours, status }: Row) => ({
  ...location,
  slug,
  name,
  category: category.slug,
  group: category.group.slug,
  state: markState(openingHours, status),
});
