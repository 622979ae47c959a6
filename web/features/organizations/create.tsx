import { useState } from 'react';
import { useClient } from 'urql';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { SignedIn } from '../account/viewer.tsx';
import { inputOf, OrganizationFields } from './fields.tsx';
import { LoadFailed } from './load-failed.tsx';
import { problemsOf } from './outcome.ts';
import { createMutation } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';
import { organizationWords } from './words.ts';

/** `/organizations/new`. */
export function Create() {
  const words = useWords(organizationWords);
  if (!words) return null;
  return (
    <PageLayout title={words.create.title}>
      <p className="lead">{words.create.lead}</p>
      <SignedIn
        loading={<p className="quiet">{words.loading}</p>}
        failed={(retry) => <LoadFailed words={words} onRetry={retry} />}
      >
        {() => <CreateForm words={words} />}
      </SignedIn>
    </PageLayout>
  );
}

function CreateForm({ words }: { words: OrganizationWords }) {
  const client = useClient();
  // The same for every attempt from this page, so that one whose answer was lost registers nothing twice.
  const [key] = useState(() => `${Date.now()} ${Math.random()}`);
  const send = async (typed: Typed) => {
    const answer = await client.mutation(createMutation, { input: inputOf(typed), key });
    const problems = problemsOf(answer, words);
    if (problems) return problems;
    const result = answer.data?.result;
    if (result?.__typename === 'OrganizationCreated') {
      window.location.assign(pageAddress(`/organizations/${result.organization.slug}`));
    }
  };
  return (
    <TypedForm submit={words.create.submit} sending={words.sending} send={send}>
      <OrganizationFields words={words} />
    </TypedForm>
  );
}
