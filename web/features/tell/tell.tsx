import { createContext, type ReactNode, useContext, useState } from 'react';
import { useLater } from '../../ui/later.ts';
import type { Telling } from './model.ts';

const TellContext = createContext<(telling: Telling) => void>(() => {});

/** Opens the dialog in which somebody tells us something. */
export const useTell = () => useContext(TellContext);

const load = async () => (await import('./dialog.tsx')).TellDialog;

/** Gives everything within the means to open that dialog, which is loaded when it is first wanted. */
export function TellProvider({ children }: { children: ReactNode }) {
  const [telling, setTelling] = useState<Telling | null>(null);
  const Dialog = useLater(load, telling !== null);
  return (
    <TellContext value={setTelling}>
      {children}
      {telling && Dialog && <Dialog telling={telling} onClose={() => setTelling(null)} />}
    </TellContext>
  );
}
