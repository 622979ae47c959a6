import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { Glyph, type MarkState } from '../../ui/glyph.tsx';
import type { MarkedPlace } from '../../ui/hovered.ts';
import type { Pixel } from './spot.ts';

export interface Spot {
  places: MarkedPlace[];
  at: Pixel;
}

const gap = 18;
const edge = 12;

/** The places of one spot, by name: their marks cover each other. Closes by Escape, outside, or when the map moves. */
export function SpotList({
  spot: { places, at },
  onChoose,
  onClose,
}: {
  spot: Spot;
  onChoose: (slug: string) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { category } = useTaxonomy();
  const box = useRef<HTMLDivElement>(null);
  const words: Record<MarkState, string> = { open: t.open, closed: t.closed, unknown: t.hoursNotKnown };

  // Beside the spot, inside the window, before it is painted.
  useLayoutEffect(() => {
    if (!box.current) return;
    const { offsetWidth, offsetHeight, style } = box.current;
    const left = Math.min(Math.max(edge, at.x - offsetWidth / 2), window.innerWidth - offsetWidth - edge);
    const below = at.y + gap + offsetHeight + edge <= window.innerHeight;
    const top = below ? at.y + gap : Math.max(edge, at.y - gap - offsetHeight);
    style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }, [at]);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus();
    return () => {
      // Where the list went away with what was in it, the keyboard goes on from the map.
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (step) {
      event.preventDefault();
      const from = buttons.findIndex((button) => button.matches(':focus'));
      buttons[(from + step + buttons.length) % buttons.length]?.focus();
    }
  };
  return (
    <div ref={box} className="popover spot" role="dialog" aria-label={t.placesHere(places.length)} onKeyDown={keys}>
      <h2>{t.placesHere(places.length)}</h2>
      <ul>
        {places.map(({ slug, name, category: kind, group, state }) => (
          <li key={slug}>
            <button type="button" onClick={() => onChoose(slug)}>
              <Glyph group={group} icon={category(kind)?.icon ?? ''} state={state} size={30} />
              <span className="spot-words">
                <b>{name || category(kind)?.label}</b>
                <span className="quiet">
                  {[name && category(kind)?.label, words[state]].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
