import type { Draft } from './draft.ts';

export interface StepProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
}
