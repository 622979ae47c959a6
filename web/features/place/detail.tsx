import { Check, Globe, Navigation, Phone, Share2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { distanceText, minutesOnFoot } from '../../lib/format.ts';
import { distanceMeters, type Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Freshness } from '../../ui/freshness.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { markState, StateLine } from '../../ui/state-line.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Facts } from './facts.tsx';
import { Offers } from './offers.tsx';
import { Provenance } from './provenance.tsx';
import type { Place, PlaceAnswer } from './queries.ts';
import { WeekTable } from './week.tsx';

/** Farther than this nobody asks for minutes on foot. */
const walkMeters = 3000;

export function PlaceDetail({
  answer,
  from,
  onClose,
}: {
  answer: PlaceAnswer;
  from: Position | null;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { place, loading, error } = answer;
  if (place) return <Loaded key={place.slug} place={place} from={from} onClose={onClose} />;
  return (
    <article className="detail" aria-busy={loading}>
      <div className="head">
        <div className="kind">
          <span className="actions">
            <Close onClose={onClose} />
          </span>
        </div>
        {loading ? (
          <div className="skeleton lines" aria-hidden="true">
            <i className="wide" />
            <i className="middle" />
            <i className="wide" />
            <i className="short" />
          </div>
        ) : error ? (
          <div role="alert">
            <h1>{t.placeFailed}</h1>
            <p>{t.mapKeepsWorking}</p>
            <Button className="button line" onPress={answer.retry}>
              {t.retry}
            </Button>
          </div>
        ) : (
          <div role="alert">
            <h1>{t.placeNotFound}</h1>
            <p>{t.placeNotFoundWhy}</p>
            <Button className="button line" onPress={onClose}>
              {t.backToList}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}

function Loaded({ place, from, onClose }: { place: Place; from: Position | null; onClose: () => void }) {
  const { t, language } = useI18n();
  const now = useNow();
  const { category, openingHours, location } = place;
  const meters = from && distanceMeters(from, location);
  const title = useRef<HTMLHeadingElement>(null);
  // Who came by keyboard or screen reader stands at the place now.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <article className="detail" aria-labelledby="place-name" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="head">
        <div className="kind" data-group={category.group.slug}>
          <Glyph
            group={category.group.slug}
            icon={category.icon}
            state={markState(openingHours, place.status)}
            size={26}
          />
          {category.label}
          <span className="actions">
            <Share name={place.name} />
            <Close onClose={onClose} />
          </span>
        </div>
        <h1 id="place-name" ref={title} tabIndex={-1}>
          {place.name}
        </h1>
        <p className="sum">
          <StateLine hours={openingHours} status={place.status} now={now} />
          {meters !== null && (
            <span>
              {distanceText(meters, language)}
              {meters < walkMeters && `, ${t.onFoot(minutesOnFoot(meters))}`}
            </span>
          )}
        </p>
        {place.description && <p className="description">{place.description}</p>}
      </div>
      <Ways place={place} />
      <Offers offers={place.offers} />
      <section>
        <h2>
          {t.hours}
          {place.byAppointment && <small>{t.byAppointment}</small>}
        </h2>
        <WeekTable hours={openingHours} now={now} />
        {place.openingHoursNote && <p className="note">{place.openingHoursNote}</p>}
      </section>
      <Facts place={place} />
      <section>
        <h2>{t.whereFrom}</h2>
        <Provenance place={place} />
        <Freshness level={place.freshness} verifiedAt={place.verifiedAt} now={now} long />
      </section>
    </article>
  );
}

function Close({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Button className="button plain square" aria-label={t.close} onPress={onClose}>
      <X size={22} aria-hidden />
    </Button>
  );
}

/** The device's own sharing where there is one, else the address on the clipboard. */
function Share({ name }: { name: string }) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  const share = async () => {
    const url = window.location.href;
    try {
      if (navigator.share) return await navigator.share({ title: name, url });
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // The person closed the sheet, or the browser keeps the clipboard shut: the address bar still has the link.
    }
  };
  return (
    <>
      <Button className="button plain square" aria-label={t.share} onPress={() => void share()}>
        {copied ? <Check size={20} aria-hidden /> : <Share2 size={20} aria-hidden />}
      </Button>
      <span className="visually-hidden" role="status">
        {copied && t.linkCopied}
      </span>
    </>
  );
}

function Ways({ place: { location, contact, name } }: { place: Place }) {
  const { t } = useI18n();
  const { lat, lon } = location;
  // Android opens the person's own map for geo:; elsewhere OpenStreetMap's directions answer.
  const directions = /android/i.test(navigator.userAgent)
    ? `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`
    : `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`;
  return (
    <div className="ways">
      <a className="button primary" href={directions} target="_blank" rel="noreferrer">
        <Navigation size={18} aria-hidden />
        {t.directions}
      </a>
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
    </div>
  );
}
