import { type RefObject, useId } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  on: boolean;
  onChange: (on: boolean) => void;
  dialog: RefObject<HTMLDialogElement | null>;
}

/** The single keys that act here, in a dialog of their own, and the switch that turns them off. */
export function Keys({ words, on, onChange, dialog }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <>
      <button type="button" className="button line" onClick={() => dialog.current?.showModal()}>
        {words.keys}
      </button>
      <dialog ref={dialog} className="moderation-keys" aria-labelledby={id}>
        <h2 id={id}>{words.keys}</h2>
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
        <label className="form-check">
          <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
          {words.keysOn}
        </label>
        <button type="button" className="button primary" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </dialog>
    </>
  );
}
