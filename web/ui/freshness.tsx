import { Check } from 'lucide-react';
import type { Freshness as Level } from '../gql/graphql.ts';
import { ageText, agoText } from '../lib/format.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';

/** When somebody last checked, in words; a tick while that still means something. */
export function Freshness({
  level,
  verifiedAt,
  now,
  long = false,
}: {
  level: Level;
  verifiedAt: string | null | undefined;
  now: Date;
  long?: boolean;
}) {
  const { t, language } = useI18n();
  const age = verifiedAt ? ageText(verifiedAt, now, language) : null;
  const checkedWhen = verifiedAt ? t.checkedAgo(agoText(verifiedAt, now, language)) : t.never;
  const words = long ? checkedWhen : (age ?? t.unchecked);
  const checked = level === 'FRESH' || level === 'AGEING';
  return (
    <span className={`freshness ${level.toLowerCase()}`} title={long ? undefined : checkedWhen}>
      {checked && <Check size={14} strokeWidth={2.25} aria-hidden />}
      <span>{words}</span>
    </span>
  );
}
