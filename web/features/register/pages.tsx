import './register.css';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { TaxonomyProvider } from '../../lib/taxonomy.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { draftOf } from './from-content.ts';
import { editedQuery } from './queries.ts';
import { RegisterForm, type Subject } from './register-form.tsx';
import type { RegisterWords } from './words/en.ts';
import { registerWords } from './words.ts';

/** `/places/new` */
export function NewPlace() {
  const words = useWords(registerWords);
  if (!words) return null;
  return (
    <TaxonomyProvider>
      <PageLayout title={words.create.title}>
        <RegisterForm words={words} subject={null} />
      </PageLayout>
    </TaxonomyProvider>
  );
}

/** `/places/:slug/edit`; `?listing=` names one that is not public by its id. */
export function EditPlace() {
  const words = useWords(registerWords);
  if (!words) return null;
  return (
    <TaxonomyProvider>
      <Edit words={words} />
    </TaxonomyProvider>
  );
}

function Edit({ words }: { words: RegisterWords }) {
  const id = new URLSearchParams(window.location.search).get('listing');
  const slug = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
  const [{ data, error, fetching }, again] = useQuery({
    query: editedQuery,
    variables: id ? { id } : { slug },
    requestPolicy: 'network-only',
  });
  const listing = data?.listing;
  const subject = useMemo<Subject | null>(() => {
    if (!listing?.content) return null;
    const { viewerCan, content, status } = listing;
    return {
      id: listing.id,
      slug: listing.slug,
      draft: status === 'DRAFT',
      base: { revision: content.revision, content: draftOf(content) },
      suggests: !viewerCan.edit,
    };
  }, [listing]);
  return (
    <PageLayout title={listing ? words.edit.title(listing.name) : words.edit.titleOfNone}>
      {subject ? (
        <>
          {subject.suggests && <p className="lead">{words.edit.suggests}</p>}
          <RegisterForm key={subject.id} words={words} subject={subject} />
        </>
      ) : fetching ? (
        <p role="status">{words.loading}</p>
      ) : error ? (
        <div role="alert">
          <p>{words.edit.failed}</p>
          <button type="button" className="button line" onClick={() => again()}>
            {words.tryAgain}
          </button>
        </div>
      ) : (
        <>
          <p>{words.edit.none}</p>
          <p>
            <a href={pageAddress('/places/mine')}>{words.done.toMine}</a>
          </p>
        </>
      )}
    </PageLayout>
  );
}
