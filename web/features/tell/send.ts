import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { ReportProblem } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Draft } from './draft.ts';
import type { Telling } from './model.ts';
import type { TellWords } from './words/en.ts';

const reportMutation = graphql(`
  mutation ReportListing($input: ReportInput!) {
    reportListing(input: $input) { receivedAt }
  }
`);

const needMutation = graphql(`
  mutation TellNeed($input: NeedInput!) {
    tellNeed(input: $input) { receivedAt }
  }
`);

type Field = keyof Draft;

/** What is wrong with what was typed, by field, and what went wrong beside it. */
export interface Problems {
  fields: Partial<Record<Field, string>>;
  whole?: string;
}

/** Characters the API takes. */
export const longest = { lookedFor: 200, words: 2000, email: 254 };

/** Sends what is told; what fails is said, and nothing typed is touched. */
export function useSend(telling: Telling, words: TellWords) {
  const client = useClient();
  const { language } = useI18n();
  const [state, setState] = useState<'typing' | 'sending' | 'sent'>('typing');
  const [problems, setProblems] = useState<Problems>({ fields: {} });

  const send = async (draft: Draft): Promise<boolean> => {
    const missing = missingIn(telling, draft, words);
    setProblems(missing ?? { fields: {} });
    if (missing) return false;
    setState('sending');
    const common = { words: draft.words, email: draft.email.trim(), language };
    const { error } =
      telling.about === 'report'
        ? await client.mutation(reportMutation, {
            // The radio buttons' values are those of the enum.
            input: { ...common, listing: telling.listing.id, problem: draft.problem as ReportProblem },
          })
        : await client.mutation(needMutation, {
            input: {
              ...common,
              lookedFor: draft.lookedFor,
              actions: telling.actions,
              objects: telling.objects,
              categories: telling.categories,
              at: telling.at,
              radiusMeters: telling.radiusMeters,
              placeName: telling.placeName,
            },
          });
    setState(error ? 'typing' : 'sent');
    if (error) setProblems(problemsOf(error, words));
    return !error;
  };
  return { state, problems, send };
}

function missingIn(telling: Telling, draft: Draft, words: TellWords): Problems | null {
  if (telling.about === 'report') return draft.problem ? null : { fields: { problem: words.choose } };
  const { actions, objects, categories } = telling;
  const said = draft.lookedFor.trim() || actions.length + objects.length + categories.length > 0;
  return said ? null : { fields: { lookedFor: words.sayWhat } };
}

function problemsOf(error: CombinedError, words: TellWords): Problems {
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  if (extensions.code === 'RATE_LIMITED') {
    return { fields: {}, whole: words.tooMany(Math.ceil(Number(extensions.retryAfterSeconds) / 60)) };
  }
  switch (extensions.code === 'BAD_USER_INPUT' ? extensions.argument : null) {
    case 'input.email':
      return { fields: { email: words.notAnEmail } };
    case 'input.words':
      return { fields: { words: words.tooLong(longest.words) } };
    case 'input.lookedFor':
      return { fields: { lookedFor: words.tooLong(longest.lookedFor) } };
    case 'input.listing':
      return { fields: {}, whole: words.placeGone };
    default:
      return { fields: {}, whole: words.failed };
  }
}
