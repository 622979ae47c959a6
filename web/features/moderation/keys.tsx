import type { ModerationWords } from './words/en.ts';

/** The single keys that act here, and the switch that turns them off. */
export function Keys({
  words,
  on,
  onChange,
}: {
  words: ModerationWords;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <details className="moderation-keys">
      <summary>{words.keys}</summary>
      <label className="form-check">
        <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        {words.keysOn}
      </label>
      <dl>
        {Object.entries(words.keyOf).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
