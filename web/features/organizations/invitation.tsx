import '../account/account.css';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { here, signInAddress, withQuery } from '../account/addresses.ts';
import { post } from '../account/ask.ts';
import { Done, Failed } from '../account/said.tsx';
import { LoadFailed } from './load-failed.tsx';
import { acceptMutation } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';
import { organizationWords } from './words.ts';

const whoQuery = graphql(`
  query WhoIsInvited {
    viewer { email }
  }
`);

const token = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');

/** `/invitations/:token`: where a mailed invitation leads. It is accepted by a button, since programs open links too. */
export function Invitation() {
  const words = useWords(organizationWords);
  const [{ data, error, fetching }, ask] = useQuery({ query: whoQuery, requestPolicy: 'network-only' });
  if (!words) return null;
  const { invitation } = words;
  return (
    <PageLayout title={invitation.title}>
      <p className="lead">{invitation.lead}</p>
      {!data &&
        (error && !fetching ? (
          <LoadFailed words={words} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <p className="quiet">{words.loading}</p>
        ))}
      {data && !data.viewer && (
        <>
          <p>{invitation.signInFirst}</p>
          <p className="form-row account-answer">
            <a className="button primary" href={signInAddress(here())}>
              {words.signIn}
            </a>
            <a className="button line" href={withQuery('/sign-up', { to: here() })}>
              {invitation.createAccount}
            </a>
          </p>
        </>
      )}
      {data?.viewer && <Accept words={words} email={data.viewer.email} />}
    </PageLayout>
  );
}

function Accept({ words, email }: { words: OrganizationWords; email: string }) {
  const { invitation } = words;
  const client = useClient();
  const [organization, setOrganization] = useState<{ slug: string; name: string } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const accept = async () => {
    setFailed(null);
    const { data } = await client.mutation(acceptMutation, { token });
    switch (data?.result.__typename) {
      case 'InvitationAccepted':
        return setOrganization(data.result.organization);
      case 'NotFound':
        return setFailed(invitation.void);
      case 'NotAllowed':
        return setFailed(invitation.otherAddress);
      default:
        return setFailed(words.failed);
    }
  };
  const signInAsOther = async () => {
    await post('/sign-out');
    window.location.assign(signInAddress(here()));
  };
  if (organization) {
    return (
      <div className="account-narrow">
        <Done focus>{invitation.accepted(organization.name)}</Done>
        <p>
          <a className="button primary" href={pageAddress(`/organizations/${organization.slug}`)}>
            {invitation.open}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="account-narrow">
      <p>{invitation.signedInAs(email)}</p>
      <div className="form-row account-answer">
        <button type="button" className="button primary" onClick={() => void accept()}>
          {invitation.accept}
        </button>
        <button type="button" className="button line" onClick={() => void signInAsOther()}>
          {invitation.signInAsOther}
        </button>
      </div>
      <Failed>{failed}</Failed>
    </div>
  );
}
