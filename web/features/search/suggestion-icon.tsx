import { MapPin, Search } from 'lucide-react';
import { Glyph, PlainIcon } from '../../ui/glyph.tsx';
import { markState } from '../../ui/state-line.tsx';
import type { Suggestion } from './queries.ts';

/** A place keeps its circle; things and actions do not have one. */
export function SuggestionIcon({
  suggestion: { kind, icon, listing, category, group, action, objectType },
}: {
  suggestion: Suggestion;
}) {
  if (kind === 'PLACE') return <MapPin className="plain" size={20} aria-hidden />;
  if (listing)
    return (
      <Glyph
        group={listing.category.group.slug}
        icon={listing.category.icon}
        state={markState(listing.openingHours)}
        size={26}
      />
    );
  const groupSlug = category?.group.slug ?? action?.group.slug ?? group?.slug;
  const name = category?.icon ?? action?.icon ?? objectType?.icon ?? icon ?? '';
  if (groupSlug) return <Glyph group={groupSlug} icon={name} size={26} />;
  return objectType ? (
    <span className="plain">
      <PlainIcon icon={name} />
    </span>
  ) : (
    <Search className="plain" size={20} aria-hidden />
  );
}
