import './freshness.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { FreshnessAnswer, FreshnessQuestionQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { TellProvider, useTell } from '../tell/tell.tsx';
import type { FreshnessWords } from './words/en.ts';
import { freshnessWords } from './words.ts';

const questionQuery = graphql(`
  query FreshnessQuestion($token: String!, $language: Language!) {
    freshnessQuestion(token: $token) {
      id slug name
      category { label(language: $language) }
      address { formatted }
    }
  }
`);

const answerMutation = graphql(`
  mutation AnswerFreshness($token: String!, $answer: FreshnessAnswer!) {
    answerFreshness(token: $token, answer: $answer) { __typename }
  }
`);

const answers: readonly FreshnessAnswer[] = ['STILL_TRUE', 'CHANGED', 'CLOSED'];

/** Where the links of the yearly letter lead: opening one changes nothing, pressing a button answers. */
export function StillRight() {
  const words = useWords(freshnessWords)?.stillRight;
  const { language } = useI18n();
  // Behind the sign, so that no log and no other site gets to know it.
  const [token] = useState(() => window.location.hash.slice(1));
  const [{ data, fetching, error }, execute] = useQuery({ query: questionQuery, variables: { token, language } });
  if (!words) return null;
  const place = data?.freshnessQuestion;
  return (
    <PageLayout title={words.title}>
      <p className="lead">{words.lead}</p>
      {place ? (
        <TellProvider>
          <Question place={place} token={token} words={words} />
        </TellProvider>
      ) : (
        <p role={fetching ? undefined : 'alert'} aria-busy={fetching}>
          {!fetching && (error ? words.failed : words.invalid)}
        </p>
      )}
      {error && !place && <Retry onPress={() => execute({ requestPolicy: 'network-only' })} />}
    </PageLayout>
  );
}

function Retry({ onPress }: { onPress: () => void }) {
  const { t } = useI18n();
  return (
    <Button className="button line" onPress={onPress}>
      {t.retry}
    </Button>
  );
}

interface QuestionProps {
  place: NonNullable<FreshnessQuestionQuery['freshnessQuestion']>;
  token: string;
  words: FreshnessWords['stillRight'];
}

function Question({ place, token, words }: QuestionProps) {
  const tell = useTell();
  const [result, answer] = useMutation(answerMutation);
  const [given, setGiven] = useState<FreshnessAnswer | null>(null);
  const done = given !== null && result.data?.answerFreshness.__typename === 'FreshnessAnswered';
  const asked = new URLSearchParams(window.location.search).get('answer');
  const give = (one: FreshnessAnswer) => {
    setGiven(one);
    void answer({ token, answer: one });
  };
  return (
    <section className="still-right" aria-labelledby="question">
      <h2 id="question">{words.question(place.name)}</h2>
      <p>{[place.category.label, place.address?.formatted].filter(Boolean).join(', ')}</p>
      <div role="status">{done && <p className="done">{words.done[given]}</p>}</div>
      {done ? (
        <p className="answers">
          {given === 'CHANGED' && (
            <Button
              className="button primary"
              onPress={() => tell({ about: 'report', listing: { id: place.id, name: place.name } })}
            >
              {words.tell}
            </Button>
          )}
          {given !== 'CLOSED' && (
            <a
              className="button line"
              href={`${pageAddress('/')}${pageAddress('/').includes('?') ? '&' : '?'}place=${place.slug}`}
            >
              {words.openPlace}
            </a>
          )}
        </p>
      ) : (
        <p className="answers">
          {answers.map((one) => (
            <Button
              key={one}
              className={`button ${one === asked ? 'primary' : 'line'}`}
              isDisabled={result.fetching}
              onPress={() => give(one)}
            >
              {words.answers[one]}
            </Button>
          ))}
        </p>
      )}
      {given !== null && !done && !result.fetching && <p role="alert">{result.error ? words.failed : words.invalid}</p>}
    </section>
  );
}
