import './freshness.css';
import { Flag, LocateFixed } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { WorklistQuery } from '../../gql/graphql.ts';
import { dateText, distanceText } from '../../lib/format.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { useLocate } from '../../lib/use-locate.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { TellProvider, useTell } from '../tell/tell.tsx';
import type { FreshnessWords } from './words/en.ts';
import { freshnessWords } from './words.ts';

const worklistQuery = graphql(`
  query Worklist($near: NearInput!, $first: Int!, $language: Language!) {
    worklist(near: $near, first: $first) {
      reasons distanceMeters websiteGoneSince
      listing { id slug name category { label(language: $language) } address { formatted } }
    }
  }
`);

const whereQuery = graphql(`
  query WorklistWhere($text: String!, $language: Language!) {
    suggest(text: $text, language: $language, first: 8) { kind label location { lon lat } }
  }
`);

const radiusMeters = 5000;
const most = 50;

/** A circle's middle and what it is called; kept in the address. */
interface Near extends Position {
  name: string;
}

function nearOf(search: string): Near | null {
  const asked = new URLSearchParams(search);
  const [lat, lon] = (asked.get('near') ?? '').split(',').map(Number);
  const isPosition = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPosition && asked.get('near') ? { lon, lat, name: asked.get('name') ?? '' } : null;
}

/** Places near somewhere that somebody should look at, and how to tell what one found. */
export function Worklist() {
  const words = useWords(freshnessWords)?.worklist;
  const [near, setNear] = useState(() => nearOf(window.location.search));
  if (!words) return null;
  const show = (next: Near) => {
    const address = new URL(window.location.href);
    // A hundred metres are enough for a list, and tell less of where somebody is.
    const rounded = { ...next, lon: Number(next.lon.toFixed(3)), lat: Number(next.lat.toFixed(3)) };
    address.searchParams.set('near', `${rounded.lat},${rounded.lon}`);
    address.searchParams.set('name', next.name);
    window.history.replaceState(null, '', address);
    setNear(rounded);
  };
  return (
    <PageLayout title={words.title}>
      <p className="lead">{words.lead}</p>
      <Where words={words} onNear={show} />
      {near && (
        <TellProvider>
          <List near={near} words={words} />
        </TellProvider>
      )}
    </PageLayout>
  );
}

type Words = FreshnessWords['worklist'];

function Where({ words, onNear }: { words: Words; onNear: (near: Near) => void }) {
  const { language } = useI18n();
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const position = useLocate((found) => onNear({ ...found, name: words.yourPosition }));
  const search = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('where')).trim();
    if (!text) return;
    setProblem(null);
    const { data } = await client.query(whereQuery, { text, language }).toPromise();
    const place = data?.suggest.find(({ kind, location }) => kind === 'PLACE' && location);
    if (place?.location) onNear({ ...place.location, name: place.label });
    else setProblem(data ? words.notFound : words.failed);
  };
  return (
    <form className="worklist-where" onSubmit={(event) => void search(event)}>
      <label>
        {words.where}
        <input name="where" autoComplete="off" enterKeyHint="search" aria-describedby="where-problem" />
      </label>
      <button type="submit" className="button primary">
        {words.search}
      </button>
      <Button className="button line" isDisabled={position.locating} onPress={position.locate}>
        <LocateFixed size={18} aria-hidden />
        {words.nearMe}
      </Button>
      <p id="where-problem" role="alert">
        {problem ?? position.problem}
      </p>
    </form>
  );
}

function List({ near: { lon, lat, name }, words }: { near: Near; words: Words }) {
  const { t, language } = useI18n();
  const variables = { near: { lon, lat, radiusMeters }, first: most, language };
  const [{ data, fetching }, execute] = useQuery({ query: worklistQuery, variables });
  const items = data?.worklist;
  return (
    <section aria-busy={fetching}>
      <h2>{words.around(name || words.yourPosition)}</h2>
      <p role="status">{items?.length === 0 && words.none}</p>
      {!items && !fetching && (
        <p role="alert">
          {words.failed}{' '}
          <Button className="button line" onPress={() => execute({ requestPolicy: 'network-only' })}>
            {t.retry}
          </Button>
        </p>
      )}
      {items && items.length > 0 && (
        <ol className="worklist" aria-label={words.list}>
          {items.map((item) => (
            <Item key={item.listing.id} item={item} words={words} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item({ item, words }: { item: WorklistQuery['worklist'][number]; words: Words }) {
  const { language } = useI18n();
  const tell = useTell();
  const { listing, reasons, distanceMeters, websiteGoneSince } = item;
  const address = pageAddress('/');
  return (
    <li>
      <h3>
        <a href={`${address}${address.includes('?') ? '&' : '?'}place=${listing.slug}`}>{listing.name}</a>
      </h3>
      <p>
        {[listing.category.label, listing.address?.formatted, distanceText(distanceMeters, language)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {reason === 'WEBSITE_GONE' && websiteGoneSince
              ? words.goneSince(dateText(websiteGoneSince, language))
              : words.reasons[reason]}
          </li>
        ))}
      </ul>
      <Button
        className="button line"
        aria-label={`${words.tell}: ${listing.name}`}
        onPress={() => tell({ about: 'report', listing: { id: listing.id, name: listing.name } })}
      >
        <Flag size={18} aria-hidden />
        {words.tell}
      </Button>
    </li>
  );
}
