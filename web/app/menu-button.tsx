import { Menu as MenuIcon } from 'lucide-react';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { Opener } from '../ui/opener.tsx';
import type { ThemeChoice } from './theme.ts';

const load = async () => (await import('./menu.tsx')).MainMenu;

/** The menu, loaded when it is first opened. */
export function MenuButton(props: { choice: ThemeChoice; onChoice: (choice: ThemeChoice) => void }) {
  const { t } = useI18n();
  return (
    <Opener
      button={(open) => (
        <button type="button" className="button plain square" aria-label={t.menu} aria-haspopup="menu" onClick={open}>
          <MenuIcon size={22} aria-hidden />
        </button>
      )}
      load={load}
      props={props}
    />
  );
}
