import { Glyph, type MarkState } from '../../ui/glyph.tsx';
import type { Pixel } from './spot.ts';

export interface SketchedMark {
  slug: string;
  group: string;
  icon: string;
  state: MarkState;
  /** Of a kind that the map draws as dots. */
  minor: boolean;
  at: Pixel;
}

const sizeOf = (minor: boolean) => (minor ? 11 : 30);

/** The places of the list where the map will draw them, until it does: it starts only when the list is there. */
export function Sketch({ marks }: { marks: SketchedMark[] }) {
  return (
    <div className="sketch" aria-hidden="true">
      {marks.map(({ slug, at, minor, ...look }) => (
        <i key={slug} style={{ translate: `calc(${Math.round(at.x)}px - 50%) calc(${Math.round(at.y)}px - 50%)` }}>
          <Glyph {...look} size={sizeOf(minor)} />
        </i>
      ))}
    </div>
  );
}
