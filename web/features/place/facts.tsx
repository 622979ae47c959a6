import { Accessibility, Building2, Globe, Image, Languages, Mail, MapPin, Phone, Users, Wallet } from 'lucide-react';
import { dateText, languageText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Said } from '../../ui/said.tsx';
import { CopyAddress } from './copy.tsx';
import type { Place } from './queries.ts';
import { usePlaceWords } from './words.tsx';

const size = 18;

/** Address, contact and access; what nobody told is said to be not known. */
export function Facts({ place, websiteGoneSince }: { place: Place; websiteGoneSince: string | null }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  const { address, contact, languages, organization, payment } = place;
  const isPaid = place.offers.some(({ priceKind }) => priceKind === 'PAID');
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
              {address?.formatted && <CopyAddress text={`${place.name}, ${address.formatted}`} />}
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
            <span>
              <a href={contact.website} target="_blank" rel="noreferrer">
                {shortUrl(contact.website)}
              </a>
              {websiteGoneSince && <em>{words.websiteGone(dateText(websiteGoneSince, language))}</em>}
            </span>
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
            {place.accessNotes && (
              <em>
                <Said text={place.accessNotes} language={place.accessNotesLanguage} />
              </em>
            )}
          </span>
        </li>
        {(payment.length > 0 || isPaid) && (
          <li>
            <Wallet size={size} aria-hidden />
            <span className={payment.length > 0 ? undefined : 'quiet'}>
              {payment.length > 0
                ? words.payWith(payment.map((means) => words.payment[means]).join(', '))
                : words.payUnknown}
            </span>
          </li>
        )}
        {languages.length > 0 && (
          <li>
            <Languages size={size} aria-hidden />
            <span>{t.speaks(languages.map((code) => languageText(code, language)).join(', '))}</span>
          </li>
        )}
        {organization && (
          <li>
            <Building2 size={size} aria-hidden />
            <span>
              {words.runBy}{' '}
              {organization.website ? (
                <a href={organization.website} target="_blank" rel="noreferrer">
                  {organization.name}
                </a>
              ) : (
                organization.name
              )}
              {organization.class && <em>{words.organizationClass[organization.class]}</em>}
            </span>
          </li>
        )}
        {place.photosPage && (
          <li>
            <Image size={size} aria-hidden />
            <a href={place.photosPage} target="_blank" rel="noreferrer">
              {words.photos}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

const shortUrl = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
