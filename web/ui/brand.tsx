import { pageAddress } from '../lib/page-address.ts';

/** The wordmark: a ring that a dot completes. */
export function Brand() {
  return (
    <a className="brand" href={pageAddress('/')}>
      <svg width="25" height="25" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M13.6 3.15 A9 9 0 1 0 20.85 10.4" fill="none" stroke="currentColor" strokeWidth="4.1" />
        <circle cx="18.6" cy="5.4" r="3.3" fill="currentColor" />
      </svg>
      Ricircolo
    </a>
  );
}
