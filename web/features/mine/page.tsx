import './mine.css';
import { Plus } from 'lucide-react';
import { useQuery } from 'urql';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { useNow } from '../../ui/use-now.ts';
import { signInAddress } from '../account/addresses.ts';
import { MyPlace } from './my-place.tsx';
import { myListingsQuery } from './queries.ts';
import type { MineWords } from './words/en.ts';
import { mineWords } from './words.ts';

/** `/places/mine`: what whoever is signed in registered or runs, and what can be done with each. */
export function MyPlaces() {
  const words = useWords(mineWords);
  if (!words) return null;
  return (
    <PageLayout title={words.title}>
      <p className="lead">{words.lead}</p>
      <List words={words} />
    </PageLayout>
  );
}

function List({ words }: { words: MineWords }) {
  const { language } = useI18n();
  const now = useNow();
  const [{ data, error, fetching }, again] = useQuery({
    query: myListingsQuery,
    variables: { language },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (!data && fetching) return <p role="status">{words.loading}</p>;
  if (error || !data) {
    return (
      <div role="alert" className="mine-note">
        <p>{words.failed}</p>
        <button type="button" className="button line" onClick={refresh}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (!data.myListings) {
    return (
      <div className="mine-note">
        <p>{words.signInFirst}</p>
        <a className="button primary" href={signInAddress('/places/mine')}>
          {words.signIn}
        </a>
      </div>
    );
  }
  return (
    <>
      <p className="mine-add">
        <a className="button line" href={pageAddress('/places/new')}>
          <Plus size={18} aria-hidden />
          {words.add}
        </a>
      </p>
      {data.myListings.length === 0 && <p className="mine-note">{words.none}</p>}
      <ul className="mine">
        {data.myListings.map((listing) => (
          <MyPlace key={listing.id} listing={listing} words={words} now={now} onChanged={refresh} />
        ))}
      </ul>
    </>
  );
}
