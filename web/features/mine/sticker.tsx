import { useEffect } from 'react';
import { encode } from 'uqr';
import type { MyListing } from './queries.ts';
import type { MineWords } from './words/en.ts';

/** A sticker for the door: who scans it reads the place's page. Printed, it stands alone on the sheet. */
export function Sticker({ listing, words }: { listing: MyListing; words: MineWords }) {
  const address = `${window.location.origin}/listings/${listing.slug}`;
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  useEffect(() => {
    document.documentElement.dataset.print = 'sticker';
    return () => {
      delete document.documentElement.dataset.print;
    };
  }, []);
  return (
    <figure className="sticker">
      <svg viewBox={`0 0 ${size} ${size}`} width={200} height={200} role="img" aria-label={words.codeOf(address)}>
        <rect width={size} height={size} fill="#fff" />
        <path d={dots} fill="#000" />
      </svg>
      <figcaption>
        <strong>{listing.name}</strong>
        <span>{words.scan}</span>
        <span>{address.replace(/^https?:\/\//, '')}</span>
      </figcaption>
      <button type="button" className="button line" onClick={() => window.print()}>
        {words.print}
      </button>
    </figure>
  );
}
