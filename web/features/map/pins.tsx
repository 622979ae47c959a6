import { Glyph, type MarkState } from '../../ui/glyph.tsx';

/** The chosen place: its own mark, larger, ringed in ink, on a foot. */
export function ChosenPin({
  group,
  icon,
  state,
  name,
}: {
  group: string;
  icon: string;
  state: MarkState;
  name: string;
}) {
  return (
    <div className="pin chosen" data-group={group}>
      <div className="disc">
        <Glyph group={group} icon={icon} state={state} size={44} />
      </div>
      <span>{name}</span>
    </div>
  );
}

/** The place under the pointer, on the map or in the list. */
export function HoverPin({
  group,
  icon,
  state,
  name,
}: {
  group: string;
  icon: string;
  state: MarkState;
  name: string;
}) {
  return (
    <div className="pin hover">
      <Glyph group={group} icon={icon} state={state} size={36} />
      <span>{name}</span>
    </div>
  );
}

export const HerePin = () => <div className="here" />;
