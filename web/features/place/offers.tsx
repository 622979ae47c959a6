import { moneyText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Said } from '../../ui/said.tsx';
import type { Place } from './queries.ts';

type Offer = Place['offers'][number];

/** More objects than this are counted, not named. */
const namedObjects = 6;

export function Offers({ offers }: { offers: Offer[] }) {
  const { t } = useI18n();
  if (offers.length === 0) return null;
  const inferred = offers.every((offer) => offer.inferred);
  return (
    <section>
      <h2>
        {t.whatYouCanDo}
        {inferred && <small title={t.usuallyWhy}>{t.usually.toLowerCase()}</small>}
      </h2>
      <ul className="offers">
        {offers.map((offer) => (
          <li key={`${offer.action.code} ${offer.objects.map(({ slug }) => slug).join(' ')}`}>
            <Glyph group={offer.action.group.slug} icon={offer.action.icon} size={30} />
            <h3>{offer.action.label}</h3>
            <Price offer={offer} usually={offer.inferred && !inferred} />
            <Terms offer={offer} />
          </li>
        ))}
      </ul>
      {inferred && <p className="note quiet">{t.usuallyWhy}</p>}
    </section>
  );
}

function Price({ offer, usually }: { offer: Offer; usually: boolean }) {
  const { t, language } = useI18n();
  const { priceKind, amountMin, amountMax, currency } = offer;
  const amounts = currency
    ? [...new Set([amountMin, amountMax])].flatMap((amount) =>
        typeof amount === 'number' ? [moneyText(amount, currency, language)] : [],
      )
    : [];
  const price = amounts.length > 0 ? amounts.join('–') : priceKind ? t.price[priceKind] : null;
  return (
    <span className={price ? 'price' : 'price quiet'}>
      {usually && <small>{t.usually} </small>}
      {price ?? t.priceNotKnown}
    </span>
  );
}

function Terms({ offer }: { offer: Offer }) {
  const { t, language } = useI18n();
  const labels = offer.objects.map(({ label }) => label);
  const objects =
    labels.length > namedObjects
      ? `${labels.slice(0, namedObjects).join(', ')} +${labels.length - namedObjects}`
      : labels.join(', ');
  const terms = [
    offer.loanDays && t.forDays(offer.loanDays),
    offer.maxItems && t.atMost(offer.maxItems),
    offer.depositAmount && offer.currency && t.deposit(moneyText(offer.depositAmount, offer.currency, language)),
    offer.atHome && t.atHome,
  ].filter(Boolean);
  return (
    <>
      {objects && <p>{objects}</p>}
      {terms.length > 0 && <p className="quiet">{terms.join(', ')}</p>}
      {offer.note && (
        <p className="quiet">
          <Said text={offer.note} language={offer.noteLanguage} />
        </p>
      )}
    </>
  );
}
