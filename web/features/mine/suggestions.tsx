import '../moderation/moderation.css';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ReviewDecision } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { Decide } from '../moderation/decide.tsx';
import { Difference } from '../moderation/difference.tsx';
import { type Suggestion, suggestionsQuery } from '../moderation/queries.ts';
import { Suggested } from '../moderation/suggested.tsx';
import type { ModerationWords } from '../moderation/words/en.ts';
import { moderationWords } from '../moderation/words.ts';

interface Props {
  listing: { id: string; name: string };
  onDecided: () => void;
}

/** What others would change of a place whose organisation decides itself. */
export function Suggestions({ listing, onDecided }: Props) {
  const { t } = useI18n();
  const words = useWords(moderationWords);
  const [{ data, error }] = useQuery({
    query: suggestionsQuery,
    variables: { id: listing.id },
    requestPolicy: 'network-only',
  });
  if (!words) return null;
  const suggestions = data?.listing?.suggestions;
  if (!suggestions) return <p role={error ? 'alert' : 'status'}>{error ? words.notLoaded : t.loading}</p>;
  return suggestions.map((suggestion) => (
    <section key={suggestion.id} className="mine-note" aria-label={`${words.kind.SUGGESTED_EDIT}: ${listing.name}`}>
      <OneSuggestion words={words} suggestion={suggestion} onDecided={onDecided} />
    </section>
  ));
}

interface OneProps {
  words: ModerationWords;
  suggestion: Suggestion;
  onDecided: () => void;
}

function OneSuggestion({ words, suggestion, onDecided }: OneProps) {
  const { id, kind, before, after, suggestedStatus } = suggestion;
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  return (
    <>
      <p>
        <strong>{words.kind[kind]}</strong>
      </p>
      <Suggested words={words} review={suggestion} />
      {before && after && !suggestedStatus && (
        <Difference
          words={words}
          caption={words.differenceCaption}
          left={{ title: words.before, content: before }}
          right={{ title: words.after, content: after }}
        />
      )}
      <Decide
        words={words}
        reviews={[{ id, kind }]}
        decision={decision}
        onDecision={setDecision}
        onDecided={onDecided}
      />
    </>
  );
}
