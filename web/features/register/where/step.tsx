import '../../search/search.css';
import { LocateFixed, MapPin } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../../gql/gql.ts';
import { distanceText } from '../../../lib/format.ts';
import { distanceMeters, type Position } from '../../../lib/geometry.ts';
import { useI18n } from '../../../lib/i18n/i18n.tsx';
import type { Camera } from '../../../lib/url.ts';
import { useLocate } from '../../../lib/use-locate.ts';
import { keyOf, useSuggestions } from '../../search/queries.ts';
import { SuggestBox } from '../../search/suggest-box.tsx';
import { type AddressDraft, type Draft, longest, noAddress } from '../draft.ts';
import { Fault, TextField } from '../fields.tsx';
import { fieldId, useForm } from '../form.ts';
import type { StepProps } from '../step-props.ts';
import { readCoordinates } from './coordinates.ts';

const PinMap = lazy(async () => ({ default: (await import('./pin-map.tsx')).PinMap }));

const whereaboutsQuery = graphql(`
  query Whereabouts($at: PointInput!) {
    reverseGeocode(at: $at) { kind name context country postcodes }
  }
`);

/** A pin put right within these has the address that it had. */
const sameAddressMeters = 100;

/** Where it is: an address looked up, a pin on a map, or coordinates; the address beside it can be corrected. */
export function WhereStep({ draft, change, before }: StepProps & { before: Draft | null }) {
  const { t, language } = useI18n();
  const { words } = useForm();
  const { location, address } = draft;
  const movedBy = (to: Position | null) => (to && before?.location ? distanceMeters(before.location, to) : 0);
  const [around, setAround] = useState<Camera | null>(null);
  const fill = useAddressOf();
  /** What was filled in for the person may be filled in anew; what they typed is theirs. */
  const filled = useRef<AddressDraft>(noAddress);
  const place = (position: Position) => {
    change({ location: position });
    void fill(position).then((found) => {
      if (!found) return;
      // The address that a place had is not that of where it moved to.
      const old = before && movedBy(position) > sameAddressMeters ? before.address : noAddress;
      const typed = (Object.keys(noAddress) as (keyof AddressDraft)[]).some(
        (part) => address[part] !== '' && address[part] !== filled.current[part] && address[part] !== old[part],
      );
      if (typed) return;
      filled.current = found;
      change({ address: found });
    });
  };
  const { locate, locating, problem } = useLocate(place);
  const setAddress = (part: Partial<AddressDraft>) => change({ address: { ...address, ...part } });
  return (
    <>
      <AddressSearch
        near={location}
        onFound={({ position, exact }) => {
          if (exact) place(position);
          else setAround({ ...position, zoom: 13 });
        }}
      />
      <Coordinates onFound={place} />
      <button type="button" className="button line" onClick={locate}>
        <LocateFixed size={18} aria-hidden />
        {locating ? t.locating : words.where.iAmThere}
      </button>
      {problem && (
        <p className="fault" role="status">
          {problem}
        </p>
      )}
      <section id={fieldId('location')} tabIndex={-1} className="form-field" aria-label={words.where.map}>
        <p>{words.where.mapWhy}</p>
        <Suspense fallback={<div className="small-map" />}>
          <PinMap
            position={location}
            before={movedBy(location) > 1 ? (before?.location ?? null) : null}
            around={around}
            onPosition={place}
          />
        </Suspense>
        <p className="where-found" role="status">
          <MapPin size={18} aria-hidden />
          {location ? words.where.pinAt(location.lat.toFixed(5), location.lon.toFixed(5)) : words.where.noPin}
          {movedBy(location) > 1 && <span>{words.where.movedBy(distanceText(movedBy(location), language))}</span>}
        </p>
        <Fault path="location" />
      </section>
      <fieldset className="form-part">
        <legend>{words.where.address}</legend>
        <div className="address-fields">
          <TextField
            path="address.street"
            label={words.where.street}
            longest={longest.part}
            value={address.street}
            onChange={(street) => setAddress({ street })}
          />
          <TextField
            path="address.houseNumber"
            label={words.where.houseNumber}
            longest={longest.short}
            value={address.houseNumber}
            onChange={(houseNumber) => setAddress({ houseNumber })}
          />
          <TextField
            path="address.city"
            label={words.where.city}
            longest={longest.part}
            value={address.city}
            onChange={(city) => setAddress({ city })}
          />
          <TextField
            path="address.postcode"
            label={words.where.postcode}
            longest={longest.short}
            value={address.postcode}
            onChange={(postcode) => setAddress({ postcode })}
          />
          <TextField
            path="address.country"
            label={words.where.country}
            why={words.where.countryWhy}
            longest={2}
            value={address.country}
            onChange={(country) => setAddress({ country: country.toUpperCase() })}
          />
        </div>
      </fieldset>
    </>
  );
}

/** The address at a point, as far as the gazetteer knows it; null where it does not, or cannot be asked. */
function useAddressOf(): (at: Position) => Promise<AddressDraft | null> {
  const client = useClient();
  return async (at) => {
    const { data } = await client.query(whereaboutsQuery, { at });
    const found = data?.reverseGeocode;
    if (!found) return null;
    const { kind, name, context, country, postcodes } = found;
    const common = { ...noAddress, country, postcode: postcodes.length === 1 ? (postcodes[0] ?? '') : '' };
    if (kind === 'TOWN') return { ...common, city: name };
    if (kind !== 'ADDRESS' && kind !== 'STREET') return common;
    const [, street = name, houseNumber = ''] = (kind === 'ADDRESS' && /^(.*\D)[ ,]+(\d\S*)$/.exec(name)) || [];
    return { ...common, street: street.trim(), houseNumber, city: context?.split(',')[0] ?? '' };
  };
}

/** Towns lead the map there; streets and house numbers set the pin. */
function AddressSearch({
  near,
  onFound,
}: {
  near: Position | null;
  onFound: (found: { position: Position; exact: boolean }) => void;
}) {
  const { t } = useI18n();
  const { words } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const [last, setLast] = useState('');
  const anchor = useRef<HTMLDivElement>(null);
  const { suggestions, waiting, failed } = useSuggestions(typed ?? '', near);
  const found = suggestions.filter(({ kind, location }) => kind === 'PLACE' && location);
  const choose = (suggestion: (typeof found)[number] | undefined) => {
    if (!suggestion?.location) return;
    const { lon, lat } = suggestion.location;
    setLast(suggestion.label);
    onFound({
      position: { lon, lat },
      exact: suggestion.place?.kind === 'ADDRESS' || suggestion.place?.kind === 'STREET',
    });
  };
  return (
    <div className="form-field" ref={anchor}>
      <span className="form-label" aria-hidden="true">
        {words.where.search}
      </span>
      <SuggestBox
        id="address-search"
        className="form-suggest"
        label={words.where.search}
        placeholder={words.where.searchExample}
        value={last}
        typed={typed}
        onType={setTyped}
        groups={
          found.length > 0
            ? [
                {
                  id: 'found',
                  options: found.map((suggestion) => ({
                    id: keyOf(suggestion),
                    label: suggestion.label,
                    detail: suggestion.detail,
                    icon: <MapPin className="plain" size={20} aria-hidden />,
                  })),
                },
              ]
            : []
        }
        nothing={typed?.trim() ? (waiting ? t.loading : t.noSuggestions) : t.typePlace}
        problem={failed ? words.where.searchFailed : null}
        onChoose={(id) => choose(found.find((suggestion) => keyOf(suggestion) === id))}
        onSubmit={() => choose(found[0])}
        anchor={anchor}
      />
    </div>
  );
}

/** Coordinates or a link of a map, taken as soon as they can be read. */
function Coordinates({ onFound }: { onFound: (position: Position) => void }) {
  const { words } = useForm();
  const [text, setText] = useState('');
  const found = readCoordinates(text);
  return (
    <>
      <TextField
        path="coordinates"
        label={words.where.coordinates}
        why={words.where.coordinatesWhy}
        longest={2000}
        value={text}
        onChange={(typed) => {
          setText(typed);
          const position = readCoordinates(typed);
          if (position) onFound(position);
        }}
      />
      <p className="quiet" role="status">
        {text.trim() !== '' && (found ? words.where.coordinatesRead : words.where.coordinatesUnread)}
      </p>
    </>
  );
}
