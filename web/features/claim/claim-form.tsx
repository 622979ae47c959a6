import { useId, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ClaimMethod } from '../../gql/graphql.ts';
import { claimMutation } from './queries.ts';
import type { ClaimWords } from './words/en.ts';

interface Props {
  listing: { id: string; name: string; contact?: { email?: string | null; website?: string | null } | null };
  organizations: { id: string; name: string }[];
  words: ClaimWords;
}

/** How it can be proved: what the listing says of itself decides which ways there are. */
export function ClaimForm({ listing, organizations, words }: Props) {
  const client = useClient();
  const { email: listed, website } = listing.contact ?? {};
  const domain = website ? URL.parse(website)?.hostname.replace(/^www\./, '') : undefined;
  const methods: ClaimMethod[] = [
    ...(listed ? (['LISTING_EMAIL'] as const) : []),
    ...(domain ? (['WEBSITE_DOMAIN'] as const) : []),
    'MODERATOR',
  ];
  const [method, setMethod] = useState<ClaimMethod>(methods[0] ?? 'MODERATOR');
  const [email, setEmail] = useState('');
  const [evidence, setEvidence] = useState('');
  const [organization, setOrganization] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; of: 'email' | 'evidence' | null } | null>(null);
  const [sent, setSent] = useState<{ to: string | null } | null>(null);
  const id = useId();
  const emailField = useRef<HTMLInputElement>(null);
  const evidenceField = useRef<HTMLTextAreaElement>(null);
  const fail = (text: string, of: 'email' | 'evidence' | null = null) => {
    setProblem({ text, of });
    if (of === 'email') emailField.current?.focus();
    if (of === 'evidence') evidenceField.current?.focus();
  };
  const send = async () => {
    if (busy) return;
    if (method === 'WEBSITE_DOMAIN' && !email.trim()) return fail(words.emailAt(domain ?? ''), 'email');
    if (method === 'MODERATOR' && !evidence.trim()) return fail(words.evidenceNeeded, 'evidence');
    setBusy(true);
    const { data } = await client.mutation(claimMutation, {
      listing: listing.id,
      method,
      email: method === 'WEBSITE_DOMAIN' ? email.trim() : null,
      evidence: evidence.trim() || null,
      organization: organization || null,
    });
    setBusy(false);
    const result = data?.claimListing;
    if (!result) return fail(words.notSent);
    if (result.__typename === 'ClaimMade') return setSent({ to: result.sentTo ?? null });
    if (result.__typename === 'NotFound') return fail(words.none);
    if (result.__typename === 'NotAllowed') return fail(words.notClaimable(listing.name));
    const atEmail = result.problems.some(({ field }) => field.endsWith('email'));
    const atEvidence = result.problems.some(({ field }) => field.endsWith('evidence'));
    fail(
      atEmail ? words.emailAt(domain ?? '') : atEvidence ? words.evidenceNeeded : words.notSent,
      atEmail ? 'email' : atEvidence ? 'evidence' : null,
    );
  };
  if (sent) {
    return (
      <p role="status" className="claim-note">
        {sent.to ? words.letterSent(sent.to) : words.moderatorReads}
      </p>
    );
  }
  const faulty = (of: 'email' | 'evidence') =>
    problem?.of === of ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const) : {};
  return (
    <form
      className="claim"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{listing.name}</h2>
      <fieldset>
        <legend>{words.how}</legend>
        {methods.map((way) => (
          <label key={way}>
            <input type="radio" name={id} checked={way === method} onChange={() => setMethod(way)} />
            {way === 'LISTING_EMAIL'
              ? words.byListingEmail
              : way === 'WEBSITE_DOMAIN'
                ? words.byWebsite(domain ?? '')
                : words.byModerator}
          </label>
        ))}
      </fieldset>
      {method === 'WEBSITE_DOMAIN' && (
        <div>
          <label htmlFor={`${id}-email`}>{words.email}</label>
          <input
            ref={emailField}
            id={`${id}-email`}
            type="email"
            maxLength={254}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            {...faulty('email')}
          />
        </div>
      )}
      <div>
        <label htmlFor={`${id}-evidence`}>{method === 'MODERATOR' ? words.evidence : words.evidenceOptional}</label>
        <textarea
          ref={evidenceField}
          id={`${id}-evidence`}
          rows={4}
          maxLength={2000}
          value={evidence}
          onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
          {...faulty('evidence')}
        />
      </div>
      {organizations.length > 0 && (
        <div>
          <label htmlFor={`${id}-organization`}>{words.forWhom}</label>
          <select
            id={`${id}-organization`}
            value={organization}
            onChange={({ currentTarget }) => setOrganization(currentTarget.value)}
          >
            <option value="">{words.forMe}</option>
            {organizations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {problem && (
        <p id={`${id}-problem`} role="alert" className="claim-problem">
          {problem.text}
        </p>
      )}
      <button type="submit" className="button primary" aria-disabled={busy}>
        {busy ? words.sending : words.send}
      </button>
    </form>
  );
}
