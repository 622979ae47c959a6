import { type ReactNode, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { ChosenPin, HerePin, HoverPin } from '../features/map/pins.tsx';
import type { Place } from '../features/place/queries.ts';
import type { Position } from '../lib/geometry.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import type { MarkedPlace } from '../ui/hovered.ts';
import { markState } from '../ui/state-line.tsx';

type Pin = { element: HTMLElement; position: Position | null };

interface Props {
  chosen: Place | null;
  hovered: MarkedPlace | null;
  here: Position | null;
  children: (pins: Pin[]) => ReactNode;
}

/** Draws what stands on the map with React, into elements that the map moves. */
export function MapPins({ chosen, hovered, here, children }: Props) {
  const { category } = useTaxonomy();
  const [elements] = useState(() => ({ here: pinElement('1'), hovered: pinElement('2'), chosen: pinElement('3') }));
  const pins = useMemo(
    () => [
      { element: elements.here, position: here },
      { element: elements.hovered, position: hovered },
      { element: elements.chosen, position: chosen?.location ?? null },
    ],
    [elements, here, hovered, chosen],
  );
  return (
    <>
      {children(pins)}
      {here && createPortal(<HerePin />, elements.here)}
      {hovered &&
        createPortal(
          <HoverPin
            key={hovered.slug}
            group={hovered.group}
            icon={category(hovered.category)?.icon ?? ''}
            state={hovered.state}
            name={hovered.name}
          />,
          elements.hovered,
        )}
      {chosen &&
        createPortal(
          <ChosenPin
            group={chosen.category.group.slug}
            icon={chosen.category.icon}
            state={markState(chosen.openingHours, chosen.status)}
            name={chosen.name}
          />,
          elements.chosen,
        )}
    </>
  );
}

/** The list says the same in words: the marks are for the eye. */
function pinElement(layer: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-hidden', 'true');
  element.style.zIndex = layer;
  element.style.pointerEvents = 'none';
  return element;
}
