import { Bookmark, BookmarkCheck, Globe, Map as MapIcon, Navigation, Phone, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { removePlace, savePlace, useSavedPlaces } from '../saved/saved.ts';
import type { Place } from './queries.ts';
import { usePlaceWords } from './words.tsx';

/** What one can do about a place from here. */
export function Ways({ place, from }: { place: Place; from: Position | null }) {
  const { t } = useI18n();
  const { contact } = place;
  return (
    <div className="ways">
      <Directions place={place} from={from} />
      {contact?.phone && (
        <a className="button line" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
          <Phone size={18} aria-hidden />
          {t.call}
        </a>
      )}
      {contact?.website && (
        <a className="button line" href={contact.website} target="_blank" rel="noreferrer">
          <Globe size={18} aria-hidden />
          {t.site}
        </a>
      )}
      <Save place={place} />
    </div>
  );
}

/** With what to find the way: the device's own maps, or OpenStreetMap's directions on foot. */
function Directions({ place, from }: { place: Place; from: Position | null }) {
  const { t } = useI18n();
  const words = usePlaceWords();
  return (
    <MenuTrigger>
      <Button className="button primary">
        <Navigation size={18} aria-hidden />
        {t.directions}
      </Button>
      <Popover className="popover menu" placement="bottom start">
        <Menu className="options" aria-label={words.directionsWith}>
          <MenuItem href={mapsAppAddress(place)}>
            <Smartphone size={18} aria-hidden />
            {words.mapsApp}
          </MenuItem>
          <MenuItem href={openStreetMapAddress(place, from)} target="_blank" rel="noreferrer">
            <MapIcon size={18} aria-hidden />
            OpenStreetMap
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Apple's devices know `maps:`, all others `geo:` (RFC 5870), with the name as Android reads it. */
function mapsAppAddress({ location: { lat, lon }, name }: Place): string {
  return /iPhone|iPad|Macintosh/.test(navigator.userAgent)
    ? `maps:?daddr=${lat},${lon}&q=${encodeURIComponent(name)}`
    : `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`;
}

function openStreetMapAddress({ location: { lat, lon } }: Place, from: Position | null): string {
  const start = from ? `${from.lat},${from.lon}` : '';
  const query = new URLSearchParams({ engine: 'fossgis_osrm_foot', route: `${start};${lat},${lon}` });
  return `https://www.openstreetmap.org/directions?${query}`;
}

function Save({ place }: { place: Place }) {
  const words = usePlaceWords();
  const saved = useSavedPlaces().some(({ place: { slug } }) => slug === place.slug);
  const [full, setFull] = useState(false);
  return (
    <>
      <Button
        className="button line square"
        aria-label={saved ? words.saved : words.save}
        aria-pressed={saved}
        onPress={() => setFull(!(saved ? removePlace(place.slug) : savePlace(place)))}
      >
        {saved ? <BookmarkCheck size={18} aria-hidden /> : <Bookmark size={18} aria-hidden />}
      </Button>
      <p className={full ? 'note' : 'visually-hidden'} role="status">
        {full ? words.noRoom : saved ? words.savedHere : ''}
      </p>
    </>
  );
}
