import { useI18n } from '../lib/i18n/i18n.tsx';
import type { Ignored } from '../lib/url.ts';

/** Longer lists of what a link said in vain help nobody. */
const most = 4;

/** What is known to mean nothing only once its list has come: it stands last, in the same order whichever came first. */
const late: Ignored['part'][] = ['categories', 'objects'];

/** What was left out of the address, in one line that can be put away. */
export function IgnoredLine({ ignored, onDismiss }: { ignored: Ignored[]; onDismiss: () => void }) {
  const { t } = useI18n();
  if (ignored.length === 0) return null;
  const over = ignored.some(({ part }) => part === 'over');
  const ordered = ignored.toSorted((one, other) => late.indexOf(one.part) - late.indexOf(other.part));
  const named = ordered.flatMap(({ part, value }) =>
    part === 'over' ? [] : [`${t.ignoredPart[part]} “${value.slice(0, 40)}”`],
  );
  const more = named.length > most ? ' …' : '';
  return (
    <div className="problem" role="status">
      <p>
        {over && t.askedHourIsOver} {named.length > 0 && t.ignored(`${named.slice(0, most).join(', ')}${more}`)}
      </p>
      <button type="button" className="button plain" onClick={onDismiss}>
        {t.close}
      </button>
    </div>
  );
}
