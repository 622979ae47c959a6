import { useEffect, useRef, useState } from 'react';
import { momentText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Draft } from './draft.ts';
import { One } from './fields.tsx';
import { useForm } from './form.ts';
import { mergeOf, type Part, taken } from './merge.ts';
import { useSaid } from './said.ts';
import type { Stale } from './send.ts';

interface Props {
  mine: Draft;
  stale: Stale;
  onMerged: (draft: Draft) => void;
}

/** Somebody else changed the same fields meanwhile: both are shown, and of each field one is kept. */
export function MergeView({ mine, stale, onMerged }: Props) {
  const { language } = useI18n();
  const { words } = useForm();
  const title = useRef<HTMLHeadingElement>(null);
  const { draft, conflicts } = mergeOf(stale.base, mine, stale.current);
  const [theirs, setTheirs] = useState<Part[]>([]);
  const said = useSaid();
  useEffect(() => title.current?.focus(), []);
  const last = stale.changes.at(-1);
  const merged = theirs.reduce((kept, part) => taken(kept, stale.current, part), draft);
  return (
    <section className="form-merge" aria-labelledby="merge-title">
      <h2 id="merge-title" ref={title} tabIndex={-1}>
        {words.merge.title}
      </h2>
      <p>
        {words.merge.why}
        {last && ` ${words.merge.lastChange(momentText(last.at, language))}`}
      </p>
      {conflicts.map((part) => (
        <div key={part} className="form-card">
          <h3>{words.parts[part]}</h3>
          <dl className="merge-sides">
            <div className="merge-side">
              <dt>{words.merge.mine}</dt>
              <dd>{said(mine, part) || words.review.notSaid}</dd>
            </div>
            <div className="merge-side">
              <dt>{words.merge.theirs}</dt>
              <dd>{said(stale.current, part) || words.review.notSaid}</dd>
            </div>
          </dl>
          <One
            path={`merge.${part}`}
            label={words.merge.keep(words.parts[part])}
            options={[
              ['mine', words.merge.mine],
              ['theirs', words.merge.theirs],
            ]}
            chosen={theirs.includes(part) ? 'theirs' : 'mine'}
            onChange={(side) =>
              setTheirs(side === 'theirs' ? [...theirs, part] : theirs.filter((other) => other !== part))
            }
          />
        </div>
      ))}
      <button type="button" className="button primary merge-on" onClick={() => onMerged(merged)}>
        {words.merge.goOn}
      </button>
    </section>
  );
}
