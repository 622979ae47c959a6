import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { pageAddress } from '../../lib/page-address.ts';
import type { Sent } from './send.ts';
import type { RegisterWords } from './words/en.ts';

/** What happens next with what was sent. */
export function Done({ words, sent, onAnother }: { words: RegisterWords; sent: Sent; onAnother: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="register form-done" aria-labelledby="done-title">
      <h2 id="done-title" className="form-title" ref={title} tabIndex={-1}>
        <Check size={28} aria-hidden />
        {words.done.title[sent.outcome]}
      </h2>
      <p>{words.done.next[sent.outcome](sent.name)}</p>
      <p className="form-actions">
        {(sent.outcome === 'published' || sent.outcome === 'suggested') && (
          <a className="button primary" href={pageAddress(`/listings/${sent.slug}`)}>
            {words.done.toPlace}
          </a>
        )}
        {sent.outcome !== 'mailed' && (
          <a className="button line" href={pageAddress('/places/mine')}>
            {words.done.toMine}
          </a>
        )}
        <button type="button" className="button line" onClick={onAnother}>
          {words.done.another}
        </button>
      </p>
    </section>
  );
}
