import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OpenState } from '../../gql/graphql.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { markState } from '../../ui/state-line.tsx';

/** One way on: what it does, and what it leads to. */
export function Way({
  sign,
  title,
  why,
  onPress,
}: {
  sign: ReactNode;
  title: string;
  why: string;
  onPress: () => void;
}) {
  return (
    <li>
      <button type="button" className="way" onClick={onPress}>
        {sign}
        <span>
          <b>{title}</b>
          <span>{why}</span>
        </span>
        <ChevronRight size={20} aria-hidden />
      </button>
    </li>
  );
}

export const Sign = ({ children }: { children: ReactNode }) => (
  <span className="sign" aria-hidden="true">
    {children}
  </span>
);

interface MarkedNode {
  category: { icon: string; group: { slug: string } };
  openingHours?: { state: OpenState } | null;
}

export const PlaceSign = ({ node }: { node: MarkedNode }) => (
  <Glyph group={node.category.group.slug} icon={node.category.icon} state={markState(node.openingHours)} size={36} />
);
