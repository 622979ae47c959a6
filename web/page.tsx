import './ui/page.css';
import { lazy } from 'react';
import { pages } from './app/pages.ts';
import { appPathOf } from './app/paths.ts';
import { PlainPage } from './app/plain-page.tsx';
import { start } from './app/start.tsx';

const path = appPathOf(window.location.pathname);
if (!path) throw new Error(`No page has the address ${window.location.pathname}.`);
const Page = lazy(async () => ({ default: await pages[path]() }));

await start(
  <PlainPage>
    <Page />
  </PlainPage>,
);
