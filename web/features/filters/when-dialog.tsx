import { CalendarClock } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { WhenProps } from './when-chip.tsx';
import { WhenForm } from './when-form.tsx';

/** The chip of a day and an hour, with the form that it opens. */
export function WhenDialog({ label, filters, where, onFilters }: WhenProps & { label: string }) {
  const { t } = useI18n();
  const { openAt } = filters;
  return (
    <DialogTrigger>
      <Button className="chip when" data-selected={openAt ? true : undefined}>
        <CalendarClock size={17} aria-hidden />
        <span>{label}</span>
      </Button>
      <Popover className="popover when-popover" placement="bottom start">
        <Dialog aria-label={t.chooseWhen}>
          {({ close }) => (
            <WhenForm
              openAt={openAt}
              where={where}
              onChoose={(moment) => {
                onFilters({ ...filters, openNow: false, openAt: moment });
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
