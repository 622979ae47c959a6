import './photos.css';
import './print.css';
import { Check, Flag, KeyRound, Pencil, Printer, Share2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { dateText, distanceText, minutesOnFoot } from '../../lib/format.ts';
import { distanceMeters, type Position } from '../../lib/geometry.ts';
import { hoursAt } from '../../lib/hours.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { usePage } from '../../lib/location.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { Freshness } from '../../ui/freshness.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeptLine } from '../../ui/offline-line.tsx';
import { Said } from '../../ui/said.tsx';
import { markState, StateLine } from '../../ui/state-line.tsx';
import { useNow } from '../../ui/use-now.ts';
import { savePlace, useSavedPlaces } from '../saved/saved.ts';
import { useTell } from '../tell/tell.tsx';
import { Facts } from './facts.tsx';
import { Gone } from './gone.tsx';
import { History } from './history.tsx';
import { Offers } from './offers.tsx';
import { Photos, type PlaceMore, usePlaceMore } from './photos.tsx';
import { Provenance } from './provenance.tsx';
import type { Place, PlaceAnswer } from './queries.ts';
import { tellView } from './views.ts';
import { Ways } from './ways.tsx';
import { WeekTable } from './week.tsx';
import { PlaceWordsContext, placeWords, usePlaceWords } from './words.tsx';

/** Farther than this nobody asks for minutes on foot. */
const walkMeters = 3000;

interface Props {
  answer: PlaceAnswer;
  from: Position | null;
  onClose: () => void;
}

/** A place, whole; or that it does not load, has closed, or is none. */
export function PlaceDetail(props: Props) {
  const words = useWords(placeWords);
  const more = usePlaceMore(props.answer.place?.slug ?? '');
  return (
    <PlaceWordsContext value={words}>
      {words && more && props.answer.place ? (
        <Loaded key={props.answer.place.slug} {...props} place={props.answer.place} more={more} />
      ) : (
        <NotLoaded {...props} waiting={props.answer.loading || !words || !more} />
      )}
    </PlaceWordsContext>
  );
}

function NotLoaded({ answer, onClose, waiting }: Props & { waiting: boolean }) {
  const { t } = useI18n();
  const [, go] = usePage();
  const { error } = answer;
  return (
    <article className="detail" aria-busy={waiting}>
      <div className="head">
        <div className="kind">
          <span className="actions">
            <Close onClose={onClose} />
          </span>
        </div>
        {waiting ? (
          <div className="skeleton lines" aria-hidden="true">
            <i className="wide" />
            <i className="middle" />
            <i className="wide" />
            <i className="short" />
          </div>
        ) : error ? (
          <div role="alert">
            <h1>{t.placeFailed}</h1>
            <p>{answer.unreachable ? t.placeNotKept : t.mapKeepsWorking}</p>
            <Button className="button line" onPress={answer.retry}>
              {t.retry}
            </Button>
          </div>
        ) : (
          <>
            <Gone slug={answer.slug} onPlace={(slug) => go({ place: slug })} />
            <Button className="button line" onPress={onClose}>
              {t.backToList}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

function Loaded({ answer, place, more, from, onClose }: Props & { place: Place; more: PlaceMore }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  const now = useNow();
  const { category, location } = place;
  const openingHours = place.openingHours && hoursAt(place.openingHours, now);
  const tell = useTell();
  const meters = from && distanceMeters(from, location);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFresh(answer);
  useEffect(() => tellView(place.slug), [place.slug]);
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
        <KeptLine at={answer.keptAt} />
        {place.slug !== answer.slug && <p className="notice">{words.merged(place.name)}</p>}
        {place.description && (
          <p className="description">
            <Said text={place.description} language={place.descriptionLanguage} />
          </p>
        )}
      </div>
      <Photos photos={more.photos} name={place.name} />
      <Ways place={place} from={from} />
      <Offers offers={place.offers} />
      <section>
        <h2>
          {t.hours}
          {place.byAppointment && <small>{t.byAppointment}</small>}
        </h2>
        <WeekTable hours={openingHours} now={now} />
        {place.openingHoursNote && <p className="note">{place.openingHoursNote}</p>}
      </section>
      <Facts place={place} websiteGoneSince={more.websiteGoneSince} />
      <section>
        <h2>{t.whereFrom}</h2>
        <Provenance place={place} />
        <Freshness level={place.freshness} verifiedAt={place.verifiedAt} now={now} long />
      </section>
      <History slug={place.slug} />
      <section className="last">
        <Button
          className="button line"
          onPress={() => tell({ about: 'report', listing: { id: place.id, name: place.name } })}
        >
          <Flag size={18} aria-hidden />
          {t.somethingWrong}
        </Button>
        <a className="button line" href={pageAddress(`/places/${place.slug}/edit`)}>
          <Pencil size={18} aria-hidden />
          {words.suggestChange}
        </a>
        <a className="button line" href={pageAddress(`/places/${place.slug}/claim`)}>
          <KeyRound size={18} aria-hidden />
          {words.isItYours}
        </a>
        <Button className="button line" onPress={() => window.print()}>
          <Printer size={18} aria-hidden />
          {words.print}
        </Button>
      </section>
      <p className="print-only">
        {words.asOf(dateText(now.toISOString(), language))} {`${window.location.origin}/?place=${place.slug}`}
      </p>
    </article>
  );
}

/** What is known of a saved place now takes the place of what was known when it was saved. */
function useKeptFresh({ place, keptAt }: PlaceAnswer) {
  const saved = useSavedPlaces().some((kept) => kept.place.slug === place?.slug);
  useEffect(() => {
    if (place && saved && keptAt === null) savePlace(place);
  }, [place, saved, keptAt]);
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
