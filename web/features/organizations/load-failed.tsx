import { Failed } from '../account/said.tsx';
import type { OrganizationWords } from './words/en.ts';

export function LoadFailed({ words, onRetry }: { words: OrganizationWords; onRetry: () => void }) {
  return (
    <>
      <Failed>{words.notLoaded}</Failed>
      <p>
        <button type="button" className="button line" onClick={onRetry}>
          {words.retry}
        </button>
      </p>
    </>
  );
}
