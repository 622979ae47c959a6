import { type ReactNode, Suspense } from 'react';
import { useTheme } from './theme.ts';

/** What every plain page has around it: the chosen appearance, and patience until its code and words have come. */
export function PlainPage({ children }: { children: ReactNode }) {
  useTheme();
  return <Suspense>{children}</Suspense>;
}
