import type { MouseEvent } from 'react';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Freshness } from '../../ui/freshness.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { markState, StateLine } from '../../ui/state-line.tsx';
import { TodayStrip } from '../../ui/today-strip.tsx';
import type { Row } from './queries.ts';

interface Props {
  row: Row;
  distanceMeters: number | null;
  now: Date;
  chosen: boolean;
  visited: boolean;
  onChoose: (slug: string) => void;
  onHover: (row: Row | null) => void;
}

/** More things than this would wrap. */
const namedThings = 2;

/** A place in the list: a row on a grid, no card. A real link, so that it can be opened elsewhere. */
export function ResultRow({ row, distanceMeters, now, chosen, visited, onChoose, onHover }: Props) {
  const { language } = useI18n();
  const things = [
    ...new Set(row.offers.flatMap(({ objects }) => objects.map(({ label }) => label.toLocaleLowerCase(language)))),
  ];
  const offered = things.length > 0 ? things.slice(0, namedThings).join(', ') : row.offers[0]?.action.label;
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
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onHover(row)}
        onPointerLeave={() => onHover(null)}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onHover(row)}
        onBlur={() => onHover(null)}
      >
        <Glyph
          group={row.category.group.slug}
          icon={row.category.icon}
          state={markState(row.openingHours, row.status)}
          size={36}
        />
        <span className="name">{row.name}</span>
        <span className="far">{distanceMeters === null ? '' : distanceText(distanceMeters, language)}</span>
        <span className="what">{[row.category.label, offered].filter(Boolean).join(' · ')}</span>
        <Freshness level={row.freshness} verifiedAt={row.verifiedAt} now={now} />
        <StateLine hours={row.openingHours} status={row.status} now={now} />
        <TodayStrip hours={row.openingHours?.state === 'UNKNOWN' ? null : row.openingHours} now={now} />
      </a>
    </li>
  );
}
