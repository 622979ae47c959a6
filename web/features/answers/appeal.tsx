import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { AreaField } from '../../ui/form/fields.tsx';
import { TypedForm } from '../../ui/form/form.tsx';
import type { AnswerWords } from './words/en.ts';

const appealMutation = graphql(`
  mutation Appeal($id: String, $token: String, $words: String!) {
    appealDecision(statement: $id, token: $token, words: $words) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

interface Props {
  /** The decision, by its number or by the token of a letter. */
  asked: { id?: string; token?: string };
  words: AnswerWords['decision'];
  onSent: () => void;
}

export function Appeal({ asked, words, onSent }: Props) {
  const client = useClient();
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">{words.appeal}</h2>
      <p>{words.appealNote}</p>
      <TypedForm
        submit={words.send}
        sending={words.sending}
        send={async ({ words: typed = '' }) => {
          const { data } = await client.mutation(appealMutation, { ...asked, words: typed });
          const result = data?.appealDecision;
          if (result?.__typename === 'DecisionAppealed') onSent();
          else if (result?.__typename === 'ValidationError' && result.field === 'words')
            return { fields: { words: words.need } };
          else if (result?.__typename === 'ValidationError') return { whole: words.tooLate };
          else return { whole: result ? words.missing : words.failed };
          return undefined;
        }}
      >
        <AreaField name="words" label={words.words} rows={6} maxLength={2000} />
      </TypedForm>
    </section>
  );
}
