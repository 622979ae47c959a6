import { SlidersHorizontal } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Opener } from '../../ui/opener.tsx';
import { useChosenInDialog } from './chosen.ts';
import type { More } from './more.tsx';

const load = async () => (await import('./more.tsx')).More;

/** All filters, loaded when they are first opened. */
export function MoreButton(props: ComponentProps<typeof More>) {
  const { t } = useI18n();
  const chosen = useChosenInDialog(props.filters);
  return (
    <Opener
      button={(open) => (
        <button type="button" className="chip more" onClick={open}>
          <SlidersHorizontal size={17} aria-hidden />
          {t.more}
          {chosen > 0 && <small>{chosen}</small>}
          {/* Not a label, which would hide the number from those who hear it. */}
          <span className="visually-hidden">{t.allFilters}</span>
        </button>
      )}
      load={load}
      props={props}
    />
  );
}
