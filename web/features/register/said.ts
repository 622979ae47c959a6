import { languageText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { useObjectTypes } from '../search/queries.ts';
import type { Draft, OfferDraft, Texts } from './draft.ts';
import { useForm } from './form.ts';
import { writeHours } from './hours/write.ts';
import { writtenIn } from './input.ts';
import type { Part } from './merge.ts';

/** What a draft says of a part, on a few lines; '' where it says nothing. */
export function useSaid(): (draft: Draft, part: Part) => string {
  const { t, language } = useI18n();
  const { words } = useForm();
  const { action, category } = useTaxonomy();
  const { bySlug } = useObjectTypes(true);
  const texts = (said: Texts) =>
    writtenIn(said)
      .map((code) => `${said[code]} (${languageText(code, language)})`)
      .join('\n');
  const offer = (said: OfferDraft) =>
    [
      [
        action(said.action)?.label ?? said.action,
        said.objects.map((slug) => bySlug?.get(slug)?.label ?? slug).join(', '),
      ]
        .filter(Boolean)
        .join(': '),
      said.priceKind && t.price[said.priceKind],
      [...new Set([said.amountMin, said.amountMax])].filter(Boolean).join('–'),
      said.depositAmount && t.deposit(`${said.depositAmount} ${said.currency}`),
      said.loanDays && t.forDays(Number(said.loanDays)),
      said.maxItems && t.atMost(Number(said.maxItems)),
      said.atHome && t.atHome,
      said.note[language],
    ]
      .filter(Boolean)
      .join(', ');
  return (draft, part) => {
    switch (part) {
      case 'categories':
        return draft.categories.map((slug) => category(slug)?.label ?? slug).join(', ');
      case 'organization':
        return draft.organization && words.what.anOrganization;
      case 'location':
        return draft.location ? `${draft.location.lat.toFixed(5)}, ${draft.location.lon.toFixed(5)}` : '';
      case 'address': {
        const { street, houseNumber, postcode, city, country } = draft.address;
        return [`${street} ${houseNumber}`, `${postcode} ${city}`, country]
          .map((line) => line.trim())
          .filter(Boolean)
          .join(', ');
      }
      case 'offers':
        return draft.offers.map(offer).join('\n');
      case 'hours':
        return draft.hours.kind === 'always'
          ? t.alwaysOpen
          : draft.hours.kind === 'appointment'
            ? t.byAppointment
            : writeHours(draft.hours);
      case 'byAppointment':
        return draft.byAppointment ? t.byAppointment : '';
      case 'wheelchair':
        return draft.wheelchair === 'UNKNOWN' ? '' : t.wheelchair[draft.wheelchair];
      case 'accessNotes':
      case 'description':
        return texts(draft[part]);
      case 'languages':
        return draft.languages.map((code) => languageText(code, language)).join(', ');
      case 'payment':
        return draft.payment.map((means) => words.about.paymentOf[means]).join(', ');
      default:
        return draft[part];
    }
  };
}
