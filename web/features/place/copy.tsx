import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { usePlaceWords } from './words.tsx';

/** Puts the address on the clipboard, and says whether it is there. */
export function CopyAddress({ text }: { text: string }) {
  const words = usePlaceWords();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = () =>
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  return (
    <>
      <Button className="button plain square copy" aria-label={words.copyAddress} onPress={() => void copy()}>
        {outcome === 'copied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
      </Button>
      <em role="status" className={outcome === 'refused' ? undefined : 'visually-hidden'}>
        {outcome === 'copied' ? words.addressCopied : outcome === 'refused' ? words.notCopied : ''}
      </em>
    </>
  );
}
