import { Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { PlainIcon } from '../../ui/glyph.tsx';
import { useObjectTypes } from '../search/queries.ts';
import { SuggestBox } from '../search/suggest-box.tsx';
import { longest, newOffer, type OfferDraft } from './draft.ts';
import { Fault, SelectField, TextField, Tick } from './fields.tsx';
import { fieldId, useForm } from './form.ts';
import type { StepProps } from './step-props.ts';

const priceKinds = ['FREE', 'DONATION', 'PAID', 'DEPOSIT', 'MEMBERSHIP'] as const;
/** What is lent comes back: for how long, and how many at a time. */
const lends = new Set(['BORROW', 'RENT', 'LEND']);
const currencies = ['EUR', 'CZK', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'HUF', 'RON'];
const currencyOf: Record<string, string> = {
  CZ: 'CZK',
  GB: 'GBP',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
};

/** What one can do there: each with its things, its price, and the terms of a loan. */
export function OffersStep({ draft, change }: StepProps) {
  const { words } = useForm();
  const { actions } = useTaxonomy();
  const { offers } = draft;
  const added = useRef(false);
  const last = useRef<HTMLFieldSetElement>(null);
  // Who adds one goes on in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after one was added
  useEffect(() => {
    if (added.current) {
      last.current?.focus({ preventScroll: true });
      last.current?.scrollIntoView({ block: 'start' });
    }
    added.current = false;
  }, [offers.length]);
  return (
    <div id={fieldId('offers')} tabIndex={-1}>
      <Fault path="offers" />
      {offers.map((offer, index) => (
        <OfferFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an offer is its place in the list
          key={index}
          fieldset={index === offers.length - 1 ? last : undefined}
          path={`offers.${index}`}
          offer={offer}
          onChange={(part) =>
            change({ offers: offers.map((other, place) => (place === index ? { ...other, ...part } : other)) })
          }
          onRemove={() => change({ offers: offers.filter((_, place) => place !== index) })}
        />
      ))}
      <h2>{offers.length > 0 ? words.offers.addMore : words.offers.add}</h2>
      <div className="form-actions">
        {actions.map(({ code, label, icon }) => (
          <button
            key={code}
            type="button"
            className="button line"
            onClick={() => {
              added.current = true;
              change({ offers: [...offers, newOffer(code, currencyOf[draft.address.country] ?? 'EUR')] });
            }}
          >
            <PlainIcon icon={icon} />
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

function OfferFields({
  path,
  offer,
  fieldset,
  onChange,
  onRemove,
}: {
  path: string;
  offer: OfferDraft;
  fieldset: React.RefObject<HTMLFieldSetElement | null> | undefined;
  onChange: (part: Partial<OfferDraft>) => void;
  onRemove: () => void;
}) {
  const { t, language } = useI18n();
  const { words } = useForm();
  const { action } = useTaxonomy();
  const label = action(offer.action)?.label ?? offer.action;
  const number = (key: 'amountMin' | 'amountMax' | 'depositAmount' | 'loanDays' | 'maxItems', name: string) => (
    <TextField
      path={`${path}.${key}`}
      label={name}
      inputMode={key === 'loanDays' || key === 'maxItems' ? 'numeric' : 'decimal'}
      longest={longest.number}
      value={offer[key]}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  const lent = lends.has(offer.action);
  const amounts = offer.priceKind !== '' && offer.priceKind !== 'FREE' && offer.priceKind !== 'DEPOSIT';
  return (
    <fieldset className="form-card" ref={fieldset} tabIndex={-1}>
      <legend>{label}</legend>
      <button
        type="button"
        className="button plain square remove"
        aria-label={words.offers.remove(label)}
        onClick={onRemove}
      >
        <Trash2 size={18} aria-hidden />
      </button>
      <ObjectsField path={`${path}.objects`} chosen={offer.objects} onChange={(objects) => onChange({ objects })} />
      <div className="form-row">
        <SelectField
          path={`${path}.priceKind`}
          label={words.offers.price}
          value={offer.priceKind}
          options={[['', t.priceNotKnown], ...priceKinds.map((kind) => [kind, t.price[kind]] as const)]}
          // The values are those of the enum, or none.
          onChange={(kind) => onChange({ priceKind: kind as OfferDraft['priceKind'] })}
        />
        {amounts && number('amountMin', words.offers.amountMin)}
        {amounts && number('amountMax', words.offers.amountMax)}
        {(lent || offer.priceKind === 'DEPOSIT') && number('depositAmount', words.offers.deposit)}
        {(amounts || offer.depositAmount || offer.priceKind === 'DEPOSIT') && (
          <SelectField
            path={`${path}.currency`}
            label={words.offers.currency}
            value={offer.currency}
            options={[...new Set([...currencies, offer.currency])].map((code) => [code, code] as const)}
            onChange={(currency) => onChange({ currency })}
          />
        )}
        {lent && number('loanDays', words.offers.loanDays)}
        {lent && number('maxItems', words.offers.maxItems)}
      </div>
      <Tick label={words.offers.atHome} checked={offer.atHome} onChange={(atHome) => onChange({ atHome })} />
      <TextField
        path={`${path}.note`}
        label={words.offers.note}
        lang={language}
        rows={2}
        longest={longest.note}
        value={offer.note[language] ?? ''}
        onChange={(note) => onChange({ note: { ...offer.note, [language]: note } })}
      />
    </fieldset>
  );
}

/** The things that it is about, named one by one. */
function ObjectsField({
  path,
  chosen,
  onChange,
}: {
  path: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t, language } = useI18n();
  const { words } = useForm();
  const { bySlug } = useObjectTypes(true);
  const [typed, setTyped] = useState<string | null>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const asked = plain(typed ?? '');
  const found = [...(bySlug?.values() ?? [])]
    .filter(({ slug, label }) => !chosen.includes(slug) && plain(label).includes(asked))
    .sort(
      (a, b) =>
        Number(plain(b.label).startsWith(asked)) - Number(plain(a.label).startsWith(asked)) ||
        a.label.localeCompare(b.label, language),
    )
    .slice(0, asked ? 12 : 60);
  const add = (slug: string | undefined) => slug && onChange([...chosen, slug]);
  return (
    <div className="form-field" ref={anchor}>
      <span className="form-label" aria-hidden="true">
        {words.offers.objects}
      </span>
      {chosen.length > 0 && (
        <ul className="form-chosen">
          {chosen.map((slug) => {
            const label = bySlug?.get(slug)?.label ?? slug;
            return (
              <li key={slug}>
                <button
                  type="button"
                  className="chip"
                  aria-label={words.offers.remove(label)}
                  onClick={() => onChange(chosen.filter((other) => other !== slug))}
                >
                  {label}
                  <X size={16} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <SuggestBox
        id={fieldId(path)}
        className="form-suggest"
        label={words.offers.objects}
        placeholder={words.offers.objectsExample}
        value=""
        typed={typed}
        onType={setTyped}
        groups={
          found.length > 0 ? [{ id: 'found', options: found.map(({ slug, label }) => ({ id: slug, label })) }] : []
        }
        nothing={bySlug ? t.noSuggestions : t.loading}
        onChoose={add}
        onSubmit={() => add(asked ? found[0]?.slug : undefined)}
        anchor={anchor}
      />
      <Fault path={path} />
    </div>
  );
}

/** As it is compared: no accents, no capitals. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
