import '../account/account.css';
import './moderation.css';
import { useState } from 'react';
import { useClient } from 'urql';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { TaxonomyProvider } from '../../lib/taxonomy.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { signInAddress } from '../account/addresses.ts';
import { Done, Failed } from '../account/said.tsx';
import { SignedIn, type Viewer } from '../account/viewer.tsx';
import { useFilters } from './address.ts';
import { FilterForm } from './filter-form.tsx';
import { undoMergeMutation } from './queries.ts';
import { Reviews } from './reviews.tsx';
import { useQueue } from './use-queue.ts';
import type { ModerationWords } from './words/en.ts';
import { moderationWords } from './words.ts';

/** `/moderation`: what waits in the regions that one moderates. */
export function Moderation() {
  const { t } = useI18n();
  const words = useWords(moderationWords);
  if (!words) return null;
  return (
    <TaxonomyProvider>
      <PageLayout title={words.title}>
        <SignedIn
          loading={<p className="quiet">{t.loading}</p>}
          failed={(retry) => <NotLoaded words={words} onRetry={retry} />}
        >
          {(viewer) => <Queue words={words} viewer={viewer} />}
        </SignedIn>
      </PageLayout>
    </TaxonomyProvider>
  );
}

function Queue({ words, viewer }: { words: ModerationWords; viewer: Viewer }) {
  const client = useClient();
  const [filters, choose] = useFilters();
  const { shown, failed, fetching, more, reload } = useQueue(filters);
  const [said, setSaid] = useState({ text: '', merged: null as { id: string; name: string } | null, count: 0 });
  const [undoFailed, setUndoFailed] = useState(false);
  const say = (text: string, merged: { id: string; name: string } | null = null) => {
    setSaid({ text, merged, count: said.count + 1 });
    setUndoFailed(false);
    reload();
  };
  if (!shown) return failed ? <NotLoaded words={words} onRetry={reload} /> : <p className="quiet">…</p>;
  const { reviews, rolesWait, total, next } = shown;
  if (!reviews) {
    return (
      <p className="lead">
        {rolesWait ? (
          <>
            {words.rolesWait} <a href={signInAddress('/moderation', { again: true })}>{words.signInAnew}</a>
          </>
        ) : (
          words.notModerator
        )}
      </p>
    );
  }
  const undo = async (listing: string) => {
    const { data: undone } = await client.mutation(undoMergeMutation, { listing });
    if (undone?.result.__typename === 'MergeUndone') say(words.mergeUndone);
    else setUndoFailed(true);
  };
  return (
    <>
      <FilterForm words={words} regions={viewer.moderatorOf} filters={filters} onFilters={choose} />
      <p role="status" aria-live="polite">
        <strong>{filters.decided ? words.found(total) : words.waiting(total)}</strong>
      </p>
      {said.text && (
        <div className="moderation-said">
          <Done key={said.count} focus>
            {said.text}
          </Done>
          {said.merged && (
            <button type="button" className="button line" onClick={() => void undo(said.merged?.id ?? '')}>
              {words.undoMerge(said.merged.name)}
            </button>
          )}
          <Failed>{undoFailed && words.failed}</Failed>
        </div>
      )}
      {reviews.length > 0 && <Reviews words={words} reviews={reviews} decided={filters.decided} onSaid={say} />}
      {failed && <NotLoaded words={words} onRetry={reload} />}
      {next && !failed && (
        <p>
          <button type="button" className="button line" aria-disabled={fetching} onClick={() => fetching || more()}>
            {words.showMore}
          </button>
        </p>
      )}
    </>
  );
}

function NotLoaded({ words, onRetry }: { words: ModerationWords; onRetry: () => void }) {
  const { t } = useI18n();
  return (
    <>
      <Failed>{words.notLoaded}</Failed>
      <p>
        <button type="button" className="button line" onClick={onRetry}>
          {t.retry}
        </button>
      </p>
    </>
  );
}
