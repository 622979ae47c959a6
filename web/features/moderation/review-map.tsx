import { MapPin } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { distanceText } from '../../lib/format.ts';
import { distanceMeters, type Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import type { Camera } from '../../lib/url.ts';
import type { PersonEvents } from '../map/map-view.tsx';
import { SmallMap } from '../map/small-map.tsx';
import { registerWords } from '../register/words.ts';
import type { ModerationWords } from './words/en.ts';

export interface Side {
  title: string;
  position: Position | null | undefined;
}

/** Where it is, or where the two sides of what is compared are. */
export default function ReviewMap({ words, sides }: { words: ModerationWords; sides: readonly Side[] }) {
  const { language } = useI18n();
  const where = useWords(registerWords)?.where;
  const [elements] = useState(() => sides.map(() => document.createElement('div')));
  const [moved, setMoved] = useState<Camera | null>(null);
  const [one, other] = sides.flatMap(({ position }) => position ?? []);
  const apart = one && other ? distanceMeters(one, other) : 0;
  const marked = sides.map((side, index) => ({ ...side, element: elements[index] as HTMLElement })); // made for each
  // Equal positions are one pin.
  const drawn = apart > 0 ? marked : marked.filter(({ position }) => position).slice(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sides of a review stay where they are
  const pins = useMemo(() => drawn.map(({ element, position }) => ({ element, position: position ?? null })), []);
  if (!one || !where) return null;
  const gestures = { wheel: where.wheelToZoom, wheelMac: where.wheelToZoomMac, touch: where.twoFingers };
  return (
    <figure className="review-map">
      <SmallMap
        camera={moved ?? cameraOver(one, other ?? one)}
        pins={pins}
        events={watching(setMoved)}
        gestures={gestures}
      />
      {drawn.map(({ title, element }) =>
        createPortal(
          <span className="review-pin">
            <MapPin size={36} aria-hidden />
            <b>{title}</b>
          </span>,
          element,
          title,
        ),
      )}
      {apart > 0 && <figcaption>{words.apart(distanceText(apart, language))}</figcaption>}
    </figure>
  );
}

const watching = (moved: (camera: Camera) => void): PersonEvents => ({
  moved,
  tapped: () => undefined,
  tappedSpot: () => undefined,
  hovered: () => undefined,
});

const nearest = 16;
/** The two lie this far apart on the screen, or closer. */
const apartPixels = 120;

/** Both in sight. */
function cameraOver(one: Position, other: Position): Camera {
  const [lon, lat] = [(one.lon + other.lon) / 2, (one.lat + other.lat) / 2];
  const worldMeters = 40_075_017 * Math.cos((lat * Math.PI) / 180);
  const zoom = Math.log2((worldMeters * apartPixels) / (512 * Math.max(distanceMeters(one, other), 1)));
  return { lon, lat, zoom: Math.max(1, Math.min(zoom, nearest)) };
}
