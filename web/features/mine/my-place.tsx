import { lazy, Suspense, useState } from 'react';
import { useClient } from 'urql';
import type { ListingStatusChange } from '../../gql/graphql.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { Freshness } from '../../ui/freshness.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Sure } from '../../ui/sure.tsx';
import { Claims } from './claims.tsx';
import { changeStatusMutation, discardMutation, type MyListing, withdrawMutation } from './queries.ts';
import type { MineWords } from './words/en.ts';

const Sticker = lazy(async () => ({ default: (await import('./sticker.tsx')).Sticker }));
const Photos = lazy(async () => ({ default: (await import('./photos.tsx')).Photos }));
const History = lazy(async () => ({ default: (await import('../moderation/history.tsx')).History }));
const Suggestions = lazy(async () => ({ default: (await import('./suggestions.tsx')).Suggestions }));
const shown = ['PUBLISHED', 'TEMPORARILY_CLOSED'];
/** What people ask for first: as many as the API may name as missing. */
const asked = 7;

interface Props {
  listing: MyListing;
  words: MineWords;
  now: Date;
  onChanged: () => void;
}

/** One of one's places: where it stands, what it lacks, and what can be done with it. */
export function MyPlace({ listing, words, now, onChanged }: Props) {
  const { id, slug, name, status, missing, viewerCan, category } = listing;
  const { busy, said, act } = useActs(listing, words, onChanged);
  const [open, setOpen] = useState<'photos' | 'sticker' | 'history' | null>(null);
  const toggle = (part: typeof open) => setOpen(open === part ? null : part);
  const edit = new URL(pageAddress(`/places/${slug}/edit`), window.location.href);
  if (!shown.includes(status)) edit.searchParams.set('listing', id);
  const visible = shown.includes(status);
  return (
    <li aria-label={name}>
      <Glyph
        group={category.group.slug}
        icon={category.icon}
        state={status === 'PUBLISHED' ? 'open' : 'unknown'}
        size={36}
      />
      <div>
        <h2>{visible ? <a href={pageAddress(`/listings/${slug}`)}>{name}</a> : name}</h2>
        <p>{[category.label, listing.address?.formatted].filter(Boolean).join(' · ')}</p>
        <p>
          <strong>{words.status[status]}</strong>
          {visible && (
            <>
              {' '}
              <Freshness level={listing.freshness} verifiedAt={listing.verifiedAt} now={now} long />
            </>
          )}
        </p>
        <p className={missing.length > 0 ? undefined : 'quiet'}>
          {missing.length > 0
            ? words.lacks(missing.map((field) => words.fields[field] ?? field).join(', '))
            : words.complete}
        </p>
        {typeof listing.viewsThisMonth === 'number' && <p className="quiet">{words.views(listing.viewsThisMonth)}</p>}
        <meter min={0} max={asked} value={asked - missing.length} aria-label={words.completeness} />
        <p className="mine-acts">
          {(viewerCan.edit || viewerCan.suggest) && (
            <a className="button line" href={edit.pathname + edit.search}>
              {words.edit}
              <span className="visually-hidden"> {name}</span>
            </a>
          )}
          {visible && (viewerCan.edit || viewerCan.suggest) && (
            <a className="button line" href={`${edit.pathname}?step=where`}>
              {words.moved}
              <span className="visually-hidden"> {name}</span>
            </a>
          )}
          {viewerCan.changeStatus.map((change) => (
            <Sure
              key={change}
              label={words.changeTo[change]}
              question={change === 'CLOSE' ? words.sureClosed(name) : null}
              no={words.no}
              busy={busy}
              onYes={() => act(change)}
            />
          ))}
          {viewerCan.withdraw && (
            <Sure label={words.withdraw} question={null} no={words.no} busy={busy} onYes={() => act('withdraw')} />
          )}
          {viewerCan.discard && (
            <Sure
              label={words.discard}
              question={words.sureDiscard(name)}
              no={words.no}
              busy={busy}
              onYes={() => act('discard')}
            />
          )}
          {viewerCan.edit && (
            <button
              type="button"
              className="button line"
              aria-expanded={open === 'photos'}
              onClick={() => toggle('photos')}
            >
              {words.photos.title}
              <span className="visually-hidden"> {name}</span>
            </button>
          )}
          {viewerCan.revert && (
            <button
              type="button"
              className="button line"
              aria-expanded={open === 'history'}
              onClick={() => toggle('history')}
            >
              {words.history}
              <span className="visually-hidden"> {name}</span>
            </button>
          )}
          {visible && (
            <>
              <a className="button line" href={pageAddress('/embed/configure')}>
                {words.embed}
              </a>
              <button
                type="button"
                className="button line"
                aria-expanded={open === 'sticker'}
                onClick={() => toggle('sticker')}
              >
                {words.sticker}
              </button>
            </>
          )}
        </p>
        <p role="status">{said}</p>
        <Claims listing={listing} words={words.claims} />
        <Suspense>
          {(listing.suggestions ?? []).length > 0 && <Suggestions listing={listing} onDecided={onChanged} />}
          {open === 'photos' && <Photos listing={listing} words={words.photos} />}
          {open === 'history' && <History listing={id} onRestored={onChanged} />}
          {open === 'sticker' && <Sticker listing={listing} words={words} />}
        </Suspense>
      </div>
    </li>
  );
}

type Act = ListingStatusChange | 'withdraw' | 'discard';

function useActs({ id }: MyListing, words: MineWords, onChanged: () => void) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const act = async (what: Act) => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    const listing = id;
    const result =
      what === 'withdraw'
        ? (await client.mutation(withdrawMutation, { listing })).data?.withdrawListing
        : what === 'discard'
          ? (await client.mutation(discardMutation, { listing })).data?.discardListing
          : (await client.mutation(changeStatusMutation, { listing, change: what })).data?.changeListingStatus;
    setBusy(false);
    if (!result) return setSaid(words.notDone);
    if (result.__typename === 'ListingEdited') setSaid(result.published ? words.done : words.suggested);
    else if (result.__typename !== 'ListingWithdrawn' && result.__typename !== 'ListingDiscarded') {
      return setSaid(words.notAllowed);
    }
    onChanged();
  };
  return { busy, said, act };
}
