import '../account/account.css';
import { type ReactNode, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { type Problems, type Typed, TypedForm } from '../../ui/form/form.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { here, signInAddress } from '../account/addresses.ts';
import { Part } from '../account/part.tsx';
import { ApprovalPart } from './approval.tsx';
import { inputOf, OrganizationFields } from './fields.tsx';
import { InvitePart } from './invite.tsx';
import { LoadFailed } from './load-failed.tsx';
import { MembersPart } from './members.tsx';
import { problemsOf } from './outcome.ts';
import { editMutation, type Organization, organizationQuery } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';
import { organizationWords } from './words.ts';

const slug = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');

/** `/organizations/:slug`: what it says of itself; for members, who they are; for owners, what changes that. */
export function OrganizationPage() {
  const words = useWords(organizationWords);
  const [{ data, error, fetching }, ask] = useQuery({
    query: organizationQuery,
    variables: { slug },
    requestPolicy: 'network-only',
  });
  if (!words) return null;
  const { page } = words;
  const reload = () => ask({ requestPolicy: 'network-only' });
  const organization = data?.organization;
  return (
    <PageLayout title={organization?.name ?? page.title}>
      {!data &&
        (error && !fetching ? <LoadFailed words={words} onRetry={reload} /> : <p className="quiet">{words.loading}</p>)}
      {data && !organization && (
        <>
          <p className="lead">{page.missing}</p>
          <ToAccount words={words} />
        </>
      )}
      {organization && (
        <Parts words={words} organization={organization} viewerId={data?.viewer?.id ?? null} onChanged={reload} />
      )}
    </PageLayout>
  );
}

interface PartsProps {
  words: OrganizationWords;
  organization: Organization;
  viewerId: string | null;
  onChanged: () => void;
}

function Parts({ words, organization, viewerId, onChanged }: PartsProps) {
  const { page } = words;
  const { class: kind, website, viewerCan } = organization;
  const [left, setLeft] = useState(false);
  return (
    <>
      <p className="organization-facts">
        {kind && <span>{words.class[kind]}</span>}
        {website && (
          <a href={website} rel="noreferrer nofollow">
            {website.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        )}
      </p>
      {left && <p role="status">{words.members.left}</p>}
      {viewerCan.seeMembers && (
        <MembersPart
          words={words}
          organization={organization}
          viewerId={viewerId}
          onChanged={onChanged}
          onLeft={() => {
            setLeft(true);
            onChanged();
          }}
        />
      )}
      {viewerCan.manageMembers && <InvitePart words={words} organization={organization} onChanged={onChanged} />}
      {viewerCan.chooseApproval && <ApprovalPart words={words} organization={organization} />}
      {viewerCan.edit && <EditPart words={words} organization={organization} onChanged={onChanged} />}
      {!viewerId && (
        <p>
          {page.membersOnly} <a href={signInAddress(here())}>{words.signIn}</a>
        </p>
      )}
      {viewerId && <ToAccount words={words} />}
    </>
  );
}

function EditPart({ words, organization, onChanged }: Omit<PartsProps, 'viewerId'>) {
  const { page } = words;
  const client = useClient();
  const [saved, setSaved] = useState(false);
  const send = async (typed: Typed): Promise<Problems | undefined> => {
    setSaved(false);
    const variables = { organization: organization.id, input: inputOf(typed) };
    const problems = problemsOf(await client.mutation(editMutation, variables), words);
    if (problems) return problems;
    setSaved(true);
    onChanged();
  };
  return (
    <Part title={page.edit}>
      <TypedForm
        submit={page.save}
        sending={words.sending}
        send={send}
        lesser
        aside={<span role="status">{saved && page.saved}</span>}
      >
        <OrganizationFields words={words} of={organization} />
      </TypedForm>
    </Part>
  );
}

function ToAccount({ words }: { words: OrganizationWords }): ReactNode {
  return (
    <p className="account-back">
      <a href={pageAddress('/account')}>{words.page.toAccount}</a>
    </p>
  );
}
