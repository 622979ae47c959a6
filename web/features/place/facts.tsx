import { Accessibility, Globe, Languages, Mail, MapPin, Phone, Users } from 'lucide-react';
import { languageText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Place } from './queries.ts';

const size = 18;

/** Address, contact and access; what nobody told is said to be not known. */
export function Facts({ place }: { place: Place }) {
  const { t, language } = useI18n();
  const { address, contact, languages } = place;
  return (
    <section>
      <h2>{t.contact}</h2>
      <ul className="facts">
        {(address?.formatted || place.locationApproximate) && (
          <li>
            <MapPin size={size} aria-hidden />
            <span>
              {address?.formatted}
              {place.locationApproximate && <em>{t.approximate}</em>}
            </span>
          </li>
        )}
        {contact?.phone && (
          <li>
            <Phone size={size} aria-hidden />
            <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
          </li>
        )}
        {contact?.website && (
          <li>
            <Globe size={size} aria-hidden />
            <a href={contact.website} target="_blank" rel="noreferrer">
              {shortUrl(contact.website)}
            </a>
          </li>
        )}
        {contact?.email && (
          <li>
            <Mail size={size} aria-hidden />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </li>
        )}
        {contact?.social.map(({ network, url }) => (
          <li key={url}>
            <Users size={size} aria-hidden />
            <a href={url} target="_blank" rel="noreferrer">
              {network}
            </a>
          </li>
        ))}
        <li>
          <Accessibility size={size} aria-hidden />
          <span className={place.wheelchair === 'UNKNOWN' ? 'quiet' : undefined}>
            {t.wheelchair[place.wheelchair]}
            {place.accessNotes && <em>{place.accessNotes}</em>}
          </span>
        </li>
        {languages.length > 0 && (
          <li>
            <Languages size={size} aria-hidden />
            <span>{t.speaks(languages.map((code) => languageText(code, language)).join(', '))}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

const shortUrl = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
