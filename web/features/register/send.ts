import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { ListingInput, SamePlaceFragment } from '../../gql/graphql.ts';
import type { Draft } from './draft.ts';
import type { Problems } from './form.ts';
import { draftOf } from './from-content.ts';
import { faultsOf, inputOf, writtenIn } from './input.ts';
import type { Kept } from './kept.ts';
import {
  createMutation,
  editMutation,
  submitMutation,
  suggestChangeMutation,
  suggestListingMutation,
} from './queries.ts';
import type { RegisterWords } from './words/en.ts';

export interface Stale {
  base: Draft;
  current: Draft;
  /** The revision to edit next. */
  revision: string;
  changes: { field: string; at: string; actorRole: string }[];
}

export interface Sent {
  id: string;
  slug: string;
  name: string;
  outcome: 'draft' | 'pending' | 'published' | 'suggested' | 'mailed';
}

/** What came of sending; nothing typed is touched by any of it. */
export type Outcome =
  | { kind: 'sent'; sent: Sent }
  | { kind: 'problems'; problems: Problems }
  | { kind: 'duplicates'; duplicates: SamePlaceFragment[] }
  | { kind: 'stale'; stale: Stale }
  | { kind: 'failed'; message: string };

interface Listing {
  id: string;
  slug: string;
  name: string;
  status: string;
}

/** Who sends something without an account. */
export interface Sender {
  email: string;
  /** Empty where a person fills the form in. */
  trap: string;
}

/** What is edited: null for a place that is not there yet. */
export interface Edited {
  id: string;
  slug: string;
  draft: boolean;
}

export function useSend(words: RegisterWords) {
  const client = useClient();
  const [sending, setSending] = useState(false);

  /** `submit`: hand a new place or a draft in. `distinct`: it is none of the places that it looks like. */
  const send = async (kept: Kept, edited: Edited | null, submit: boolean, distinct: boolean): Promise<Outcome> => {
    const faults = faultsOf(kept.draft, words);
    if (Object.keys(faults).length > 0) return { kind: 'problems', problems: faults };
    setSending(true);
    try {
      return edited ? await edit(kept, edited, submit, distinct) : await create(kept, submit, distinct);
    } finally {
      setSending(false);
    }
  };

  /** Without an account: what is sent holds once a mailed link has confirmed it. */
  const mail = async (kept: Kept, edited: Edited | null, sender: Sender, distinct: boolean): Promise<Outcome> => {
    const { draft, base } = kept;
    const faults = faultsOf(draft, words);
    if (!/^\S+@\S+$/.test(sender.email)) faults.sender = words.problem.of.email;
    if (Object.keys(faults).length > 0) return { kind: 'problems', problems: faults };
    setSending(true);
    try {
      const { data, error } = edited
        ? await client.mutation(suggestChangeMutation, {
            listing: edited.id,
            // What others said since the draft was begun stays as it is.
            input: base ? changed(inputOf(base.content), inputOf(draft)) : inputOf(draft),
            ...sender,
          })
        : await client.mutation(suggestListingMutation, { input: inputOf(draft), distinct, ...sender });
      const result = data && ('suggestChange' in data ? data.suggestChange : data.suggestListing);
      if (!result) return failed(error);
      if (result.__typename === 'PossibleDuplicate') return { kind: 'duplicates', duplicates: result.duplicates };
      if (result.__typename !== 'SuggestionReceived') return refused(result, draft);
      return { kind: 'sent', sent: { id: '', slug: edited?.slug ?? '', name: sender.email, outcome: 'mailed' } };
    } finally {
      setSending(false);
    }
  };

  async function create({ draft, idempotencyKey }: Kept, submit: boolean, distinct: boolean): Promise<Outcome> {
    const variables = { input: inputOf(draft), submit, distinct, key: idempotencyKey };
    const { data, error } = await client.mutation(createMutation, variables);
    const result = data?.createListing;
    if (!result) return failed(error);
    if (result.__typename === 'ListingCreated') return sent(result.listing, true);
    if (result.__typename === 'PossibleDuplicate') return { kind: 'duplicates', duplicates: result.duplicates };
    return refused(result, draft);
  }

  async function edit(kept: Kept, edited: Edited, submit: boolean, distinct: boolean): Promise<Outcome> {
    const { draft, base } = kept;
    const { data, error } = await client.mutation(editMutation, {
      listing: edited.id,
      revision: base?.revision ?? '',
      input: inputOf(draft),
      reason: null,
    });
    const result = data?.editListing;
    if (!result) return failed(error);
    if (result.__typename === 'StaleRevision') {
      const { current, changes } = result;
      const stale = { base: draftOf(result.base), current: draftOf(current), revision: current.revision, changes };
      return { kind: 'stale', stale };
    }
    if (result.__typename !== 'ListingEdited') return refused(result, draft);
    if (!edited.draft || !submit) return sent(result.listing, result.published);
    const handedIn = await client.mutation(submitMutation, { listing: edited.id, distinct });
    const submitted = handedIn.data?.submitListing;
    if (!submitted) return failed(handedIn.error);
    if (submitted.__typename === 'ListingSubmitted') return sent(submitted.listing, true);
    if (submitted.__typename === 'PossibleDuplicate') return { kind: 'duplicates', duplicates: submitted.duplicates };
    return refused(submitted, draft);
  }

  function failed(error: CombinedError | undefined): Outcome {
    const extensions = error?.graphQLErrors[0]?.extensions ?? {};
    if (extensions.code === 'RATE_LIMITED') {
      const minutes = Math.ceil(Number(extensions.retryAfterSeconds) / 60);
      return { kind: 'failed', message: words.review.tooMany(minutes) };
    }
    return { kind: 'failed', message: error?.networkError ? words.review.noNetwork : words.review.failed };
  }

  function refused(result: Refusal, draft: Draft): Outcome {
    if (result.__typename === 'ValidationError') {
      return { kind: 'problems', problems: problemsOf(result.problems ?? [], draft, words) };
    }
    const message = result.__typename === 'NotFound' ? words.review.gone : words.review.notAllowed;
    return { kind: 'failed', message };
  }

  return { sending, send, mail };
}

interface Refusal {
  __typename: string;
  problems?: { field: string; message: string; code: keyof RegisterWords['problem']['code'] }[];
}

function sent({ id, slug, name, status }: Listing, published: boolean): Outcome {
  const outcome = !published
    ? 'suggested'
    : status === 'DRAFT'
      ? 'draft'
      : status === 'PENDING'
        ? 'pending'
        : 'published';
  return { kind: 'sent', sent: { id, slug, name, outcome } };
}

/** What the API refuses, in the reader's words and by the field that it was typed in. */
function problemsOf(refused: NonNullable<Refusal['problems']>, draft: Draft, words: RegisterWords): Problems {
  return Object.fromEntries(
    refused.map(({ field, message, code }) => {
      // Whoever sends it has an address too, beside the place's own.
      const path = field === 'email' ? 'sender' : fieldOf(field.replace(/^input\./, ''), draft);
      const [name = ''] = path.split('.');
      const known = words.problem.of[(name === 'sender' ? 'email' : name) as keyof typeof words.problem.of];
      const said = code === 'INVALID' && known ? known : words.problem.code[code];
      // Of hours, only the API can say where the text cannot be read.
      return [path, name === 'openingHours' ? `${said} (${message})` : said] as const;
    }),
  );
}

/** Texts are numbered there and named by their language here; the places of a list are typed in one field. */
function fieldOf(path: string, draft: Draft): string {
  const [name = '', place = '', ...rest] = path.split('.');
  if (name === 'description') return `description.${writtenIn(draft.description)[Number(place)] ?? ''}`;
  if (name === 'offers' && place) return ['offers', place, ...rest.slice(0, 1)].join('.');
  if (name === 'address') return path;
  if (name === 'categories' && place === '1') return path;
  return name;
}

/** What differs, of everything that is said. */
function changed(before: ListingInput, after: ListingInput): ListingInput {
  const old: Record<string, unknown> = { ...before };
  const differs = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(old[name]);
  return Object.fromEntries(Object.entries(after).filter(differs));
}
