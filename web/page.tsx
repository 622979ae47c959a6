import './ui/page.css';
import { pages } from './app/pages.ts';
import { appPathOf } from './app/paths.ts';
import { PlainPage } from './app/plain-page.tsx';
import { start } from './app/start.tsx';
import { loadWords } from './lib/i18n/words.ts';

const path = appPathOf(window.location.pathname);
if (!path) throw new Error(`No page has the address ${window.location.pathname}.`);
const { load, words } = pages[path];

await start(async (language) => {
  const [Page] = await Promise.all([load(), loadWords(words, language)]);
  return (
    <PlainPage>
      <Page />
    </PlainPage>
  );
});
