import type { ReactNode } from 'react';
import { useTheme } from './theme.ts';

/** What every plain page has around it: the chosen appearance. */
export function PlainPage({ children }: { children: ReactNode }) {
  useTheme();
  return children;
}
