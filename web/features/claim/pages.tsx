import './claim.css';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { here, signInAddress } from '../account/addresses.ts';
import { ClaimForm } from './claim-form.tsx';
import { claimedQuery, proveMutation } from './queries.ts';
import type { ClaimWords } from './words/en.ts';
import { claimWords } from './words.ts';

/** `/places/:slug/claim`: somebody says that they run a place, and how that can be proved. */
export function ClaimPlace() {
  const words = useWords(claimWords);
  if (!words) return null;
  return (
    <PageLayout title={words.page.title}>
      <p className="lead">{words.page.lead}</p>
      <Claim words={words} />
    </PageLayout>
  );
}

function Claim({ words }: { words: ClaimWords }) {
  const slug = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
  const [{ data, error, fetching }, again] = useQuery({ query: claimedQuery, variables: { slug } });
  if (!data && fetching) return <p role="status">{words.loading}</p>;
  if (!data || error) {
    return (
      <div role="alert" className="claim-note">
        <p>{words.failed}</p>
        <button type="button" className="button line" onClick={() => again({ requestPolicy: 'network-only' })}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  const { listing, viewer } = data;
  if (!listing) return <p className="claim-note">{words.none}</p>;
  if (!viewer) {
    return (
      <div className="claim-note">
        <p>{words.signInFirst}</p>
        <a className="button primary" href={signInAddress(here())}>
          {words.signIn}
        </a>
      </div>
    );
  }
  if (!listing.viewerCan.claim) return <p className="claim-note">{words.notClaimable(listing.name)}</p>;
  return (
    <ClaimForm
      listing={listing}
      organizations={viewer.organizations.map(({ organization }) => organization)}
      words={words}
    />
  );
}

/** `/claims/:token`, where a mailed link leads: it proves nothing until it is pressed, as programs open links too. */
export function ProveClaim() {
  const words = useWords(claimWords);
  if (!words) return null;
  return (
    <PageLayout title={words.proof.title}>
      <p className="lead">{words.proof.lead}</p>
      <Proof words={words} />
    </PageLayout>
  );
}

type Proved = { slug: string; name: string; granted: boolean };

function Proof({ words }: { words: ClaimWords }) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [proved, setProved] = useState<Proved | null>(null);
  const prove = async () => {
    if (busy) return;
    setBusy(true);
    const token = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
    const { data } = await client.mutation(proveMutation, { token });
    setBusy(false);
    const result = data?.proveClaim;
    if (result?.__typename === 'ClaimProved') setProved({ ...result.listing, granted: result.granted });
    else setProblem(result ? words.proof.notValid : words.notSent);
  };
  if (proved) {
    return (
      <div role="status" className="claim-note">
        <p>{proved.granted ? words.proof.granted(proved.name) : words.proof.waits(proved.name)}</p>
        <p>
          <a href={pageAddress('/places/mine')}>{words.toMine}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="claim-note">
      {problem && <p role="alert">{problem}</p>}
      <button type="button" className="button primary" aria-disabled={busy} onClick={() => void prove()}>
        {words.proof.confirm}
      </button>
    </div>
  );
}
