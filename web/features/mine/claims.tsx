import { useState } from 'react';
import { useClient } from 'urql';
import { AreaField } from '../../ui/form/fields.tsx';
import { TypedForm } from '../../ui/form/form.tsx';
import { type MyListing, objectMutation } from './queries.ts';
import type { MineWords } from './words/en.ts';

type Claim = NonNullable<MyListing['claims']>[number];

/** Somebody else says that they run this place: who runs it now can say what speaks against it, before anybody decides. */
export function Claims({ listing, words }: { listing: MyListing; words: MineWords['claims'] }) {
  const others = listing.claims ?? [];
  return others.map((claim) => <OneClaim key={claim.id} claim={claim} name={listing.name} words={words} />);
}

function OneClaim({ claim, name, words }: { claim: Claim; name: string; words: MineWords['claims'] }) {
  const client = useClient();
  const [objection, setObjection] = useState(claim.objection ?? null);
  return (
    <section className="mine-note" aria-label={words.title(name)}>
      <p>
        <strong>{words.title(name)}</strong> {words.decides}
      </p>
      {claim.organization && <p>{claim.organization.name}</p>}
      {claim.evidence && <blockquote>{claim.evidence}</blockquote>}
      {objection ? (
        <p role="status">
          {words.objected} <q>{objection}</q>
        </p>
      ) : (
        <TypedForm
          submit={words.object}
          sending={words.sending}
          lesser
          send={async ({ words: typed = '' }) => {
            const { data } = await client.mutation(objectMutation, { claim: claim.id, words: typed });
            const result = data?.objectToClaim.__typename;
            if (result === 'ClaimObjected') setObjection(typed);
            else if (result === 'ValidationError') return { fields: { words: words.need } };
            else return { whole: words.failed };
            return undefined;
          }}
        >
          <AreaField name="words" label={words.why} rows={4} maxLength={2000} />
        </TypedForm>
      )}
    </section>
  );
}
