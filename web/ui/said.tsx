import type { Language } from '../gql/graphql.ts';
import { languageText } from '../lib/format.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';

/** What a source says, as it wrote it; where that is not in the page's language, it is marked for eye and ear. */
export function Said({ text, language }: { text: string; language: Language | null | undefined }) {
  const { t, language: page } = useI18n();
  if (!language || language === page) return text;
  return (
    <>
      <span lang={language}>{text}</span>{' '}
      <small className="said-in">{t.inLanguage(languageText(language, page))}</small>
    </>
  );
}
