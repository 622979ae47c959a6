import './short-row.css';
import type { ReactNode } from 'react';
import type { OpenState } from '../gql/graphql.ts';
import { Glyph } from './glyph.tsx';
import { markState } from './state-line.tsx';

interface Node {
  name: string;
  status: string;
  category: { icon: string; label: string; group: { slug: string } };
  openingHours?: { state: OpenState } | null;
}

/** A place on one line of a short list: what it is called and is, and one thing beside. */
export function ShortRow({
  node,
  second = node.category.label,
  aside,
  onPress,
}: {
  node: Node;
  second?: ReactNode;
  aside: ReactNode;
  onPress: () => void;
}) {
  return (
    <li className="short-row">
      <button type="button" className="to" onClick={onPress}>
        <Glyph
          group={node.category.group.slug}
          icon={node.category.icon}
          state={markState(node.openingHours, node.status)}
        />
        <span>
          <b>{node.name}</b>
          <span>{second}</span>
        </span>
      </button>
      {aside}
    </li>
  );
}
