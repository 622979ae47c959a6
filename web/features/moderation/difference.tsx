import { type ReactNode, useId } from 'react';
import { type FieldName, fieldNames, useLines } from './content-text.ts';
import type { Content } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  caption: string;
  left: { title: string; content: Content };
  right: { title: string; content: Content };
  /** Beside a field in which the two differ, where the left one says something. */
  choice?: (field: FieldName) => ReactNode;
}

/** Two states side by side, field by field, those that are equal left out. */
export function Difference({ words, caption, left, right, choice }: Props) {
  const linesOf = useLines(words);
  const id = useId();
  const rows = fieldNames
    .map((field) => ({
      field,
      one: linesOf(left.content, field),
      other: linesOf(right.content, field),
    }))
    .filter(({ one, other }) => one.join('\n') !== other.join('\n'));
  if (rows.length === 0) return <p>{words.noDifference}</p>;
  return (
    <section className="moderation-scroll" aria-labelledby={id}>
      <table className="moderation-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fieldColumn}</th>
            <th scope="col">{left.title}</th>
            <th scope="col">{right.title}</th>
            {choice && <th scope="col">{words.takeColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, one, other }) => (
            <tr key={field}>
              <th scope="row">{words.field[field]}</th>
              <td data-title={left.title}>
                {one.length > 0 ? (
                  <del>
                    <Lines lines={one} />
                  </del>
                ) : (
                  words.nothing
                )}
              </td>
              <td data-title={right.title}>
                {other.length > 0 ? (
                  <ins>
                    <Lines lines={other} />
                  </ins>
                ) : (
                  words.nothing
                )}
              </td>
              {choice && <td>{one.length > 0 && choice(field)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All that is said, where there is nothing to compare it with. */
export function Said({ words, content }: { words: ModerationWords; content: Content }) {
  const linesOf = useLines(words);
  return (
    <dl>
      {fieldNames
        .map((field) => ({ field, lines: linesOf(content, field) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ field, lines }) => (
          <div key={field}>
            <dt>{words.field[field]}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className="moderation-line">
      {line}
    </span>
  ));
}
