import { placeIconsUrl, thingIconsUrl } from 'virtual:place-icons';

export type MarkState = 'open' | 'closed' | 'unknown';

/** Dashes of the ring of a place whose hours nobody told: sixteen around, in the same units as its radius. */
export const dashes = (radius: number): [number, number] => [
  ((2 * Math.PI * radius) / 16) * 0.56,
  ((2 * Math.PI * radius) / 16) * 0.44,
];

/** A place's mark, the same in a list, on a page and on the map: filled when open, hollow when closed, dashed when not known. */
export function Glyph({
  group,
  icon,
  state = 'open',
  size = 32,
}: {
  group: string;
  icon: string;
  state?: MarkState;
  size?: number;
}) {
  const filled = state === 'open';
  return (
    <svg
      className="glyph"
      data-group={group}
      data-state={state}
      width={size}
      height={size}
      viewBox="-0.6 -0.6 31.2 31.2"
      aria-hidden="true"
    >
      {filled ? (
        <circle cx="15" cy="15" r="14.4" fill="var(--g)" stroke="var(--g-ink)" strokeWidth="1.1" />
      ) : (
        <circle
          cx="15"
          cy="15"
          r="14"
          fill="var(--glyph-ground, var(--paper))"
          stroke="var(--g-ink)"
          strokeWidth="1.7"
          strokeDasharray={state === 'unknown' ? dashes(14).join(' ') : undefined}
        />
      )}
      <use
        href={`${placeIconsUrl}#${icon}`}
        x="7.2"
        y="7.2"
        width="15.6"
        height="15.6"
        fill={filled ? 'var(--g-on)' : 'var(--g-ink)'}
      />
    </svg>
  );
}

/** A thing or an action, without the circle that belongs to places. */
export function PlainIcon({ icon, size = 18 }: { icon: string; size?: number }) {
  return (
    <svg width={size} height={size} fill="currentColor" aria-hidden="true">
      <use href={`${thingIconsUrl}#${icon}`} width={size} height={size} />
    </svg>
  );
}
