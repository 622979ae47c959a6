import '../../ui/form/form.css';
import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { Done, Failed } from '../account/said.tsx';
import { answerWords } from './words.ts';

const confirmMutation = graphql(`
  mutation ConfirmSuggestion($token: String!) {
    confirmSuggestion(token: $token) { __typename }
  }
`);

const token = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');

/** `/suggestions/:token`: what was sent without an account is confirmed by a button, since programs open links too. */
export function Suggestion() {
  const words = useWords(answerWords)?.suggestion;
  const client = useClient();
  const [confirmed, setConfirmed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  if (!words) return null;
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    const { data } = await client.mutation(confirmMutation, { token });
    setBusy(false);
    if (data?.confirmSuggestion.__typename === 'SuggestionConfirmed') setConfirmed(true);
    else setFailed(data ? words.void : words.failed);
  };
  return (
    <PageLayout title={words.title}>
      <p className="lead">{words.lead}</p>
      {confirmed ? (
        <>
          <Done focus>{words.confirmed}</Done>
          <p>
            <a className="button line" href={pageAddress('/')}>
              {words.toMap}
            </a>
          </p>
        </>
      ) : (
        <p>
          <button
            type="button"
            className="button primary"
            aria-disabled={busy || undefined}
            onClick={() => void confirm()}
          >
            {words.confirm}
          </button>
        </p>
      )}
      <Failed>{failed}</Failed>
    </PageLayout>
  );
}
