import type { Review } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  review: Pick<Review, 'why' | 'suggestedStatus' | 'staleFields'>;
}

/** What goes with a suggestion, beside the fields that it would change. */
export function Suggested({ words, review: { why, suggestedStatus, staleFields } }: Props) {
  const names: Record<string, string> = words.field;
  return (
    <>
      {why && <Quote title={words.why} text={why} />}
      {suggestedStatus && <p>{words.suggestedStatus(words.status[suggestedStatus] ?? suggestedStatus)}</p>}
      {staleFields.length > 0 && (
        <p>
          <strong>{words.staleFields(staleFields.map((field) => names[field] ?? field).join(', '))}</strong>
        </p>
      )}
    </>
  );
}

export function Quote({ title, text }: { title: string; text: string }) {
  return (
    <figure className="moderation-quote">
      <figcaption>{title}</figcaption>
      {text && <blockquote>{text}</blockquote>}
    </figure>
  );
}
