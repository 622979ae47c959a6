import { Check, Menu as MenuIcon } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { isLanguage, languageNames, useI18n } from '../lib/i18n/i18n.tsx';
import { usePage } from '../lib/location.ts';
import { pageAddress } from '../lib/page-address.ts';
import { accountWord } from '../ui/account-link.ts';
import { pageLinks } from '../ui/page-links.ts';
import { placeLinkWords } from '../ui/place-links.ts';
import type { ThemeChoice } from './theme.ts';

/** Language, appearance, and the way to the data. */
export function MainMenu({ choice, onChoice }: { choice: ThemeChoice; onChoice: (choice: ThemeChoice) => void }) {
  const { t, language, choose } = useI18n();
  const [, go] = usePage();
  const themes: [ThemeChoice, string][] = [
    ['system', t.themeSystem],
    ['light', t.themeLight],
    ['dark', t.themeDark],
  ];
  return (
    <MenuTrigger>
      <Button className="button plain square" aria-label={t.menu}>
        <MenuIcon size={22} aria-hidden />
      </Button>
      <Popover className="popover menu" placement="bottom end">
        <Menu className="options">
          <MenuSection aria-label={t.menuSaved}>
            <MenuItem onAction={() => go({ saved: true, place: null })}>{t.menuSaved}</MenuItem>
          </MenuSection>
          <MenuSection aria-label={accountWord[language]}>
            <MenuItem href={pageAddress('/places/new')}>{placeLinkWords[language].add}</MenuItem>
            <MenuItem href={pageAddress('/places/mine')}>{placeLinkWords[language].mine}</MenuItem>
            <MenuItem href={pageAddress('/account')}>{accountWord[language]}</MenuItem>
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              const [code] = [...keys].map(String).filter(isLanguage);
              if (code) choose(code);
            }}
          >
            <Header>{t.menuLanguage}</Header>
            {Object.entries(languageNames).map(([code, name]) => (
              <MenuItem key={code} id={code} textValue={name}>
                <span lang={code}>{name}</span>
                <Check className="tick" size={18} aria-hidden />
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[choice]}
            onSelectionChange={(keys) => onChoice(themes.find(([key]) => key === [...keys][0])?.[0] ?? 'system')}
          >
            <Header>{t.menuTheme}</Header>
            {themes.map(([key, label]) => (
              <MenuItem key={key} id={key} textValue={label}>
                {label}
                <Check className="tick" size={18} aria-hidden />
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label={t.pagesLabel}>
            {pageLinks.map(({ path, label }) => (
              <MenuItem key={path} href={pageAddress(path)}>
                {label(t)}
              </MenuItem>
            ))}
            <MenuItem href="/explore" target="_blank">
              {t.menuApi}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
